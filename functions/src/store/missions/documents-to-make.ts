import type { Outcome, ProofKind } from '../../domain/missions/outcome.ts';
import { attestationOf } from '../../domain/proofs/export.ts';
import type { MissionDocument } from '../collections/document-requests.ts';

/** Whose devis it was validates it here, signed it by hand, or had validated it outside: each gets a paper that says which. */
export const attested: ReadonlySet<ProofKind> = new Set(['validation', 'handSigned', 'outside']);

/** The PDFs that follow from an action: a form handed in on line, and the attestation of each decision that validates. */
export function documentsToMake(outcome: Outcome, ownerUid: string): MissionDocument[] {
  const { mission, event, proof, outsideProofs, submitted } = outcome;
  const asked = { missionId: mission.id, at: event.at, ownerUid, state: 'pending' as const };
  const requests: MissionDocument[] = [];
  if (event.action === 'submitDiagnostic' && submitted?.submission.diagnostic.kind === 'form') {
    requests.push({
      ...asked,
      fileId: submitted.submission.diagnostic.fileId,
      document: { kind: 'diagnostic', version: submitted.version },
    });
  }
  if (event.action === 'submitReport' && mission.report?.document.kind === 'form') {
    requests.push({
      ...asked,
      fileId: mission.report.document.fileId,
      document: { kind: 'report', number: mission.report.number },
    });
  }
  for (const { id: proofId, kind } of [...(proof ? [proof] : []), ...outsideProofs]) {
    if (!attested.has(kind)) continue;
    requests.push({ ...asked, fileId: attestationOf(proofId), document: { kind: 'attestation', proofId } });
  }
  return requests;
}
