import type { SubsidyFile } from '@sur-mesure/functions/domain/subsidy/file';
import { faultSentence } from '@sur-mesure/functions/domain/subsidy/ledger-fault';
import { reconciliationSentence } from '@sur-mesure/functions/domain/subsidy/reconciliation';
import { useOperation } from '../../common/api/useOperation.ts';
import { Button } from '../../common/button/Button.tsx';
import { Notice } from '../../common/notice/Notice.tsx';
import { OperationOutcome } from '../../common/notice/OperationOutcome.tsx';
import { DateText } from '../../common/words/DateText.tsx';

interface CheckProps {
  readonly file: SubsidyFile;
  readonly done: (message: string) => void;
}

/** What the last check found, and a new one on demand. It says what differs, and repairs nothing. */
export function Check({ file: { laureateId, acts, fault, reconciliation }, done }: CheckProps) {
  const { run, busy, ...outcome } = useOperation('subsidyAction');
  const check = async () => {
    const answer = await run((operationId) => ({ action: 'reconcile', operationId, laureateId }));
    if (answer !== undefined) done(answer.done);
  };
  return (
    <div class="stack stack-tight">
      <h3>Vérification des comptes</h3>
      {fault !== null && (
        <Notice tone="error" title="Ce registre est à réparer">
          <p>{faultSentence(fault)}</p>
          <p>
            Aucune décision n’est prise sur cette subvention d’ici là. La marche à suivre est dans la documentation
            technique, « docs/ledger-repair.md ».
          </p>
        </Notice>
      )}
      {reconciliation === null ? (
        <p class="muted">Ces comptes n’ont pas encore été vérifiés : ils le sont chaque nuit.</p>
      ) : (
        <p>
          {reconciliationSentence(reconciliation)}{' '}
          <span class="muted">
            <DateText instant={reconciliation.at} />, {reconciliation.byName}
          </span>
        </p>
      )}
      <OperationOutcome {...outcome} />
      {acts && (
        <div>
          <Button busy={busy} onClick={check}>
            Vérifier les comptes
          </Button>
        </div>
      )}
    </div>
  );
}
