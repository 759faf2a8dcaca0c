import { useEffect, useRef, useState } from 'preact/hooks';
import { useCall } from '../../common/api/useCall.ts';
import { Button } from '../../common/button/Button.tsx';
import { Dialog } from '../../common/dialog/Dialog.tsx';
import { TextAreaField, TextField } from '../../common/field/TextField.tsx';
import { type FieldError, Notice, RefusalNotice } from '../../common/notice/Notice.tsx';
import { type ExpertToInvite, expertToInviteErrors } from './expert-to-invite.ts';

/** « Les lauréats sont libres » of their provider: one that the directory does not list is asked to register. */
export function InviteExpert({ laureateId }: { readonly laureateId: string }) {
  const [open, setOpen] = useState(false);
  const [sentTo, setSentTo] = useState<string>();
  const said = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (sentTo !== undefined) said.current?.focus();
  }, [sentTo]);
  return (
    <div class="stack stack-tight">
      {sentTo !== undefined && (
        <div ref={said} tabIndex={-1}>
          <Notice tone="success" title="L’invitation est partie" announced>
            <p>
              {sentTo} reçoit un lien pour s’inscrire. Quand l’équipe France Tiers-Lieux a lu son inscription, vous
              pouvez lui demander une mission ici même.
            </p>
          </Notice>
        </div>
      )}
      <p>
        La personne que vous cherchez n’est pas dans l’annuaire ?{' '}
        <Button tone="quiet" opens="dialog" onClick={() => setOpen(true)}>
          Inviter un expert
        </Button>
      </p>
      {open && (
        <InviteExpertDialog
          laureateId={laureateId}
          done={(name) => {
            setOpen(false);
            setSentTo(name);
          }}
          close={() => setOpen(false)}
        />
      )}
    </div>
  );
}

interface InviteExpertDialogProps {
  readonly laureateId: string;
  readonly done: (name: string) => void;
  readonly close: () => void;
}

const nothingTyped: ExpertToInvite = { name: '', email: '', message: '' };

function InviteExpertDialog({ laureateId, done, close }: InviteExpertDialogProps) {
  const [typed, setTyped] = useState(nothingTyped);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const { run, busy, refusal } = useCall('inviteExpert');
  const send = async () => {
    const found = expertToInviteErrors(typed);
    setErrors(found);
    const [first] = found;
    if (first !== undefined) return document.getElementById(first.fieldId)?.focus();
    const name = typed.name.trim();
    const answer = await run({ laureateId, name, email: typed.email.trim(), message: typed.message.trim() });
    if (answer !== undefined) done(name);
  };
  const field = (name: keyof ExpertToInvite) => {
    const id = `expert-${name}`;
    return {
      id,
      value: typed[name],
      error: errors.find(({ fieldId }) => fieldId === id)?.message,
      onInput: (value: string) => setTyped({ ...typed, [name]: value }),
    };
  };
  return (
    <Dialog
      open
      title="Inviter un expert"
      confirmLabel="Envoyer l’invitation"
      busy={busy}
      onConfirm={send}
      onCancel={close}
    >
      <p>
        Vous êtes libres de choisir qui vous accompagne. Cette personne s’inscrit, l’équipe France Tiers-Lieux lit son
        inscription, puis vous lui demandez votre mission.
      </p>
      <TextField {...field('name')} label="Prénom et nom, ou structure" autocomplete="off" maxLength={100} />
      <TextField {...field('email')} label="Adresse de courriel" type="email" inputMode="email" autocomplete="off" />
      <TextAreaField
        {...field('message')}
        label="Un mot de votre part"
        hint="Il figure dans le courriel, sous votre nom."
        optional
        rows={3}
        maxLength={1000}
      />
      {refusal !== undefined && <RefusalNotice refusal={refusal} />}
    </Dialog>
  );
}
