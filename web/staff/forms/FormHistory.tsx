import type { FormChange } from '@sur-mesure/functions/domain/forms/change';
import { Button } from '../../common/button/Button.tsx';
import { History } from '../versions/History.tsx';
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
    <History
      id="form-history"
      empty="Ce formulaire n’a encore jamais été changé."
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
  );
}
