import type { Instant } from '../calendar.ts';
import type { Laureate } from '../laureates/laureate.ts';
import type { ProgrammeSettings } from '../programme/settings.ts';
import type { SubsidyCommand } from './actions.ts';
import type { Adjustment, AdjustmentAsked } from './adjustment.ts';
import type { LedgerEntry } from './ledger.ts';

/** Everything a decision on a subsidy rests on, read in one snapshot. */
export interface SubsidyFacts {
  readonly now: Instant;
  readonly settings: ProgrammeSettings;
  /** Of FTL's team: the policy asks before. */
  readonly actor: { readonly uid: string; readonly name: string };
  /** Chosen by the page, once a press of a button: names the line, so that it can't be written twice. */
  readonly operationId: string;
  readonly subject: SubsidySubject;
  /** The other laureate of a transfer. */
  readonly other: SubsidySubject | null;
  readonly adjustment: Adjustment | null;
}

export interface SubsidySubject {
  readonly laureate: Laureate;
  readonly entries: readonly LedgerEntry[];
  readonly ledgerHolds: boolean;
}

/** The adjustment that a command is about: what is typed now, or what was proposed; null when there is none. */
export function adjustmentAsked(facts: SubsidyFacts, command: SubsidyCommand): AdjustmentAsked | null {
  return command.action === 'adjust' ? command.input : facts.adjustment;
}
