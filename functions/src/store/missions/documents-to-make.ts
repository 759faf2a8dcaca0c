import type { Outcome } from '../../domain/missions/outcome.ts';
import type { DocumentRequest } from '../collections/document-requests.ts';

/** The PDFs that follow from an action: a form handed in on line, and the attestation of each decision that validates. */
export function documentsToMake(outcome: Outcome, ownerUid: string): DocumentRequest[] {
  const { mission, event, proof, submitted } = outcome;
  const asked = { missionId: mission.id, at: event.at, ownerUid, state: 'pending' as const };
  const requests: DocumentRequest[] = [];
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
  if (proof?.kind === 'validation' || proof?.kind === 'handSigned') {
    requests.push({
      ...asked,
      fileId: `${proof.id}-attestation`,
      document: { kind: 'attestation', proofId: proof.id },
    });
  }
  return requests;
}
