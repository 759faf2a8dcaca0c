import type { CellProblem, ImportProblem } from '../laureates/import.ts';
import type { LedgerEntry } from '../subsidy/ledger.ts';
import type { Named } from './recorded.ts';

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
  /** Of the row that is judged, unless it says another line of the same thing. */
  | { readonly problem: CellProblem | ImportProblem }
  /** `differs`: what the file says otherwise, in French, and which is left as it is. */
  | { readonly kind: 'unchanged'; readonly differs?: string }
  | { readonly kind: 'create' | 'update'; readonly change: Change };

/** What an import would write. Pure: planning again once it is written finds everything unchanged. */
export interface ProgrammePlan<Change> {
  readonly create: readonly Change[];
  readonly update: readonly Change[];
  readonly unchanged: number;
  /** Of those: what the file says otherwise. */
  readonly left: readonly { readonly line: number; readonly about: string }[];
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
    left: verdicts.flatMap(({ line, verdict }) =>
      'differs' in verdict && verdict.differs ? [{ line, about: verdict.differs }] : [],
    ),
    problems: verdicts.flatMap(({ line, verdict }) => ('problem' in verdict ? [{ line, ...verdict.problem }] : [])),
  };
}

/** A mission of several rows is written whole or not at all: without one of them, it would lack one of its laureates for good. */
export function leftWith({ line, column, text: value }: Named, culprit: number): ImportProblem {
  const reason = `rien n’est écrit de cette mission : sa ligne ${culprit} est en erreur`;
  return { line, column, value, reason };
}
