import type { MissionAmount, StatementLine } from '@sur-mesure/functions/domain/subsidy/statement';
import type { SubsidyView } from '@sur-mesure/functions/domain/subsidy/views';
import type { ComponentChildren } from 'preact';
import { EmptyState } from '../empty-state/EmptyState.tsx';
import { Loaded, useView } from '../loading/Loaded.tsx';
import { BrokenLedger } from '../subsidy-bar/BrokenLedger.tsx';
import { SubsidyBar } from '../subsidy-bar/SubsidyBar.tsx';
import { DateText } from '../words/DateText.tsx';
import { Money } from '../words/Money.tsx';
import { authorOf, effectOf } from './line-words.ts';
import { StatementDownloads } from './StatementDownloads.tsx';
import './ledger.css';

interface SubsidyStatementProps {
  /** Null: the reader's own. */
  readonly laureateId: string | null;
  /** Where a line's mission is read by this reader. */
  readonly missionAddress: (missionId: string) => string;
  /** What this reader alone may do, between the totals and the lines. */
  readonly actions?: (view: SubsidyView, refresh: () => void) => ComponentChildren;
}

/** A subsidy as a readable statement: what remains, then every line that led there. The same for its people and for the team. */
export function SubsidyStatement({ laureateId, missionAddress, actions }: SubsidyStatementProps) {
  const loading = useView({ name: 'subsidy', laureateId });
  return (
    <Loaded loading={loading} lines={8}>
      {(view) => (
        <div class="stack stack-loose">
          {!view.ledgerHolds && <BrokenLedger />}
          <SubsidyBar position={view.statement.balance} />
          <StatementDownloads view={view} refresh={loading.refresh} />
          {actions?.(view, loading.refresh)}
          <Amounts title="En attente d’une décision" amounts={view.statement.waiting} {...{ missionAddress }} />
          <Amounts title="Encore engagé" amounts={view.statement.holding} {...{ missionAddress }} />
          <Lines lines={view.statement.lines} missionAddress={missionAddress} />
        </div>
      )}
    </Loaded>
  );
}

interface AmountsProps {
  readonly title: string;
  readonly amounts: readonly MissionAmount[];
  readonly missionAddress: (missionId: string) => string;
}

function Amounts({ title, amounts, missionAddress }: AmountsProps) {
  if (amounts.length === 0) return null;
  return (
    <section class="stack" aria-label={title}>
      <h2>{title}</h2>
      <ul class="ledger">
        {amounts.map(({ missionId, expertName, need, cents }) => (
          <li key={missionId} class="ledger-line">
            <div class="ledger-words">
              <p class="ledger-what">
                <a href={missionAddress(missionId)}>Mission avec {expertName}</a>
              </p>
              <p class="small muted ledger-need">{need}</p>
            </div>
            <p class="ledger-amount">
              <Money cents={cents} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface LinesProps {
  readonly lines: readonly StatementLine[];
  readonly missionAddress: (missionId: string) => string;
}

/** The newest first: what changed last is what people come to read. The PDF and the CSV go from the first. */
function Lines({ lines, missionAddress }: LinesProps) {
  return (
    <section class="stack" aria-labelledby="ledger-title">
      <h2 id="ledger-title">Chaque ligne</h2>
      {lines.length === 0 ? (
        <EmptyState>Aucune ligne : la subvention n’est pas encore attribuée.</EmptyState>
      ) : (
        <ol class="ledger" reversed>
          {lines.toReversed().map((line) => (
            <Line key={line.number} line={line} missionAddress={missionAddress} />
          ))}
        </ol>
      )}
    </section>
  );
}

function Line({ line, missionAddress }: { readonly line: StatementLine } & Pick<LinesProps, 'missionAddress'>) {
  const { what, detail, missionId, expertName, reason, remainingCents } = line;
  return (
    <li class="ledger-line">
      <div class="ledger-words">
        <p class="small muted">
          <DateText instant={line.at} />
        </p>
        <p class="ledger-what">{what}</p>
        {detail !== '' && <p>{detail}</p>}
        {missionId !== null && (
          <p>
            <a href={missionAddress(missionId)}>
              {expertName === null ? 'Voir la mission' : `Mission avec ${expertName}`}
            </a>
          </p>
        )}
        {reason !== null && reason !== '' && <p class="ledger-reason typed-text">{reason}</p>}
        <p class="small muted">{authorOf(line)}</p>
      </div>
      <p class="ledger-amount">
        <span class="money">{effectOf(line)}</span>
        <span class="small muted ledger-remaining">
          reste <Money cents={remainingCents} />
        </span>
      </p>
    </li>
  );
}
