import { SelectField } from '../../common/field/ChoiceFields.tsx';

interface ListSelectProps<Value extends string> {
  readonly id: string;
  readonly label: string;
  /** Said where nothing is chosen: « Toutes les régions ». */
  readonly all: string;
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value | null;
  readonly onChoose: (value: Value | null) => void;
}

const every = 'all';

/** A filter that may choose nothing. */
export function ListSelect<Value extends string>({ id, label, all, choices, value, onChoose }: ListSelectProps<Value>) {
  return (
    <SelectField<string>
      {...{ id, label }}
      optional
      choices={[{ value: every, label: all }, ...choices]}
      value={value ?? every}
      onInput={(chosen) => onChoose(choices.find((choice) => choice.value === chosen)?.value ?? null)}
    />
  );
}
