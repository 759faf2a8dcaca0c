import { controlAttributes, FieldFrame, type FieldProps } from './FieldFrame.tsx';

/** As attributes rather than a bare word: each kind of input has its own type, and a spread keeps them apart. */
const kinds = {
  text: { type: 'text' },
  email: { type: 'email' },
  tel: { type: 'tel' },
  url: { type: 'url' },
  search: { type: 'search' },
} as const;

interface TextFieldProps extends FieldProps {
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly type?: keyof typeof kinds;
  readonly autocomplete?: string;
  /** `numeric` for codes and SIRET: a keypad on phones without the arrows and « e » of number fields. */
  readonly inputMode?: 'text' | 'numeric' | 'email' | 'tel';
  readonly maxLength?: number;
  readonly width?: 'short' | 'medium' | 'full';
}

export function TextField(props: TextFieldProps) {
  const { value, onInput, type = 'text', autocomplete, inputMode, maxLength, width = 'full' } = props;
  return (
    <FieldFrame field={props}>
      <input
        {...controlAttributes(props)}
        class={`control control-${width}`}
        {...kinds[type]}
        value={value}
        autocomplete={autocomplete}
        inputMode={inputMode}
        maxLength={maxLength}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </FieldFrame>
  );
}

interface TextAreaFieldProps extends FieldProps {
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly rows?: number;
  /** Shown as « 120 caractères restants » when four fifths are used. */
  readonly maxLength?: number;
}

export function TextAreaField(props: TextAreaFieldProps) {
  const { value, onInput, rows = 5, maxLength } = props;
  const left = maxLength === undefined ? undefined : maxLength - value.length;
  const near = maxLength !== undefined && left !== undefined && left <= maxLength / 5;
  return (
    <FieldFrame field={props}>
      <textarea
        {...controlAttributes(props)}
        class="control control-full"
        rows={rows}
        maxLength={maxLength}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      {near && (
        <p class="field-hint" aria-live="polite">
          {left} {left > 1 ? 'caractères restants' : 'caractère restant'}
        </p>
      )}
    </FieldFrame>
  );
}

interface DateFieldProps extends FieldProps {
  /** A day, `YYYY-MM-DD`; empty when nothing is chosen. */
  readonly value: string;
  readonly onInput: (day: string) => void;
  readonly min?: string;
  readonly max?: string;
}

/** The browser's own date field: it speaks the person's language and opens the phone's own picker. */
export function DateField(props: DateFieldProps) {
  const { value, onInput, min, max } = props;
  return (
    <FieldFrame field={props}>
      <input
        {...controlAttributes(props)}
        class="control control-short"
        type="date"
        value={value}
        min={min}
        max={max}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </FieldFrame>
  );
}
