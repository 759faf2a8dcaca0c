import type { CellProblem, ImportProblem } from '../laureates/import.ts';
import type { LedgerEntry } from '../subsidy/ledger.ts';

/** Lines of one laureate's ledger that a row adds. */
export interface ImportedEntries {
  readonly line: number;
  readonly laureateId: string;
  readonly name: string;
  readonly entries: readonly LedgerEntry[];
  /** One French line, for the summary. */
  readonly about: string;
}

export type Verdict<Change> =
  | { readonly problem: CellProblem }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'create' | 'update'; readonly change: Change };

/** What an import would write. Pure: planning again once it is written finds everything unchanged. */
export interface ProgrammePlan<Change> {
  readonly create: readonly Change[];
  readonly update: readonly Change[];
  readonly unchanged: number;
  /** Rows left out of the above. */
  readonly problems: readonly ImportProblem[];
}

export function planned<Row extends { readonly line: number }, Change>(
  rows: readonly Row[],
  judge: (row: Row) => Verdict<Change>,
): ProgrammePlan<Change> {
  const verdicts = rows.map((row) => ({ line: row.line, verdict: judge(row) }));
  const changes = (kind: 'create' | 'update') =>
    verdicts.flatMap(({ verdict }) => ('change' in verdict && verdict.kind === kind ? [verdict.change] : []));
  return {
    create: changes('create'),
    update: changes('update'),
    unchanged: verdicts.filter(({ verdict }) => 'kind' in verdict && verdict.kind === 'unchanged').length,
    problems: verdicts.flatMap(({ line, verdict }) => ('problem' in verdict ? [{ line, ...verdict.problem }] : [])),
  };
}
