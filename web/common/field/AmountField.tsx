import type { Cents } from '@sur-mesure/functions/domain/money';
import { isRefusal } from '@sur-mesure/functions/domain/refusal';
import { useState } from 'preact/hooks';
import { amountAsTyped, parseAmount } from './amount.ts';
import { controlAttributes, FieldFrame, type FieldProps } from './FieldFrame.tsx';

interface AmountFieldProps extends FieldProps {
  /** Integer cents; undefined while nothing readable is typed. */
  readonly cents: Cents | undefined;
  readonly onInput: (cents: Cents | undefined) => void;
}

/** The text stays as typed while the field has focus; leaving it shows the amount as understood, or says why it can't be read. */
export function AmountField(props: AmountFieldProps) {
  const { cents, onInput } = props;
  const [text, setText] = useState(cents === undefined ? '' : amountAsTyped(cents));
  const [leftUnreadable, setLeftUnreadable] = useState<string>();
  const field = { ...props, error: props.error ?? leftUnreadable };
  return (
    <FieldFrame field={field}>
      <span class="amount-field">
        <input
          {...controlAttributes(field)}
          class="control amount-control"
          inputMode="decimal"
          autocomplete="off"
          value={text}
          onInput={(event) => {
            const typed = event.currentTarget.value;
            const parsed = parseAmount(typed);
            setText(typed);
            setLeftUnreadable(undefined);
            onInput(isRefusal(parsed) ? undefined : parsed);
          }}
          onBlur={() => {
            const parsed = parseAmount(text);
            if (!isRefusal(parsed)) setText(amountAsTyped(parsed));
            else if (text.trim() !== '') setLeftUnreadable(parsed.message);
          }}
        />
        <span class="amount-unit" aria-hidden="true">
          €
        </span>
      </span>
    </FieldFrame>
  );
}
