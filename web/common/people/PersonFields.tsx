import { dayOf } from '@sur-mesure/functions/domain/calendar';
import { peopleSubscriptions } from '@sur-mesure/functions/domain/notifications/people-subscriptions';
import { rolesOf } from '@sur-mesure/functions/domain/people/facts';
import type { PersonActionName } from '@sur-mesure/functions/domain/people/people';
import { RadioField, SelectField } from '../field/ChoiceFields.tsx';
import { DateField, TextAreaField, TextField } from '../field/TextField.tsx';
import type { FieldError } from '../notice/Notice.tsx';
import { roles, type Subject, successorsOf } from './person-words.ts';
import { askedOf, isOptional, personFieldId, type TypedPerson } from './typed-person.ts';

interface PersonFieldsProps {
  readonly action: PersonActionName;
  readonly subject: Subject;
  readonly typed: TypedPerson;
  readonly errors: readonly FieldError[];
  readonly onInput: (typed: TypedPerson) => void;
}

/** The fields that an action asks, and no other. */
export function PersonFields({ action, subject, typed, errors, onInput }: PersonFieldsProps) {
  const asked = askedOf(action, subject);
  const field = <Name extends keyof TypedPerson>(name: Name) => {
    const id = personFieldId(name);
    return {
      id,
      value: typed[name],
      error: errors.find(({ fieldId }) => fieldId === id)?.message,
      onInput: (value: TypedPerson[Name]) => onInput({ ...typed, [name]: value }),
    };
  };
  const today = dayOf(Date.now());
  return (
    <>
      {asked.includes('role') && <RadioField {...field('role')} label="Nouveau rôle" choices={otherRoles(subject)} />}
      {asked.includes('days') && (
        <div class="row row-top">
          <DateField {...field('from')} label="Premier jour" min={today} />
          <DateField {...field('until')} label="Dernier jour" min={typed.from || today} />
        </div>
      )}
      {asked.includes('successor') && (
        <SelectField
          {...field('successorUid')}
          label={
            subject.person.role === 'signatory' ? 'Qui signe désormais ?' : 'Qui parle désormais pour la structure ?'
          }
          hint={`${subject.person.name} est la seule personne à ce rôle : il en faut toujours une.`}
          choices={successorsOf(subject).map(({ uid, name, role }) => ({
            value: uid,
            label: `${name}, ${roles[role].label.toLowerCase()}`,
          }))}
        />
      )}
      {asked.includes('email') && (
        <TextField
          {...field('email')}
          label="Nouvelle adresse de courriel"
          type="email"
          inputMode="email"
          autocomplete="off"
        />
      )}
      {asked.includes('name') && (
        <TextField {...field('name')} label="Prénom et nom" autocomplete="off" maxLength={120} />
      )}
      {asked.includes('phone') && (
        <TextField
          {...field('phone')}
          label="Téléphone"
          optional
          hint="Laissez vide pour l’effacer."
          type="tel"
          autocomplete="off"
          maxLength={30}
        />
      )}
      {asked.includes('reason') && (
        <TextAreaField
          {...field('reason')}
          label="Pourquoi ?"
          optional={isOptional(action, subject)}
          hint={whereReasonGoes(action)}
          rows={3}
          maxLength={500}
        />
      )}
    </>
  );
}

function otherRoles({ organisation, person }: Subject) {
  return rolesOf[organisation.kind]
    .filter((role) => role !== person.role)
    .map((role) => ({ value: role, label: roles[role].label, hint: roles[role].may }));
}

function whereReasonGoes(action: PersonActionName): string {
  const isMailed = peopleSubscriptions[action].length > 0;
  return `Votre raison reste au journal, sous votre nom${isMailed ? ', et figure dans les courriels' : ''}.`;
}
