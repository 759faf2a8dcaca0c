import type { AskedBy } from '@sur-mesure/functions/domain/missions/behalf';
import { SelectField } from '../common/field/ChoiceFields.tsx';
import { TextField } from '../common/field/TextField.tsx';
import { of } from '../common/words/typography.ts';
import { howChoices } from './behalf-words.ts';

interface AskedByFieldsProps {
  /** The organisation in whose name staff act. */
  readonly side: string;
  readonly value: AskedBy;
  readonly error: string | undefined;
  readonly onInput: (value: AskedBy) => void;
}

/** Who asked staff to act, and how: the journal and the mail to its organisation say it. */
export function AskedByFields({ side, value, error, onInput }: AskedByFieldsProps) {
  return (
    <>
      <TextField
        id="asked-by"
        label="À la demande de"
        hint={`Une personne ${of(side)} : sa structure en est prévenue.`}
        error={error}
        value={value.name}
        onInput={(name) => onInput({ ...value, name })}
      />
      <SelectField
        id="asked-how"
        label="Comment"
        choices={howChoices}
        value={value.how}
        onInput={(how) => onInput({ ...value, how })}
      />
    </>
  );
}
