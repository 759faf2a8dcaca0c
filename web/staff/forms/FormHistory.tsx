import type { FormChange } from '@sur-mesure/functions/domain/forms/change';
import { Button } from '../../common/button/Button.tsx';
import { DayLog } from '../../common/day-log/DayLog.tsx';
import { EmptyState } from '../../common/empty-state/EmptyState.tsx';
import { partWords } from './form-words.ts';

interface FormHistoryProps {
  /** Newest first. */
  readonly history: readonly FormChange[];
  readonly inForce: number;
  readonly show: (version: number) => void;
}

/** Who published what, and why; each version is a press away. */
export function FormHistory({ history, inForce, show }: FormHistoryProps) {
  return (
    <section class="stack" aria-labelledby="form-history">
      <h2 id="form-history">Historique</h2>
      {history.length === 0 ? (
        <EmptyState>Ce formulaire n’a encore jamais été changé.</EmptyState>
      ) : (
        <DayLog
          rows={history.map(({ version, at, by, reason, changed }) => ({
            ...{ id: String(version), at, note: reason },
            sentence: (
              <>
                {by.name}, version {version}. {changed.map(partWords).join(' ')}{' '}
                {version !== inForce && (
                  <Button tone="quiet" onClick={() => show(version)}>
                    Lire la version {version}
                  </Button>
                )}
              </>
            ),
          }))}
        />
      )}
    </section>
  );
}
