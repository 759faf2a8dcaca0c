import type { Instant } from '../calendar.ts';
import type { Form } from '../forms/form.ts';
import type { MissionRow } from '../missions/views.ts';
import type { ExpertDecision, Interview } from './decisions.ts';
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
