import type { Instant } from '../calendar.ts';
import type { Cents } from '../money.ts';

/** A line of any ledger, with the names of whom it is about: what an export of the programme's money is made of. */
export interface ProgrammeLedgerLine {
  readonly id: string;
  readonly at: Instant;
  readonly laureateName: string;
  /** « Engagement », « Paiement »… and what the amounts alone do not say. */
  readonly what: string;
  readonly detail: string;
  readonly missionId: string | null;
  readonly expertName: string | null;
  /** Signed effect on what remains. */
  readonly cents: Cents;
  /** What it adds to what is paid, or takes back. */
  readonly paidCents: Cents;
  readonly reason: string | null;
  readonly byName: string;
}

export interface ProgrammeLedgerView {
  readonly lines: readonly ProgrammeLedgerLine[];
  /** Mark of the lines after these; null at the end. */
  readonly next: string | null;
}
