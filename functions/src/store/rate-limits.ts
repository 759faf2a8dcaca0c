import type { Firestore } from 'firebase-admin/firestore';
import { rateLimits } from './collections/sign-in.ts';
import { sha256 } from './ledger-chain.ts';
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
  const reference = firestore.doc(rateLimits.path(`${limit.name}.${sha256(who).slice(0, 32)}`));
  const done = await optimistically<boolean>(firestore, async (batch) => {
    const snapshot = await reference.get();
    const current = rateLimits.read(snapshot);
    const open = current !== null && now < current.resetsAt;
    const next = open ? { ...current, count: current.count + 1 } : { count: 1, resetsAt: now + limit.windowMs };
    if (next.count > limit.most) return { answer: false, batch: null };
    rewrite(batch, snapshot, rateLimits.write(next));
    return { answer: true, batch };
  });
  return done?.answer ?? false;
}
