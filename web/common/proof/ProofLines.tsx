import { proofKindRows } from '@sur-mesure/functions/domain/proofs/export';
import type { ProofRow } from '@sur-mesure/functions/domain/proofs/rows';
import { DateText } from '../words/DateText.tsx';
import { ExportProof } from './ExportProof.tsx';
import '../person-lines/person-lines.css';

/** The proofs that have no paper of their own. Nothing where there are none: each is said in the journal too. */
export function ProofLines({ proofs }: { readonly proofs: readonly ProofRow[] }) {
  if (proofs.length === 0) return null;
  return (
    <div class="stack stack-tight">
      <h3>Preuves sans attestation</h3>
      <ul class="plain-list">
        {proofs.map(({ proofId, kind, at, personName, organisation }) => (
          <li key={proofId} class="person-line">
            <div class="person-words">
              <p class="person-name">{proofKindRows[kind].label}</p>
              <p class="small muted">
                {personName}, {organisation}, le <DateText instant={at} hour />
              </p>
            </div>
            <ExportProof proofId={proofId} about={`${proofKindRows[kind].label}, ${organisation}`} />
          </li>
        ))}
      </ul>
    </div>
  );
}
