import type { Author } from '../actor.ts';
import type { Instant } from '../calendar.ts';
import type { Cents } from '../money.ts';
import type { AdjustmentKind } from './ledger.ts';

/** When a second person of the team must approve an adjustment before it counts. `above` compares the amount without its sign. */
export type FourEyes =
  | { readonly mode: 'always' }
  | { readonly mode: 'above'; readonly cents: Cents }
  | { readonly mode: 'never' };

export function needsFourEyes(rule: FourEyes, cents: Cents): boolean {
  if (rule.mode === 'above') return Math.abs(cents) > rule.cents;
  return rule.mode === 'always';
}

/** What an adjustment does, before it is a line of the ledger. */
export interface AdjustmentAsked {
  readonly kind: AdjustmentKind;
  /** Signed effect on what remains, in cents; of a transfer, what goes to the other laureate, above zero. */
  readonly cents: Cents;
  /** The mission that gives money back; null when the award itself is adjusted. */
  readonly missionId: string | null;
  readonly otherLaureateId: string | null;
  readonly reason: string;
}

/** An adjustment that waits for a second person, or waited. Its id is that of the operation that proposed it. */
export interface Adjustment extends AdjustmentAsked {
  readonly id: string;
  readonly laureateId: string;
  readonly proposedBy: Author;
  readonly proposedAt: Instant;
  readonly state: AdjustmentState;
  readonly decidedBy: Author | null;
  readonly decidedAt: Instant | null;
  readonly decisionReason: string | null;
}

export const adjustmentStates = {
  proposed: 'À approuver',
  approved: 'Approuvée',
  rejected: 'Rejetée',
  withdrawn: 'Retirée',
} as const satisfies Record<string, string>;
export type AdjustmentState = keyof typeof adjustmentStates;
