import { isRefusal, type Refusal } from '@sur-mesure/functions/domain/refusal';
import { useState } from 'preact/hooks';
import { view } from '../api/call.ts';
import { Button } from '../button/Button.tsx';
import { saveAs } from '../files.ts';
import { RefusalNotice } from '../notice/Notice.tsx';

const stampWords = {
  stamped: 'Preuve exportée, avec l’horodatage d’une autorité.',
  notStamped:
    'Preuve exportée, sans horodatage : aucune autorité ne l’a datée, sa date est celle que donne ce service.',
} as const;

interface ExportProofProps {
  readonly proofId: string;
  /** Tells one button from another for who hears the page. */
  readonly about?: string | undefined;
}

/** The record itself, for a check that needs this service no longer. The button stands beside the attestation, where there is one: who reads one may have the other. */
export function ExportProof({ proofId, about }: ExportProofProps) {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const [exported, setExported] = useState<'stamped' | 'notStamped'>();
  const save = async () => {
    setBusy(true);
    const answer = await view<'proof'>({ name: 'proof', proofId });
    setBusy(false);
    setRefusal(isRefusal(answer) ? { ...answer } : undefined);
    if (isRefusal(answer)) return;
    const text = `${JSON.stringify(answer.exported, null, 2)}\n`;
    saveAs(new Blob([text], { type: 'application/json' }), `preuve-${proofId}.json`);
    setExported(answer.exported.timeStamp ? 'stamped' : 'notStamped');
  };
  return (
    <div class="stack stack-tight">
      <div class="row">
        <Button tone="quiet" busy={busy} onClick={save}>
          Exporter la preuve (JSON)
          {about !== undefined && <span class="visually-hidden"> : {about}</span>}
        </Button>
        <a href={`/verification?preuve=${encodeURIComponent(proofId)}`}>Vérifier un fichier</a>
      </div>
      <p class="small muted" aria-live="polite">
        {exported !== undefined && stampWords[exported]}
      </p>
      {refusal !== undefined && <RefusalNotice refusal={refusal} />}
    </div>
  );
}
