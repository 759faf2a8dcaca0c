import { rowOf } from '@sur-mesure/functions/domain/people/actions';
import type { PersonActionName } from '@sur-mesure/functions/domain/people/people';
import { useState } from 'preact/hooks';
import { useCall } from '../api/useCall.ts';
import { Dialog } from '../dialog/Dialog.tsx';
import { FreshSignIn } from '../mission/FreshSignIn.tsx';
import { type FieldError, Notice, RefusalNotice } from '../notice/Notice.tsx';
import { PersonFields } from './PersonFields.tsx';
import { actionWords, isLastHead, type Subject, successorsOf } from './person-words.ts';
import { personActionOf, personErrors, type TypedPerson } from './typed-person.ts';

interface PersonDialogProps {
  readonly action: PersonActionName;
  readonly subject: Subject;
  readonly done: (message: string) => void;
  readonly close: () => void;
}

const nothingTyped = {
  role: undefined,
  from: '',
  until: '',
  successorUid: '',
  email: '',
  name: '',
  phone: '',
  reason: '',
};

/** Says what follows, asks what the action needs and nothing else, and acts. */
export function PersonDialog({ action, subject, done, close }: PersonDialogProps) {
  const { organisation, person } = subject;
  const { title, tone } = actionWords[action];
  const [typed, setTyped] = useState<TypedPerson>({ ...nothingTyped, name: person.name, phone: person.phone ?? '' });
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const { run, busy, refusal } = useCall('personAction');
  const confirm = async () => {
    const found = personErrors(action, typed, subject);
    setErrors(found);
    const [first] = found;
    if (first !== undefined) return document.getElementById(first.fieldId)?.focus();
    const answer = await run({ ...personActionOf(action, typed, subject), organisation, uid: person.uid });
    if (answer !== undefined) done(answer.done);
  };
  return (
    <Dialog
      open
      title={title(subject)}
      confirmLabel={rowOf(action).label}
      tone={tone}
      busy={busy}
      onConfirm={confirm}
      onCancel={close}
    >
      <Follows action={action} subject={subject} />
      <PersonFields {...{ action, subject, typed, errors }} onInput={setTyped} />
      {refusal !== undefined && <RefusalNotice refusal={refusal} />}
      <FreshSignIn refusal={refusal} again={confirm} />
    </Dialog>
  );
}

function Follows({ action, subject }: Pick<PersonDialogProps, 'action' | 'subject'>) {
  const lines = actionWords[action].follows(subject);
  if (action === 'switchOff') {
    return (
      <div class="stack stack-tight">
        <p>Dès votre confirmation s’arrêtent :</p>
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <p>
          Aucun courriel ne la prévient : appelez-la. Rien de ce qu’elle a fait n’est effacé, et vous pourrez rouvrir
          son accès.
        </p>
      </div>
    );
  }
  const alone = action === 'close' && isLastHead(subject) && successorsOf(subject).length === 0;
  return (
    <div class="stack stack-tight">
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {alone && (
        <Notice tone="warning">
          <p>
            Plus personne ne pourra agir pour {subject.organisationName}. Invitez d’abord la personne qui prend la
            suite.
          </p>
        </Notice>
      )}
    </div>
  );
}
