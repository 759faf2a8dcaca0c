import type { Firestore, WriteBatch } from 'firebase-admin/firestore';
import { DAY, type Instant } from '../../domain/calendar.ts';
import { PROOF_ORIGINS, proofOrigins } from '../collections/proof-origins.ts';
import { PROOFS } from '../collections/proofs.ts';
import type { Caller } from '../sign-in/sign-in.ts';

const MOST_DELETED = 200;
/** What people are told, whatever a setting of before says. */
const MOST_DAYS = 365;

/** Keeps where a decision came from, with the rest of `batch` (1 write). */
export function keepOrigin(
  firestore: Firestore,
  batch: WriteBatch,
  { id: proofId, at }: { readonly id: string; readonly at: Instant },
  { from, days }: { readonly from: Caller; readonly days: number },
): void {
  const { address, relay, userAgent = '' } = from;
  const origin = {
    ...{ proofId, at, deleteAfter: at + Math.min(days, MOST_DAYS) * DAY },
    // What a caller writes in its headers is as long as it likes.
    ...{ address: address.slice(0, 100), relay: relay.slice(0, 100), userAgent: userAgent.slice(0, 500) },
  };
  batch.create(firestore.doc(proofOrigins.path(proofId)), proofOrigins.write(origin));
}

/** Deletes those that are past their days, a bounded number a run: 1 query, a read and a write each. Answers how many. */
export async function forgetOrigins(firestore: Firestore, now: Instant): Promise<number> {
  const found = await firestore.collection(PROOF_ORIGINS).where('deleteAfter', '<=', now).limit(MOST_DELETED).get();
  const batch = firestore.batch();
  for (const { ref } of found.docs) batch.delete(ref);
  await batch.commit();
  return found.size;
}

/** Those of somebody's own decisions: 1 query, and a write a proof. Deleting one that is gone is nothing. */
export async function forgetOriginsOf(firestore: Firestore, uid: string): Promise<void> {
  const found = await firestore.collection(PROOFS).where('person.uid', '==', uid).select().get();
  for (let from = 0; from < found.size; from += MOST_DELETED) {
    const batch = firestore.batch();
    for (const { id } of found.docs.slice(from, from + MOST_DELETED))
      batch.delete(firestore.doc(proofOrigins.path(id)));
    await batch.commit();
  }
}
