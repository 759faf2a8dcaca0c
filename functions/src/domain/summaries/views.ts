import type { FileRow } from '../missions/views.ts';
import type { SummaryPeriod } from './periods.ts';
import type { Summary } from './summary.ts';

/** What weeks and months have a summary, newest first; those that go on have one that nothing keeps. */
export interface SummariesView {
  readonly current: readonly SummaryPeriod[];
  readonly past: readonly SummaryPeriod[];
}

export interface SummaryView {
  readonly summary: Summary;
  /** False of a period that is going on: its figures are those of now. */
  readonly isOver: boolean;
  /** Its PDF, once made. */
  readonly documents: readonly Pick<FileRow, 'fileId' | 'name'>[];
}
