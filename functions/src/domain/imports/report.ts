import type { Reconciliation } from './totals.ts';

export interface ImportReport {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly written: boolean;
  /** One French line each, by the line of the file: what would be written, then what was. */
  readonly changes: readonly { readonly line: number; readonly about: string }[];
  /** Each row left out and why; once written, those that were refused at that moment too. */
  readonly problems: readonly {
    readonly line: number;
    readonly column: string;
    readonly value: string;
    readonly reason: string;
  }[];
  /** What is here already and which the file says otherwise: left as it is. */
  readonly left: readonly { readonly line: number; readonly about: string }[];
}

/** What an import of a running programme did, or would do: the same for every kind. */
export interface ProgrammeReport extends ImportReport {
  readonly ignoredColumns: readonly string[];
  /** Compared with what was announced; once written, with the ledgers read again. */
  readonly totals: Reconciliation;
}
