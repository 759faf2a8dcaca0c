import type { IncidentActionInput } from '@sur-mesure/functions/domain/api';
import type { Views } from '@sur-mesure/functions/domain/views';
import { useState } from 'preact/hooks';
import { useOperation } from '../../common/api/useOperation.ts';
import { Button } from '../../common/button/Button.tsx';
import { Dialog } from '../../common/dialog/Dialog.tsx';
import { EmptyState } from '../../common/empty-state/EmptyState.tsx';
import { TextAreaField } from '../../common/field/TextField.tsx';
import { Loaded, useView } from '../../common/loading/Loaded.tsx';
import { DoneNotice } from '../../common/notice/DoneNotice.tsx';
import { RefusalNotice } from '../../common/notice/Notice.tsx';
import { DateText } from '../../common/words/DateText.tsx';
import { attemptsBefore, incidentWords } from './incident-words.ts';
import { Stamps } from './Stamps.tsx';
import '../../common/person-lines/person-lines.css';
import './incidents.css';

type Chosen = Pick<IncidentActionInput, 'action' | 'incident'>;
type Choose = (chosen: Chosen) => void;

/** What the service could not do by itself, and what somebody may do about it. */
export function Incidents() {
  const loading = useView({ name: 'incidents' });
  const [chosen, setChosen] = useState<Chosen>();
  const [done, setDone] = useState<string>();
  const choose: Choose = (next) => {
    setDone(undefined);
    setChosen(next);
  };
  return (
    <Loaded loading={loading}>
      {({ letters, mails, stamps }) => (
        <div class="stack">
          <DoneNotice done={done} />
          <Letters letters={letters} choose={choose} />
          <Mails mails={mails} choose={choose} />
          <Stamps {...stamps} />
          {chosen !== undefined && (
            <IncidentDialog
              key={`${chosen.action}.${chosen.incident.id}`}
              chosen={chosen}
              onClose={() => setChosen(undefined)}
              onDone={(words) => {
                setChosen(undefined);
                setDone(words);
                loading.refresh();
              }}
            />
          )}
        </div>
      )}
    </Loaded>
  );
}

function Letters({ letters, choose }: { readonly letters: Views['incidents']['letters']; readonly choose: Choose }) {
  return (
    <section class="stack" aria-labelledby="letters-title">
      <h2 id="letters-title">Opérations qui ont échoué</h2>
      {letters.length === 0 ? (
        <EmptyState>Tout ce que le service devait faire est fait.</EmptyState>
      ) : (
        <ul class="plain-list">
          {letters.map(({ id, what, code, subject, attempts, lastSeenAt, replaying }) => (
            <li key={id} class="person-line">
              <div class="person-words">
                <p class="person-name">{what}</p>
                <p class="small muted incident-subject">
                  {subject} ({code})
                </p>
                <p class="small">
                  {attemptsBefore(attempts)} <DateText instant={lastSeenAt} hour />
                  {replaying && ', en train d’être refaite'}
                </p>
              </div>
              <IncidentActions kind="letter" id={id} about={what} choose={choose} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Mails({ mails, choose }: { readonly mails: Views['incidents']['mails']; readonly choose: Choose }) {
  return (
    <section class="stack" aria-labelledby="mails-title">
      <h2 id="mails-title">Courriels qui n’ont pas pu partir</h2>
      {mails.length === 0 ? (
        <EmptyState>Tous les courriels sont partis, ou vont partir.</EmptyState>
      ) : (
        <ul class="plain-list">
          {mails.map(({ id, recipient, email, about, problem, createdAt, attempts }) => (
            <li key={id} class="person-line">
              <div class="person-words">
                <p class="person-name">{recipient}</p>
                <p class="small muted incident-subject">{email}</p>
                {about !== '' && <p class="small">{about}</p>}
                <p class="small">
                  {problem} {attemptsBefore(attempts)} <DateText instant={createdAt} hour />
                </p>
              </div>
              <IncidentActions kind="mail" id={id} about={`le courriel à ${recipient}`} choose={choose} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

interface IncidentActionsProps {
  readonly kind: Chosen['incident']['kind'];
  readonly id: string;
  /** Tells one line's buttons from another's for who hears the page. */
  readonly about: string;
  readonly choose: Choose;
}

function IncidentActions({ kind, id, about, choose }: IncidentActionsProps) {
  return (
    <div class="row">
      {(['replay', 'discard'] as const).map((action) => (
        <Button
          key={action}
          tone={action === 'replay' ? 'secondary' : 'quiet'}
          onClick={() => choose({ action, incident: { kind, id } })}
        >
          {incidentWords[kind][action].button}
          <span class="visually-hidden"> : {about}</span>
        </Button>
      ))}
    </div>
  );
}

interface IncidentDialogProps {
  readonly chosen: Chosen;
  readonly onClose: () => void;
  readonly onDone: (words: string) => void;
}

function IncidentDialog({ chosen, onClose, onDone }: IncidentDialogProps) {
  const [reason, setReason] = useState('');
  const { run, busy, refusal } = useOperation('incidentAction');
  const { title, button, consequence } = incidentWords[chosen.incident.kind][chosen.action];
  const confirm = async () => {
    const answer = await run((operationId) => ({ ...chosen, operationId, reason }));
    if (answer !== undefined) onDone(answer.done);
  };
  return (
    <Dialog
      open
      title={title}
      confirmLabel={button}
      tone={chosen.action === 'discard' ? 'danger' : 'primary'}
      busy={busy}
      onConfirm={() => void confirm()}
      onCancel={onClose}
    >
      <p>{consequence}</p>
      {chosen.action === 'discard' && (
        <TextAreaField id="incident-reason" label="Pourquoi ?" rows={3} value={reason} onInput={setReason} />
      )}
      {refusal !== undefined && <RefusalNotice refusal={refusal} />}
    </Dialog>
  );
}
