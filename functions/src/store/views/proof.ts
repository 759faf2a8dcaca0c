import type { Firestore } from 'firebase-admin/firestore';
import { can } from '../../domain/access/policy.ts';
import type { SignedInActor } from '../../domain/actor.ts';
import type { StoredFile } from '../../domain/dossiers/pieces.ts';
import { attestationOf } from '../../domain/proofs/export.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { Views } from '../../domain/views.ts';
import { get } from '../collection.ts';
import { files } from '../collections/files.ts';
import { missions } from '../collections/missions.ts';
import { proofs } from '../collections/proofs.ts';
import { canonicalJson, sha256 } from '../hash.ts';

// The same words for one that does not exist and one that is not the reader's.
const unknownProof = refuse('proof-unknown', 'Cette preuve n’existe pas, ou ne vous est pas ouverte.');

/** One proof with what checks it elsewhere, for whom its attestation is open (3 reads). */
export async function proofView(
  firestore: Firestore,
  actor: SignedInActor,
  proofId: string,
): Promise<Views['proof'] | Refusal> {
  const proof = await get(firestore, proofs, proofId);
  if (proof === null) return unknownProof;
  const [mission, attestation] = await Promise.all([
    get(firestore, missions, proof.missionId),
    get(firestore, files, attestationOf(proof.id)),
  ]);
  const { laureateId } = proof;
  if (mission === null || can(actor, { action: 'seeProof', laureateId, expertId: mission.expert.expertId }))
    return unknownProof;
  return {
    exported: {
      proof,
      recordHash: sha256(canonicalJson(proof)),
      ...(attestation === null ? {} : { attestation: exported(attestation) }),
    },
  };
}

function exported({ id: fileId, sha256: bytes, template }: StoredFile) {
  return { fileId, sha256: bytes, ...(template && { templateVersion: template.version }) };
}
