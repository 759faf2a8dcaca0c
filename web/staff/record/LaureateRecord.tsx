import { laureateRowOf } from '@sur-mesure/functions/domain/laureates/actions';
import type { RecordActionName } from '@sur-mesure/functions/domain/laureates/facts';
import { laureateStatuses, legalForms } from '@sur-mesure/functions/domain/laureates/laureate';
import type { LaureateFileView } from '@sur-mesure/functions/domain/laureates/views';
import { baseLabel } from '@sur-mesure/functions/domain/subsidy/funded';
import { useState } from 'preact/hooks';
import { Button } from '../../common/button/Button.tsx';
import { DayLog } from '../../common/day-log/DayLog.tsx';
import { EmptyState } from '../../common/empty-state/EmptyState.tsx';
import { Loaded, useView } from '../../common/loading/Loaded.tsx';
import { DoneNotice } from '../../common/notice/DoneNotice.tsx';
import { Notice } from '../../common/notice/Notice.tsx';
import { useDone } from '../../common/notice/useDone.ts';
import { journalSentence } from '../../common/people/journal-words.ts';
import { Pill } from '../../common/state-pill/StatePill.tsx';
import { DateText } from '../../common/words/DateText.tsx';
import { MissionsTable } from '../MissionsTable.tsx';
import { statusTones } from '../status-tones.ts';
import { RecordDialog } from './RecordDialog.tsx';
import { confirmTone } from './record-words.ts';
import { TransferDialog } from './TransferDialog.tsx';

interface LaureateRecordProps {
  readonly laureateId: string;
  /** The name and status shown elsewhere on the page have changed. */
  readonly onChanged: () => void;
}

/** Who a laureate is before the law, where it stands, whom it calls, and what staff may do about it. */
export function LaureateRecord({ laureateId, onChanged }: LaureateRecordProps) {
  const loading = useView({ name: 'laureateFile', laureateId });
  const { heading, done, say } = useDone();
  const [chosen, setChosen] = useState<RecordActionName>();
  const close = () => setChosen(undefined);
  const finish = (message: string) => {
    close();
    say(message);
    loading.refresh();
    onChanged();
  };
  return (
    <>
      <h2 ref={heading} tabIndex={-1}>
        La fiche
      </h2>
      <DoneNotice done={done} />
      <Loaded loading={loading}>
        {(file) => (
          <div class="stack stack-loose">
            <Standing file={file} />
            <Entities file={file} />
            <Actions file={file} choose={setChosen} />
            <LiveMissions file={file} />
            <Journal file={file} />
            {chosen === 'transferEntity' && <TransferDialog {...{ file, close }} done={finish} />}
            {chosen !== undefined && chosen !== 'transferEntity' && (
              <RecordDialog action={chosen} {...{ file, close }} done={finish} />
            )}
          </div>
        )}
      </Loaded>
    </>
  );
}

function Standing({ file: { status, standing, referent } }: { readonly file: LaureateFileView }) {
  return (
    <dl class="facts">
      <dt>Dans le programme</dt>
      <dd>
        <Pill tone={statusTones[status]}>{laureateStatuses[status]}</Pill>
        {standing !== null && (
          <>
            <p>
              Depuis le <DateText instant={standing.since} />, par {standing.byName}
            </p>
            <p class="typed">{standing.reason}</p>
          </>
        )}
      </dd>
      <dt>Personne référente</dt>
      <dd>
        {referent === null ? (
          <span class="muted">Personne : la manufacture voit le contact du programme.</span>
        ) : (
          <>
            <p>{referent.name}</p>
            <p>
              {referent.phone} · <a href={`mailto:${referent.email}`}>{referent.email}</a>
            </p>
          </>
        )}
      </dd>
    </dl>
  );
}

function Entities({ file: { legalEntities } }: { readonly file: LaureateFileView }) {
  const newestFirst = legalEntities.toReversed();
  return (
    <section class="stack" aria-labelledby="entities-title">
      <h3 id="entities-title">Personne morale</h3>
      <ul class="stack stack-tight plain-list">
        {newestFirst.map(({ from, siret, name, legalForm, fundedBase }, index) => (
          <li key={`${from}-${siret}-${name}`} class={index === 0 ? undefined : 'muted'}>
            <p>
              {name}
              {legalForm && `, ${legalForms[legalForm]}`}
            </p>
            <p class="small">
              SIRET {siret.replace(/(\d{3})(\d{3})(\d{3})(\d{5})/, '$1 $2 $3 $4')} · depuis le <DateText day={from} />
            </p>
            <p class="small">Base de la subvention : {baseLabel(fundedBase)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface ActionsProps {
  readonly file: LaureateFileView;
  readonly choose: (action: RecordActionName) => void;
}

function Actions({ file: { actions }, choose }: ActionsProps) {
  if (actions.length === 0) return null;
  return (
    <div class="row">
      {actions.map((action) => (
        <Button
          key={action}
          tone={confirmTone(action) === 'danger' ? 'danger' : 'secondary'}
          opens="dialog"
          onClick={() => choose(action)}
        >
          {laureateRowOf(action).label}
        </Button>
      ))}
    </div>
  );
}

/** While it is out of the programme, what still runs waits for somebody to end it: it is said first, and in full. */
function LiveMissions({ file: { status, liveMissions } }: { readonly file: LaureateFileView }) {
  return (
    <section class="stack" aria-labelledby="live-title">
      <h3 id="live-title">Missions en cours</h3>
      {status !== 'active' && liveMissions.length > 0 && (
        <Notice tone="warning">
          <p>
            Décidez de la suite de chacune : la laisser finir, l’arrêter avant son terme avec ce qui est dû, ou
            l’annuler.
          </p>
        </Notice>
      )}
      {liveMissions.length === 0 ? (
        <EmptyState>Aucune mission n’est en cours.</EmptyState>
      ) : (
        <MissionsTable label="Missions en cours du lauréat" missions={liveMissions} />
      )}
    </section>
  );
}

function Journal({ file: { journal } }: { readonly file: LaureateFileView }) {
  if (journal.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="record-journal-title">
      <h3 id="record-journal-title">Ce qui a changé</h3>
      <DayLog
        rows={journal.map((row) => ({
          id: `${row.at}-${row.done}`,
          at: row.at,
          sentence: journalSentence(row),
          note: row.reason,
        }))}
      />
    </section>
  );
}
