import type { Firestore } from 'firebase-admin/firestore';
import { can } from '../../domain/access/policy.ts';
import type { SignedInActor } from '../../domain/actor.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { Views } from '../../domain/views.ts';
import { get } from '../collection.ts';
import { missions } from '../collections/missions.ts';
import { linkedProofs } from '../collections/proofs.ts';
import { exportProof } from '../proofs/exporting.ts';

// The same words for one that does not exist and one that is not the reader's.
const unknownProof = refuse('proof-unknown', 'Cette preuve n’existe pas, ou ne vous est pas ouverte.');

/** One proof with what checks it elsewhere, for whom its attestation is open (4 reads). */
export async function proofView(
  firestore: Firestore,
  actor: SignedInActor,
  proofId: string,
): Promise<Views['proof'] | Refusal> {
  const record = await get(firestore, linkedProofs, proofId);
  if (record === null) return unknownProof;
  const { laureateId, missionId } = record;
  const mission = await get(firestore, missions, missionId);
  if (mission === null || can(actor, { action: 'seeProof', laureateId, expertId: mission.expert.expertId }))
    return unknownProof;
  return { exported: await exportProof(firestore, record) };
}
