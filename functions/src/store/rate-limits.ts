import type { DocumentReference, Firestore } from 'firebase-admin/firestore';
import { type Counted, rateLimits } from './collections/sign-in.ts';
import { sha256 } from './hash.ts';
import { optimistically, rewrite } from './optimistic.ts';

export interface Limit {
  readonly name: string;
  readonly most: number;
  readonly windowMs: number;
}

/**
 * Counts one use of `limit` by `who` (an address, an IP: only its hash is kept); false when the window is full. 1 read, 1 write. Fails closed:
 * so many at once that none could be counted is too many.
 */
export async function withinLimit(firestore: Firestore, limit: Limit, who: string, now: number): Promise<boolean> {
  const reference = countOf(firestore, limit, who);
  const done = await optimistically<boolean>(firestore, async (batch) => {
    const snapshot = await reference.get();
    const next = oneMore(rateLimits.read(snapshot), limit, now);
    if (next === null) return { answer: false, batch: null };
    rewrite(batch, snapshot, rateLimits.write(next));
    return { answer: true, batch };
  });
  return done?.answer ?? false;
}

/** Where the uses of `limit` by `who` are counted. */
export function countOf(firestore: Firestore, limit: Limit, who: string): DocumentReference {
  return firestore.doc(rateLimits.path(`${limit.name}.${sha256(who).slice(0, 32)}`));
}

/** The count after one more use, null when the window is full. */
export function oneMore(current: Counted | null, limit: Limit, now: number): Counted | null {
  const open = current !== null && now < current.resetsAt;
  const next = open ? { ...current, count: current.count + 1 } : { count: 1, resetsAt: now + limit.windowMs };
  return next.count > limit.most ? null : next;
}
