import type { SubsidyActionName } from './actions.ts';
import type { Adjustment, FourEyes } from './adjustment.ts';
import type { LedgerFault } from './ledger-fault.ts';
import type { Reconciliation } from './reconciliation.ts';

/** A laureate's subsidy as the team keeps it. */
export interface SubsidyFile {
  readonly laureateId: string;
  /** False for an observer, who reads and never acts. */
  readonly acts: boolean;
  /** The first thing that differs in the ledger now; null when it holds. */
  readonly fault: LedgerFault | null;
  /** The last check; null before any. */
  readonly reconciliation: Reconciliation | null;
  /** Newest first. */
  readonly adjustments: readonly AdjustmentRow[];
  /** Missions that settled something, which a refund or a correction may name. */
  readonly settled: readonly { readonly missionId: string; readonly need: string; readonly settledCents: number }[];
  readonly remainingCents: number;
  readonly ceilings: readonly number[];
  readonly fourEyes: FourEyes;
}

export interface AdjustmentRow extends Adjustment {
  readonly otherName: string | null;
  /** What the reader may do about it now. */
  readonly actions: readonly SubsidyActionName[];
}
