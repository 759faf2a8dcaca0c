import { type Cents, sum } from '../money.ts';
import type { LedgerEntry } from './ledger.ts';

/**
 * What the committee gave this laureate in all, corrections included: the figure that a ceiling bounds. What another laureate handed over was given
 * to that one, under a ceiling of its own; what a mission gives back was given once.
 */
export function grantedCents(entries: readonly LedgerEntry[]): Cents {
  return sum(entries.map((entry) => (isGranted(entry) ? entry.cents : 0)));
}

function isGranted(entry: LedgerEntry): boolean {
  return entry.type === 'award' || (entry.type === 'adjust' && !entry.missionId && entry.kind !== 'transfer');
}

/** The one of the last decision; before any, the highest of the programme. */
export function ceilingOf(entries: readonly LedgerEntry[], ceilings: readonly Cents[]): Cents {
  const last = entries.findLast((entry) => entry.type === 'award');
  return last?.decision.ceilingCents ?? Math.max(0, ...ceilings);
}
