import { controlAttributes, FieldFrame, type FieldProps, GroupFrame } from './FieldFrame.tsx';

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** One line of consequence under the label. */
  readonly hint?: string;
}

interface OneOfProps<Value extends string> extends FieldProps {
  readonly choices: readonly Choice<Value>[];
  readonly value: Value | undefined;
  readonly onInput: (value: Value) => void;
}

export function SelectField<Value extends string>(props: OneOfProps<Value>) {
  const { choices, value, onInput } = props;
  return (
    <FieldFrame field={props}>
      <select
        {...controlAttributes(props)}
        class="control control-medium"
        value={value ?? ''}
        onInput={(event) => {
          const chosen = choices.find((choice) => choice.value === event.currentTarget.value);
          if (chosen !== undefined) onInput(chosen.value);
        }}
      >
        <option value="" disabled>
          Choisir
        </option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

interface OptionRowProps {
  readonly group: string;
  readonly kind: 'radio' | 'checkbox';
  readonly choice: Choice<string>;
  readonly checked: boolean;
  readonly onInput: (checked: boolean) => void;
}

/** One box or button with its words. Fields are made of it; a page uses it alone only for a group of its own kind. */
export function OptionRow({ group, kind, choice, checked, onInput }: OptionRowProps) {
  const id = `${group}-${choice.value}`;
  const hintId = choice.hint === undefined ? undefined : `${id}-hint`;
  return (
    <div class="option">
      <input
        id={id}
        type={kind}
        name={group}
        value={choice.value}
        checked={checked}
        aria-describedby={hintId}
        onInput={(event) => onInput(event.currentTarget.checked)}
      />
      <label for={id}>{choice.label}</label>
      {choice.hint !== undefined && (
        <p class="option-hint" id={hintId}>
          {choice.hint}
        </p>
      )}
    </div>
  );
}

export function RadioField<Value extends string>(props: OneOfProps<Value>) {
  const { id, choices, value, onInput } = props;
  return (
    <GroupFrame field={props}>
      {choices.map((choice) => (
        <OptionRow
          key={choice.value}
          group={id}
          kind="radio"
          choice={choice}
          checked={choice.value === value}
          onInput={() => onInput(choice.value)}
        />
      ))}
    </GroupFrame>
  );
}

interface SeveralOfProps<Value extends string> extends FieldProps {
  readonly choices: readonly Choice<Value>[];
  readonly values: readonly Value[];
  readonly onInput: (values: readonly Value[]) => void;
}

/** Answers keep the order of the choices, whatever the order of the clicks. */
export function CheckboxGroup<Value extends string>(props: SeveralOfProps<Value>) {
  const { id, choices, values, onInput } = props;
  const change = (changed: Value, checked: boolean) =>
    onInput(
      choices.map((choice) => choice.value).filter((value) => (value === changed ? checked : values.includes(value))),
    );
  return (
    <GroupFrame field={props}>
      {choices.map((choice) => (
        <OptionRow
          key={choice.value}
          group={id}
          kind="checkbox"
          choice={choice}
          checked={values.includes(choice.value)}
          onInput={(checked) => change(choice.value, checked)}
        />
      ))}
    </GroupFrame>
  );
}

interface CheckboxFieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly checked: boolean;
  readonly onInput: (checked: boolean) => void;
}

/** One box to tick: a declaration, a consent. */
export function CheckboxField({ id, label, hint, error, checked, onInput }: CheckboxFieldProps) {
  const field = { id, label, hint, error };
  return (
    <div class={error === undefined ? 'field' : 'field field-wrong'}>
      {error !== undefined && (
        <p class="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <div class="option">
        <input
          {...controlAttributes(field)}
          type="checkbox"
          checked={checked}
          onInput={(event) => onInput(event.currentTarget.checked)}
        />
        <label for={id}>{label}</label>
        {hint !== undefined && (
          <p class="option-hint" id={`${id}-hint`}>
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}
