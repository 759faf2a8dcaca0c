import { useState } from 'preact/hooks';
import { counted } from '../words/typography.ts';
import { type Choice, SelectField } from './ChoiceFields.tsx';
import type { FieldProps } from './FieldFrame.tsx';
import { MOST_CHOICES, narrowed } from './searched-choices.ts';
import { TextField } from './TextField.tsx';

interface SearchedSelectFieldProps<Value extends string> extends FieldProps {
  readonly choices: readonly Choice<Value>[];
  readonly value: Value | undefined;
  readonly onInput: (value: Value) => void;
}

/** A list to choose one of, of any length: a long one is narrowed by a part of the name first. */
export function SearchedSelectField<Value extends string>({ choices, ...field }: SearchedSelectFieldProps<Value>) {
  const [words, setWords] = useState('');
  if (choices.length <= MOST_CHOICES) return <SelectField {...field} choices={choices} />;
  const { shown, others } = narrowed(choices, words, field.value);
  const found =
    others === 0
      ? counted(shown.length, 'nom proposé', 'noms proposés')
      : `${counted(others, 'autre')} : précisez le nom`;
  return (
    <div class="stack stack-tight">
      <TextField
        id={`${field.id}-search`}
        label={`${field.label} : une partie du nom`}
        optional
        type="search"
        width="medium"
        value={words}
        onInput={setWords}
      />
      <p class="small muted" role="status">
        {found}
      </p>
      <SelectField {...field} choices={shown} />
    </div>
  );
}
