import type { Views } from '@sur-mesure/functions/domain/views';
import { useState } from 'preact/hooks';
import { useOperation } from '../../common/api/useOperation.ts';
import { Dialog } from '../../common/dialog/Dialog.tsx';
import { EmptyState } from '../../common/empty-state/EmptyState.tsx';
import { TextAreaField } from '../../common/field/TextField.tsx';
import { Loaded, useView } from '../../common/loading/Loaded.tsx';
import { DoneNotice } from '../../common/notice/DoneNotice.tsx';
import { OperationOutcome } from '../../common/notice/OperationOutcome.tsx';
import { returnToTop } from '../../common/page/address.ts';
import { DateText } from '../../common/words/DateText.tsx';
import { useAskedAbout } from '../useAskedAbout.ts';
import { DeadMails } from './DeadMails.tsx';
import { type Choose, type Chosen, IncidentActions } from './IncidentActions.tsx';
import { attemptsBefore, wordsOf } from './incident-words.ts';
import { Stamps } from './Stamps.tsx';
import '../../common/person-lines/person-lines.css';
import './incidents.css';

/** What the service could not do by itself, and what somebody may do about it. */
export function Incidents() {
  const loading = useView({ name: 'incidents' });
  const { chosen, choose, close, done, finish } = useAskedAbout<Chosen>(loading.refresh);
  const [pressed, setPressed] = useState<Chosen>();
  const { run, busy: _busy, ...outcome } = useOperation('incidentAction');
  /** Marking an address is undone in one press: it asks nothing first. */
  const press: Choose = async (next) => {
    if (next.action !== 'flagAddress') return choose(next);
    // A second press before the answer would be told that it is done already.
    if (pressed !== undefined) return;
    close();
    setPressed(next);
    const answer = await run((operationId) => ({ ...next, operationId, reason: '' }));
    setPressed(undefined);
    if (answer === undefined) return returnToTop();
    finish(answer.done);
  };
  return (
    <Loaded loading={loading}>
      {({ letters, mails, stamps }) => (
        <div class="stack">
          <DoneNotice done={done} />
          <OperationOutcome {...outcome} />
          <Letters letters={letters} choose={choose} pressed={pressed} />
          <DeadMails mails={mails} choose={press} pressed={pressed} />
          <Stamps {...stamps} />
          {chosen !== undefined && (
            <IncidentDialog
              key={`${chosen.action}.${chosen.incident.id}`}
              {...{ chosen, onClose: close, onDone: finish }}
            />
          )}
        </div>
      )}
    </Loaded>
  );
}

interface LettersProps {
  readonly letters: Views['incidents']['letters'];
  readonly choose: Choose;
  readonly pressed: Chosen | undefined;
}

function Letters({ letters, choose, pressed }: LettersProps) {
  return (
    <section class="stack" aria-labelledby="letters-title">
      <h2 id="letters-title">Opérations qui ont échoué</h2>
      {letters.length === 0 ? (
        <EmptyState>Tout ce que le service devait faire est fait.</EmptyState>
      ) : (
        <ul class="plain-list">
          {letters.map(({ id, what, code, subject, attempts, lastSeenAt, replaying }) => (
            <li key={id} class="person-line incident">
              <div class="person-words">
                <p class="person-name">{what}</p>
                <p class="small muted incident-words">
                  {subject} ({code})
                </p>
                <p class="small">
                  {attemptsBefore(attempts)} <DateText instant={lastSeenAt} hour />
                  {replaying && ', en train d’être refaite'}
                </p>
              </div>
              <IncidentActions
                kind="letter"
                id={id}
                actions={['replay', 'discard']}
                about={what}
                {...{ choose, pressed }}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

interface IncidentDialogProps {
  readonly chosen: Chosen;
  readonly onClose: () => void;
  readonly onDone: (words: string) => void;
}

function IncidentDialog({ chosen, onClose, onDone }: IncidentDialogProps) {
  const [reason, setReason] = useState('');
  const { run, busy, ...outcome } = useOperation('incidentAction');
  const words = wordsOf(chosen.action, chosen.incident.kind);
  if (words === undefined) return null;
  const confirm = async () => {
    const answer = await run((operationId) => ({ ...chosen, operationId, reason }));
    if (answer !== undefined) onDone(answer.done);
  };
  return (
    <Dialog
      open
      title={words.title}
      confirmLabel={words.button}
      tone={chosen.action === 'discard' ? 'danger' : 'primary'}
      busy={busy}
      onConfirm={() => void confirm()}
      onCancel={onClose}
    >
      <p>{words.consequence}</p>
      {chosen.action === 'discard' && (
        <TextAreaField id="incident-reason" label="Pourquoi ?" rows={3} value={reason} onInput={setReason} />
      )}
      <OperationOutcome {...outcome} />
    </Dialog>
  );
}
