import { useState } from 'preact/hooks';
import { controlAttributes, FieldFrame, type FieldProps } from '../../common/field/FieldFrame.tsx';
import type { Written } from './typed-settings.ts';

interface WrittenFieldProps<Value> extends FieldProps {
  readonly written: Written<Value>;
  /** Undefined while what is typed can't be read. */
  readonly value: Value | undefined;
  readonly onInput: (value: Value | undefined) => void;
  /** After the field: « jours ouvrés ». */
  readonly unit?: string;
  readonly width?: 'short' | 'full';
}

/** A value typed as text: the text stays as typed until the field is left, then shows what was understood. */
export function WrittenField<Value>(props: WrittenFieldProps<Value>) {
  const { written, value, onInput, unit, width = 'short' } = props;
  const [text, setText] = useState<string>();
  const input = (
    <input
      {...controlAttributes(props)}
      class={`control control-${width}`}
      inputMode={written.keys}
      autocomplete="off"
      value={text ?? (value === undefined ? '' : written.shown(value))}
      onInput={(event) => {
        const typed = event.currentTarget.value;
        setText(typed);
        onInput(written.read(typed));
      }}
      onBlur={() => {
        if (value !== undefined) setText(undefined);
      }}
    />
  );
  return (
    <FieldFrame field={props}>
      {unit === undefined ? (
        input
      ) : (
        <span class="row">
          {input}
          <span>{unit}</span>
        </span>
      )}
    </FieldFrame>
  );
}
