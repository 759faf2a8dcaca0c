import { dayOf } from '@sur-mesure/functions/domain/calendar';
import type { LaureateFileView } from '@sur-mesure/functions/domain/laureates/views';
import { SelectField } from '../../common/field/ChoiceFields.tsx';
import { DateField, TextAreaField, TextField } from '../../common/field/TextField.tsx';
import type { FieldError } from '../../common/notice/Notice.tsx';
import {
  type AskedOfRecord,
  baseChoices,
  firstTyped,
  legalFormChoices,
  NOBODY,
  type RecordDialogName,
  recordFieldId,
  recordWords,
  type TypedRecord,
} from './record-words.ts';

interface RecordFieldsProps {
  readonly action: RecordDialogName;
  readonly file: LaureateFileView;
  readonly typed: TypedRecord;
  readonly errors: readonly FieldError[];
  readonly onInput: (typed: TypedRecord) => void;
}

/** The fields that an action asks, and no other. */
export function RecordFields({ action, file, typed, errors, onInput }: RecordFieldsProps) {
  const asked: readonly AskedOfRecord[] = recordWords[action].asks;
  const field = <Name extends keyof TypedRecord>(name: Name) => {
    const id = recordFieldId(name);
    return {
      id,
      value: typed[name],
      error: errors.find(({ fieldId }) => fieldId === id)?.message,
      onInput: (value: TypedRecord[Name]) => onInput({ ...typed, [name]: value }),
    };
  };
  return (
    <>
      {asked.includes('position') && file.legalEntities.length > 1 && (
        <SelectField
          {...field('position')}
          label="Laquelle ?"
          choices={file.legalEntities.map(({ name, from }, position) => ({
            value: String(position),
            label: `${name}, depuis le ${from.split('-').reverse().join('/')}`,
          }))}
          onInput={(position) => onInput({ ...firstTyped(file, Number(position)), reason: typed.reason })}
        />
      )}
      {asked.includes('entity') && (
        <>
          <DateField {...field('from')} label="Depuis le" max={dayOf(Date.now())} />
          <TextField {...field('name')} label="Nom de la personne morale" maxLength={200} />
          <TextField {...field('siret')} label="SIRET" inputMode="numeric" width="medium" />
          <SelectField {...field('legalForm')} label="Forme juridique" choices={legalFormChoices} />
        </>
      )}
      {asked.includes('base') && (
        <>
          <SelectField {...field('base')} label="Base de la subvention" choices={baseChoices} />
          {typed.base === 'coefficient' && (
            <TextField
              {...field('deductible')}
              label="Part de la TVA récupérée"
              hint="Le coefficient de déduction de la structure, en pour cent : 60, ou 62,5."
              width="short"
            />
          )}
        </>
      )}
      {asked.includes('referent') && (
        <>
          <SelectField
            {...field('referentUid')}
            label="Personne référente"
            choices={[
              ...file.team.map(({ uid, name }) => ({ value: uid, label: name })),
              { value: NOBODY, label: 'Aucune en particulier (le contact du programme)' },
            ]}
          />
          {typed.referentUid !== NOBODY && (
            <TextField {...field('phone')} label="Son numéro de téléphone" type="tel" inputMode="tel" width="medium" />
          )}
        </>
      )}
      {asked.includes('reason') && (
        <TextAreaField
          {...field('reason')}
          label="Pourquoi ?"
          hint="Votre raison reste au journal, sous votre nom, et figure dans les courriels."
          rows={3}
          maxLength={2000}
        />
      )}
    </>
  );
}
