import type { FileRow } from '../missions/views.ts';
import type { SummaryPeriod } from './periods.ts';
import type { Summary } from './summary.ts';

/** What weeks and months have a summary, newest first; those that go on have one that changes. */
export interface SummariesView {
  readonly current: readonly SummaryPeriod[];
  readonly past: readonly SummaryPeriod[];
}

export interface SummaryView {
  readonly period: SummaryPeriod;
  /** Of a period that is going on, as it was last made: each morning, and when somebody of the team asks. Null before that, and of one that is damaged. */
  readonly summary: Summary | null;
  readonly isOver: boolean;
  /** Of a period that is over: what is kept can't be read any more. A PDF that was made of it is still there. */
  readonly isDamaged: boolean;
  /** Whether the reader may have it made anew. */
  readonly acts: boolean;
  /** Its PDF, once made. */
  readonly documents: readonly Pick<FileRow, 'fileId' | 'name'>[];
}
