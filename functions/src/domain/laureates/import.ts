import type { Day } from '../calendar.ts';
import type { Cents } from '../money.ts';
import { defaultSettings } from '../programme/settings.ts';
import type { Region, TerritoryKind } from '../programme/territories.ts';
import type { FundedBase } from '../subsidy/funded.ts';
import { layoutOf, meaningOf } from './columns.ts';
import type { ImportedContact } from './contacts.ts';
import { readTable } from './csv.ts';
import { duplicateProblems } from './duplicates.ts';
import { readRow } from './row.ts';

/** One laureate as a line of the file says it, checked in itself but not yet against what is recorded. */
export interface ImportedLaureate {
  readonly line: number;
  readonly reference: string | null;
  readonly name: string;
  readonly siret: string;
  readonly promotion: number;
  readonly territory: TerritoryKind;
  readonly region: Region;
  readonly department: string;
  /** Null where the file does not say: what is recorded stays. */
  readonly fundedBase: FundedBase | null;
  /** At least one signatory, each address once. */
  readonly contacts: readonly ImportedContact[];
  /** Null while the committee has decided nothing. */
  readonly award: ImportedAward | null;
}

/** `amountCents` is above 0 and at most `ceilingCents`. */
export interface ImportedAward {
  readonly ceilingCents: Cents;
  readonly amountCents: Cents;
  readonly decision: string;
  readonly date: Day;
  readonly recommendations: string;
}

/** Why a row can't be imported: `column` is the header as typed, `reason` a French sentence. */
export interface CellProblem {
  readonly column: string;
  readonly value: string;
  readonly reason: string;
}

/** `line` is the file's own: the header is usually 1. */
export interface ImportProblem extends CellProblem {
  readonly line: number;
}

export interface LaureatesFile {
  /** The rows without any problem. */
  readonly rows: readonly ImportedLaureate[];
  /** By line. */
  readonly problems: readonly ImportProblem[];
  /** Headers that mean nothing to us: their cells are not read, and the summary says so. */
  readonly ignoredColumns: readonly string[];
}

/** Reads the laureates' file (see docs/import.md). Every problem of every row is told at once; rows that have one are left out. */
export function readLaureates(text: string, ceilings: readonly Cents[] = defaultSettings.ceilings): LaureatesFile {
  const table = readTable(text, (cell) => meaningOf(cell) !== null);
  const quote = table.unclosedQuoteLine === null ? [] : [unclosedQuote(table.unclosedQuoteLine)];
  if (!table.header) return { rows: [], problems: quote.length > 0 ? quote : [emptyFile], ignoredColumns: [] };
  const { line } = table.header;
  const layout = layoutOf(table.header);
  if (layout.problems.length > 0) {
    const problems = layout.problems.map((problem) => ({ ...problem, line, value: '' }));
    return { rows: [], problems: [...problems, ...quote], ignoredColumns: layout.unknown };
  }
  const readings = table.rows.map((row) => readRow(row, layout, ceilings));
  const duplicates = duplicateProblems(readings);
  const duplicateLines = new Set(duplicates.map((problem) => problem.line));
  return {
    rows: readings.flatMap(({ laureate }) => (laureate && !duplicateLines.has(laureate.line) ? [laureate] : [])),
    problems: [...readings.flatMap(({ problems }) => problems), ...duplicates, ...quote].sort(
      (a, b) => a.line - b.line,
    ),
    ignoredColumns: layout.unknown,
  };
}

export const emptyFile: ImportProblem = { line: 1, column: '', value: '', reason: 'le fichier est vide' };

export function unclosedQuote(line: number): ImportProblem {
  return {
    line,
    column: '',
    value: '',
    reason: 'un guillemet ouvert sur cette ligne n’est pas fermé : cette ligne et la suite n’ont pas été lues',
  };
}
