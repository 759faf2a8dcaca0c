import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../common/button/Button.tsx';
import { type Deposit, DepositQueue } from '../../common/deposits/queue.ts';
import { StepWords } from '../../common/deposits/StepWords.tsx';
import { useWarningBeforeLeaving } from '../../common/deposits/useDeposits.ts';
import { Notice } from '../../common/notice/Notice.tsx';
import { counted } from '../../common/words/typography.ts';
import { type BulkLine, isReady, lineFault, matchWords, reportCsv } from './bulk.ts';
import { carryOnce } from './carry.ts';

interface SendingProps {
  /** All that was chosen: what is left aside is in the report too. */
  readonly lines: readonly BulkLine[];
  readonly nameOf: (laureateId: string) => string;
}

/** The files on their way, two at a time, then what became of each. */
export function Sending({ lines, nameOf }: SendingProps) {
  const { deposits, queue } = useSending(lines);
  const inStep = (...names: readonly Deposit['step']['name'][]) =>
    deposits.filter(({ step }) => names.includes(step.name));
  const kept = inStep('kept').length;
  const failed = inStep('failed');
  const remaining = inStep('waiting', 'sending', 'checking').length;
  const repairable = failed.filter(({ step }) => step.name === 'failed' && step.retry);
  const travelling = inStep('waiting', 'sending').length > 0;
  useWarningBeforeLeaving(travelling);
  return (
    <section class="stack" aria-labelledby="sending-title">
      <h2 id="sending-title">{remaining > 0 ? 'Envoi en cours' : 'Envoi terminé'}</h2>
      <div role="status">
        {remaining === 0 && (
          <Notice tone={failed.length === 0 ? 'success' : 'warning'}>
            <p>
              {counted(kept, 'fichier déposé', 'fichiers déposés')}, {counted(failed.length, 'échec')}.
            </p>
          </Notice>
        )}
      </div>
      {remaining > 0 && (
        <p class="lead">
          {kept} sur {counted(deposits.length, 'fichier')}.{' '}
          {travelling ? 'Gardez cette page ouverte.' : 'Tout est envoyé : la vérification s’achève.'}
        </p>
      )}
      <div class="row">
        {repairable.length > 0 && (
          <Button tone="primary" onClick={() => queue.retry(repairable.map(({ id }) => id))}>
            Reprendre {counted(repairable.length, 'fichier')} en échec
          </Button>
        )}
        <Button onClick={() => saveReport(lines, deposits, nameOf)}>Télécharger le rapport (CSV)</Button>
      </div>
      <ul class="bulk">
        {[...failed, ...inStep('sending', 'checking'), ...inStep('kept')].map(({ id, size, target, step }) => (
          <li key={id} class="bulk-line">
            <div class="bulk-words">
              <p class="small muted">{target.laureateId !== null && nameOf(target.laureateId)}</p>
              <StepWords name={id} size={size} step={step} onStop={() => queue.remove(id)} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function useSending(lines: readonly BulkLine[]) {
  const [deposits, setDeposits] = useState<readonly Deposit[]>([]);
  const [queue] = useState(() => new DepositQueue({ carry: carryOnce(), onChange: setDeposits }));
  useEffect(() => {
    queue.add(
      lines.filter(isReady).map(({ path, file, laureateId, piece }) => ({
        id: path,
        name: file.name,
        size: file.size,
        target: { piece, missionId: null, laureateId },
        file,
        uploadId: null,
      })),
    );
    return () => queue.close();
  }, [queue]);
  return { deposits, queue };
}

async function saveReport(
  lines: readonly BulkLine[],
  deposits: readonly Deposit[],
  nameOf: (laureateId: string) => string,
): Promise<void> {
  const steps = new Map(deposits.map(({ id, step }) => [id, step]));
  const csv = reportCsv(
    lines.map((line) => ({
      path: line.path,
      laureateName: line.laureateId === null ? '' : nameOf(line.laureateId),
      piece: line.piece,
      step: steps.get(line.path),
      reason: lineFault(line) ?? matchWords(line.match, nameOf),
    })),
  );
  const { saveAs } = await import('../../common/files.ts');
  saveAs(new Blob([csv], { type: 'text/csv' }), 'rapport de dépôt.csv');
}
