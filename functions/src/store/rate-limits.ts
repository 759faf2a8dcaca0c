import type { DocumentReference, Firestore } from 'firebase-admin/firestore';
import { addressBlock } from './address-block.ts';
import { type Counted, rateLimits } from './collections/sign-in.ts';
import { sha256 } from './hash.ts';
import { optimistically, rewrite } from './optimistic.ts';

export interface Limit {
  readonly name: string;
  readonly most: number;
  readonly windowMs: number;
}

/** One use of `limit` by `who` (an address, an IP: only its hash is kept). */
export interface Use {
  readonly limit: Limit;
  readonly who: string;
}

/**
 * On what comes from anybody: `ip` counts the address that Hosting tells, which a caller that avoids Hosting can forge; `relay` counts whoever
 * reached Google, which nobody can, but which many people behind Hosting share (see `entrypoints/caller.ts`).
 */
export interface CallerLimits {
  readonly ip: Limit;
  readonly relay: Limit;
}

/** The uses that one call counts for its caller. */
export function usesOf({ ip, relay }: CallerLimits, from: { readonly address: string; readonly relay: string }): Use[] {
  return [
    { limit: ip, who: addressBlock(from.address) },
    { limit: relay, who: addressBlock(from.relay) },
  ];
}

/** Counts one use of `limit` by `who`; false when the window is full. 1 read, 1 write. */
export function withinLimit(firestore: Firestore, limit: Limit, who: string, now: number): Promise<boolean> {
  return withinLimits(firestore, [{ limit, who }], now);
}

/**
 * Counts one use of each, or of none when the window of one is full: who is refused for itself uses up nothing of what it shares with others.
 * Rejected: counting one after the other, the narrow ones first, where a forged address writes a count for each request that the wide one refuses.
 * Fails closed: so many at once that none could be counted is too many. A read and a write each.
 */
export async function withinLimits(firestore: Firestore, uses: readonly Use[], now: number): Promise<boolean> {
  return (await fullUntil(firestore, uses, now)) === null;
}

/** The same: null once they are counted, or when what is full starts again; `now` where so many came at once that none could be counted. */
export async function fullUntil(firestore: Firestore, uses: readonly Use[], now: number): Promise<number | null> {
  const references = uses.map(({ limit, who }) => countOf(firestore, limit, who));
  const done = await optimistically<number | null>(firestore, async (batch) => {
    const snapshots = await Promise.all(references.map((reference) => reference.get()));
    const current = snapshots.map((snapshot) => rateLimits.read(snapshot));
    const counted = oneMoreOfEach(current, uses, now);
    if (counted === null) return { answer: openAgainAt(current, uses, now), batch: null };
    for (const [place, snapshot] of snapshots.entries()) {
      const next = counted[place];
      if (next) rewrite(batch, snapshot, rateLimits.write(next));
    }
    return { answer: null, batch };
  });
  return done === null ? now : done.answer;
}

/** Where the uses of `limit` by `who` are counted. */
export function countOf(firestore: Firestore, limit: Limit, who: string): DocumentReference {
  return firestore.doc(rateLimits.path(`${limit.name}.${sha256(who).slice(0, 32)}`));
}

/** The counts after one more use of each, in the order of `uses`; null when the window of one is full. */
export function oneMoreOfEach(
  current: readonly (Counted | null)[],
  uses: readonly Use[],
  now: number,
): Counted[] | null {
  const counted = uses.flatMap(({ limit }, place) => oneMore(current[place] ?? null, limit, now) ?? []);
  return counted.length === uses.length ? counted : null;
}

/** When none of their windows is full any more, `now` when none is. */
export function openAgainAt(current: readonly (Counted | null)[], uses: readonly Use[], now: number): number {
  const full = uses.flatMap(({ limit }, place) => {
    const count = current[place] ?? null;
    return count !== null && oneMore(count, limit, now) === null ? [count.resetsAt] : [];
  });
  return Math.max(now, ...full);
}

/** The count after one more use, null when the window is full. */
export function oneMore(current: Counted | null, limit: Limit, now: number): Counted | null {
  const open = current !== null && now < current.resetsAt;
  const next = open ? { ...current, count: current.count + 1 } : { count: 1, resetsAt: now + limit.windowMs };
  return next.count > limit.most ? null : next;
}
