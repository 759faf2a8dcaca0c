import { dayOf } from '@sur-mesure/functions/domain/calendar';
import type { Organisation, PersonRole } from '@sur-mesure/functions/domain/people/people';
import { useState } from 'preact/hooks';
import { useCall } from '../api/useCall.ts';
import { Dialog } from '../dialog/Dialog.tsx';
import { RadioField } from '../field/ChoiceFields.tsx';
import { DateField, TextField } from '../field/TextField.tsx';
import { FreshSignIn } from '../mission/FreshSignIn.tsx';
import { type FieldError, RefusalNotice } from '../notice/Notice.tsx';
import { roles } from './person-words.ts';
import { invitationErrors, invitationOf, type TypedInvitation } from './typed-person.ts';

interface InviteDialogProps {
  readonly organisation: Organisation;
  readonly organisationName: string;
  readonly mayInvite: readonly PersonRole[];
  readonly done: (message: string) => void;
  readonly close: () => void;
}

/** A name, an address, a role: the account opens at once and waits for its first sign-in. */
export function InviteDialog({ organisation, organisationName, mayInvite, done, close }: InviteDialogProps) {
  const [only] = mayInvite.length === 1 ? mayInvite : [];
  const [typed, setTyped] = useState<TypedInvitation>({ role: only, name: '', email: '', until: '' });
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const { run, busy, refusal } = useCall('invite');
  const send = async () => {
    const found = invitationErrors(typed);
    setErrors(found);
    const [first] = found;
    if (first !== undefined) return document.getElementById(first.fieldId)?.focus();
    const invitation = invitationOf(typed, organisation);
    const answer = invitation && (await run(invitation));
    if (answer) done(`L’invitation est partie à ${typed.email.trim()} : le courriel contient un lien pour entrer.`);
  };
  return (
    <Dialog
      open
      title="Inviter une personne"
      confirmLabel="Envoyer l’invitation"
      busy={busy}
      onConfirm={send}
      onCancel={close}
    >
      <p class="muted">{organisationName}</p>
      <InvitedFields {...{ mayInvite, typed, errors }} onInput={setTyped} />
      {refusal !== undefined && <RefusalNotice refusal={refusal} />}
      <FreshSignIn refusal={refusal} again={send} />
    </Dialog>
  );
}

interface InvitedFieldsProps {
  readonly mayInvite: readonly PersonRole[];
  readonly typed: TypedInvitation;
  readonly errors: readonly FieldError[];
  readonly onInput: (typed: TypedInvitation) => void;
}

function InvitedFields({ mayInvite, typed, errors, onInput }: InvitedFieldsProps) {
  const field = <Name extends keyof TypedInvitation>(name: Name) => {
    const id = `invited-${name}`;
    return {
      id,
      value: typed[name],
      error: errors.find(({ fieldId }) => fieldId === id)?.message,
      onInput: (value: TypedInvitation[Name]) => onInput({ ...typed, [name]: value }),
    };
  };
  return (
    <>
      <TextField {...field('name')} label="Prénom et nom" autocomplete="off" maxLength={100} />
      <TextField
        {...field('email')}
        label="Adresse de courriel"
        hint="La sienne, pas une adresse partagée : chaque connexion et chaque décision portent son nom."
        type="email"
        inputMode="email"
        autocomplete="off"
      />
      {mayInvite.length > 1 && (
        <RadioField
          {...field('role')}
          label="Son rôle"
          choices={mayInvite.map((role) => ({ value: role, label: roles[role].label, hint: roles[role].may }))}
        />
      )}
      {typed.role === 'observer' && (
        <DateField
          {...field('until')}
          label="Dernier jour"
          hint="L’accès se ferme de lui-même à la fin de ce jour."
          min={dayOf(Date.now())}
        />
      )}
    </>
  );
}
