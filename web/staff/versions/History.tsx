import { DayLog, type LogRow } from '../../common/day-log/DayLog.tsx';
import { EmptyState } from '../../common/empty-state/EmptyState.tsx';

interface HistoryProps {
  readonly id: string;
  readonly rows: readonly LogRow[];
  /** What is said while nobody changed anything. */
  readonly empty: string;
}

/** Who put what in force, and why. */
export function History({ id, rows, empty }: HistoryProps) {
  return (
    <section class="stack" aria-labelledby={id}>
      <h2 id={id}>Historique</h2>
      {rows.length === 0 ? <EmptyState>{empty}</EmptyState> : <DayLog rows={rows} />}
    </section>
  );
}
