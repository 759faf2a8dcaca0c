import { type ActionName, type SendBackReason, sendBackReasons } from '@sur-mesure/functions/domain/missions/actions';
import { activeParticipants, followers } from '@sur-mesure/functions/domain/missions/mission';
import type { MissionView } from '@sur-mesure/functions/domain/missions/views';
import { formatEuros } from '@sur-mesure/functions/domain/money';
import { AmountField } from '../field/AmountField.tsx';
import { CheckboxField, CheckboxGroup, RadioField } from '../field/ChoiceFields.tsx';
import { TextAreaField, TextField } from '../field/TextField.tsx';
import type { FieldError } from '../notice/Notice.tsx';
import { SnoozeFields } from './SnoozeFields.tsx';
import { askedFields, finalsAsked, onlyFollower, type Typed } from './typed-action.ts';

interface ActionFieldsProps {
  readonly action: ActionName;
  readonly view: MissionView;
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
  readonly onInput: (typed: Typed) => void;
}

const reasonChoices: readonly { readonly value: SendBackReason; readonly label: string }[] = [
  { value: 'scope', label: sendBackReasons.scope },
  { value: 'amount', label: sendBackReasons.amount },
  { value: 'dates', label: sendBackReasons.dates },
  { value: 'expired', label: sendBackReasons.expired },
  { value: 'document', label: sendBackReasons.document },
  { value: 'other', label: sendBackReasons.other },
];

/** The fields that the table's checks ask for, and no other. */
export function ActionFields({ action, view, typed, errors, onInput }: ActionFieldsProps) {
  const asked = askedFields(action);
  const field = (name: string) => {
    const id = `${action}-${name}`;
    return { id, error: errors.find(({ fieldId }) => fieldId === id)?.message };
  };
  return (
    <>
      {asked.includes('declares') && (
        <CheckboxField
          {...field('declares')}
          label={declaration(view)}
          checked={typed.declares}
          onInput={(declares) => onInput({ ...typed, declares })}
        />
      )}
      {asked.includes('follower') && onlyFollower(view.mission) === undefined && (
        <RadioField
          {...field('follower')}
          label="Qui ne suit plus la mission ?"
          choices={followers(view.mission).map(({ uid, name }) => ({ value: uid, label: name }))}
          value={typed.follower}
          onInput={(follower) => onInput({ ...typed, follower })}
        />
      )}
      {asked.includes('reasons') && (
        <CheckboxGroup
          {...field('reasons')}
          label="Ce qui est à revoir"
          choices={reasonChoices}
          values={typed.reasons}
          onInput={(reasons) => onInput({ ...typed, reasons })}
        />
      )}
      {asked.includes('finals') &&
        finalsAsked(view).map(({ laureateId, name, mostCents }) => (
          <AmountField
            key={laureateId}
            {...field(`final-${laureateId}`)}
            label={`Montant du travail déjà fait pour ${name}`}
            hint={`0 s’il n’y en a pas ; ${formatEuros(mostCents)} au plus, TTC.`}
            cents={typed.finals[laureateId]}
            onInput={(cents) => onInput({ ...typed, finals: { ...typed.finals, [laureateId]: cents } })}
          />
        ))}
      {asked.includes('days') && (
        <TextField
          {...field('days')}
          label="Nombre de jours"
          inputMode="numeric"
          width="short"
          value={typed.days}
          onInput={(days) => onInput({ ...typed, days })}
        />
      )}
      {asked.includes('until') && (
        <SnoozeFields
          view={view}
          field={field}
          until={typed.until}
          otherDay={typed.otherDay}
          onInput={(chosen) => onInput({ ...typed, ...chosen })}
        />
      )}
      {asked.includes('reason') && (
        <TextAreaField
          {...field('reason')}
          label="Pourquoi ?"
          hint="Les personnes concernées par la mission lisent ces mots."
          rows={4}
          maxLength={2000}
          value={typed.reason}
          onInput={(reason) => onInput({ ...typed, reason })}
        />
      )}
    </>
  );
}

function declaration({ mission }: MissionView): string {
  const names = activeParticipants(mission).map(({ name }) => name);
  const list = new Intl.ListFormat('fr-FR').format(names);
  return `Je déclare ne détenir aucun intérêt, direct ou indirect, dans ${list} ni dans aucune autre manufacture labellisée, et je garde confidentiel ce que je lirai.`;
}
