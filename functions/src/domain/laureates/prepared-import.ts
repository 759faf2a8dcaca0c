import type { ImportReport } from '../api.ts';
import type { Cents } from '../money.ts';
import { type ImportProblem, readLaureates } from './import.ts';
import { type ImportContext, type ImportPlan, planImport, type Recorded } from './plan.ts';

/** An import as far as it can go without writing: the page and the command show this, then write `plan` or nothing. */
export interface PreparedImport {
  readonly plan: ImportPlan;
  /** Of the file and of the plan, by line. */
  readonly problems: readonly ImportProblem[];
  readonly ignoredColumns: readonly string[];
  /** False as soon as one row has a problem, unless such rows are to be skipped: half a file written is a file nobody can follow. */
  readonly mayWrite: boolean;
}

export function prepareImport(
  text: string,
  recorded: Recorded,
  context: ImportContext & { readonly ceilings: readonly Cents[]; readonly skipBad: boolean },
): PreparedImport {
  const { rows, problems: misread, ignoredColumns } = readLaureates(text, context.ceilings);
  const plan = planImport(rows, recorded, context);
  const problems = [...misread, ...plan.problems].sort((a, b) => a.line - b.line);
  const changes = plan.create.length + plan.update.length;
  return { plan, problems, ignoredColumns, mayWrite: changes > 0 && (problems.length === 0 || context.skipBad) };
}

export function reportOf({ plan, problems }: PreparedImport, written: boolean): ImportReport {
  const { create, update, unchanged } = plan;
  return { created: create.length, updated: update.length, unchanged, written, problems };
}
