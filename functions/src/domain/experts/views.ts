import type { Instant } from '../calendar.ts';
import type { Form } from '../forms/form.ts';
import type { MissionRow } from '../missions/views.ts';
import type { ExpertDecision, Interview } from './decisions.ts';
import type { MatchedExpert } from './matching.ts';
import type { Expert, Remarks } from './profile.ts';

/** Everything staff know of an expert: observers read it, interviews aside. */
export interface ExpertFile {
  readonly acts: boolean;
  readonly expert: Expert;
  /** Of its registration, as it was answered. */
  readonly form: Form;
  /** What staff may decide now. */
  readonly decisions: readonly ExpertDecision[];
  /** Newest first. */
  readonly history: readonly ExpertHistoryRow[];
  /** What goes on whatever is decided. */
  readonly liveMissions: readonly MissionRow[];
}

export interface ExpertHistoryRow {
  readonly at: Instant;
  readonly byName: string;
  readonly what: 'registered' | 'updated' | 'reviewed' | 'reminded';
  /** Null for what was written before decisions were named, and for what was no decision. */
  readonly decision: ExpertDecision | null;
  /** Where it left the sheet, as words. */
  readonly state: string;
  readonly message: string;
  readonly remarks: Remarks;
  readonly interview: Interview | null;
}

/** How many experts a page of those who suit a need shows. */
export const EXPERTS_A_PAGE = 8;

/** How many experts one press asks for a need: each reads it, answers and prepares a devis. */
export const MOST_ASKED = 5;

/** Experts for a need of one laureate, those who suit it first, each with its reasons. */
export interface ExpertsForNeed {
  /** How many there are, on all the pages. */
  readonly found: number;
  /** From 0: the last one when a later one was asked. */
  readonly page: number;
  readonly matches: readonly MatchedExpert[];
  /** Those that were named, whatever is searched and on whichever page they stand. */
  readonly chosen: readonly MatchedExpert[];
  /** What the laureate's note says of each sub-theme it names: a request begins with these words. Empty of a note that is a PDF. */
  readonly needs: Readonly<Record<string, string>>;
}
