import type { Firestore } from 'firebase-admin/firestore';
import { rateLimits } from './collections/sign-in.ts';
import { sha256 } from './ledger-chain.ts';

export interface Limit {
  readonly name: string;
  readonly most: number;
  readonly windowMs: number;
}

/** Counts one use of `limit` by `who` (an address, an IP: only its hash is kept); false when the window is full. 1 read, 1 write. */
export function withinLimit(firestore: Firestore, limit: Limit, who: string, now: number): Promise<boolean> {
  const reference = firestore.doc(rateLimits.path(`${limit.name}.${sha256(who).slice(0, 32)}`));
  return firestore.runTransaction(async (transaction) => {
    const current = rateLimits.read(await transaction.get(reference));
    const open = current !== null && now < current.resetsAt;
    const next = open ? { ...current, count: current.count + 1 } : { count: 1, resetsAt: now + limit.windowMs };
    if (next.count > limit.most) return false;
    transaction.set(reference, rateLimits.write(next));
    return true;
  });
}
