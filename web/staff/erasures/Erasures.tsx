import { erasureStates, isErasureOpen, reasonless } from '@sur-mesure/functions/domain/my-data/request';
import type { ErasureRow } from '@sur-mesure/functions/domain/my-data/views';
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
import { of } from '../../common/words/typography.ts';
import { useAskedAbout } from '../useAskedAbout.ts';
import '../../common/person-lines/person-lines.css';

interface Chosen {
  readonly row: ErasureRow;
  readonly action: 'approve' | 'refuse';
}

/** Who asked to be erased, and what staff answer. */
export function Erasures() {
  const loading = useView({ name: 'erasures' });
  const { chosen, choose, close, done, finish } = useAskedAbout<Chosen>(loading.refresh);
  return (
    <div class="stack">
      <p class="lead">
        La réponse est due dans le mois. Ce qui est accepté s’efface la nuit suivante ; ce que la loi demande de garder
        dix ans reste. <a href="/donnees-personnelles">Ce qui est gardé</a>
      </p>
      <DoneNotice done={done} />
      <Loaded loading={loading}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState>Personne n’a demandé d’effacement.</EmptyState>
          ) : (
            <ul class="person-lines">
              {rows.map((row) => (
                <Line key={row.uid} row={row} choose={choose} />
              ))}
            </ul>
          )
        }
      </Loaded>
      {chosen !== undefined && (
        <Decision key={`${chosen.action}.${chosen.row.uid}`} chosen={chosen} onClose={close} onDone={finish} />
      )}
    </div>
  );
}

interface LineProps {
  readonly row: ErasureRow;
  readonly choose: (chosen: Chosen) => void;
}

function Line({ row, choose }: LineProps) {
  const { personName, email, state, cause, askedAt, decidedAt, decidedBy, reason, obstacles } = row;
  const name = personName === '' ? 'Personne effacée' : personName;
  return (
    <li class="person-line">
      <div class="stack stack-tight">
        <p class="person-name">{name}</p>
        {email !== '' && <p class="small muted">{email}</p>}
        <p>
          {erasureStates[state]}, {cause === 'inactive' ? 'faute d’activité depuis' : 'demandé'} le{' '}
          <DateText instant={askedAt} />
          {decidedAt !== null && decidedBy !== null && (
            <>
              , réponse de {decidedBy} le <DateText instant={decidedAt} />
            </>
          )}
        </p>
        {reason !== '' && <p class="small">{reason}</p>}
        {obstacles.map((obstacle) => (
          <p key={obstacle}>{obstacle}</p>
        ))}
      </div>
      <div class="row">
        {isErasureOpen('approve', state) && obstacles.length === 0 && (
          <Button opens="dialog" onClick={() => choose({ row, action: 'approve' })}>
            Accepter<span class="visually-hidden"> l’effacement {of(name)}</span>
          </Button>
        )}
        {isErasureOpen('refuse', state) && (
          <Button opens="dialog" onClick={() => choose({ row, action: 'refuse' })}>
            Refuser<span class="visually-hidden"> l’effacement {of(name)}</span>
          </Button>
        )}
      </div>
    </li>
  );
}

interface DecisionProps {
  readonly chosen: Chosen;
  readonly onClose: () => void;
  readonly onDone: (words: string) => void;
}

function Decision({ chosen: { row, action }, onClose, onDone }: DecisionProps) {
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string>();
  const { run, busy, refusal } = useOperation('erasureAction');
  const { uid } = row;
  const decide = async () => {
    if (action === 'refuse' && reason.trim() === '') {
      setError(reasonless.message);
      return document.getElementById('reason')?.focus();
    }
    setError(undefined);
    const answer = await run((operationId) =>
      action === 'approve' ? { action, operationId, uid } : { action, operationId, uid, reason },
    );
    if (answer !== undefined) onDone(answer.done);
  };
  return (
    <Dialog
      open
      title={`${action === 'approve' ? 'Accepter' : 'Refuser'} l’effacement ${of(row.personName)}`}
      confirmLabel={action === 'approve' ? 'Couper le compte et effacer' : 'Refuser l’effacement'}
      tone="danger"
      busy={busy}
      onConfirm={decide}
      onCancel={onClose}
    >
      <div class="stack">
        {action === 'approve' ? (
          <p>
            Le compte est coupé tout de suite. Le reste s’efface la nuit prochaine : jusque-là, vous pouvez encore
            refuser. Ensuite, rien ne se défait.
          </p>
        ) : (
          <TextAreaField
            id="reason"
            label="Pourquoi"
            hint="La personne le lit dans un courriel."
            error={error}
            value={reason}
            onInput={setReason}
          />
        )}
        {refusal !== undefined && <RefusalNotice refusal={refusal} />}
      </div>
    </Dialog>
  );
}
