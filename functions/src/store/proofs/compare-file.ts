import type { Firestore } from 'firebase-admin/firestore';
import type { ApiContract } from '../../domain/api.ts';
import { HOUR } from '../../domain/calendar.ts';
import { compare } from '../../domain/proofs/comparison.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { get } from '../collection.ts';
import { documentHashes } from '../collections/document-hashes.ts';
import { usesOf, withinLimits } from '../rate-limits.ts';
import type { Caller } from '../sign-in/sign-in.ts';

export const comparisonLimits = {
  ip: { name: 'comparison-ip', most: 120, windowMs: HOUR },
  relay: { name: 'comparison-relay', most: 2_000, windowMs: HOUR },
} as const;

const tooMany = refuse(
  'too-many-comparisons',
  'Beaucoup de fichiers ont été comparés depuis cette adresse en une heure. Celui-ci ne l’a pas été : réessayez dans une heure.',
);

/**
 * Whether the proofs of this service name these bytes: anybody may ask, and learns nothing else. 3 reads and 2 writes whatever is answered; no
 * proof, mission or file is read, so that time says no more than the answer does.
 */
export async function compareFile(
  firestore: Firestore,
  asked: ApiContract['compareFile']['input'] & { readonly from: Caller; readonly now: number },
): Promise<ApiContract['compareFile']['output'] | Refusal> {
  const { sha256, proofId, from, now } = asked;
  if (!(await withinLimits(firestore, usesOf(comparisonLimits, from), now))) return tooMany;
  const named = await get(firestore, documentHashes, sha256);
  return { comparison: compare(named?.proofIds ?? [], proofId) };
}
