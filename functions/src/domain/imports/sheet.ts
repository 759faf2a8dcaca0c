import { readEuros } from '../laureates/cells.ts';
import { type CsvRow, readTable } from '../laureates/csv.ts';
import { emptyFile, type ImportProblem, unclosedQuote } from '../laureates/import.ts';
import { fold } from '../laureates/text.ts';
import { type Cents, formatEuros, sum } from '../money.ts';
import { type ColumnTable, columnNamer, layoutOf, type SheetLayout } from './columns.ts';
import { RowReader } from './row-reader.ts';

/** A kind of file: its columns, what a row says, and which amounts a last row « TOTAL » may control. */
export interface SheetKind<Column extends string, Row> {
  readonly columns: ColumnTable<Column>;
  /** Null when the row has a problem, which the reader keeps. */
  readonly read: (reader: RowReader<Column>) => Row | null;
  readonly totals: Partial<Readonly<Record<Column, (row: Row) => Cents>>>;
}

export interface Sheet<Row> {
  /** The rows without any problem. */
  readonly rows: readonly Row[];
  /** By line; a total that does not add up is one of them, so that nothing is written on it. */
  readonly problems: readonly ImportProblem[];
  readonly ignoredColumns: readonly string[];
}

/** Reads a file of one kind. Every problem of every row is told at once; rows that have one are left out. */
export function readSheet<Column extends string, Row>(text: string, kind: SheetKind<Column, Row>): Sheet<Row> {
  const nameOf = columnNamer(kind.columns);
  const table = readTable(text, (cell) => nameOf(cell) !== null);
  const quote = table.unclosedQuoteLine === null ? [] : [unclosedQuote(table.unclosedQuoteLine)];
  if (!table.header) return { rows: [], problems: quote.length > 0 ? quote : [emptyFile], ignoredColumns: [] };
  const { line } = table.header;
  const layout = layoutOf(table.header, kind.columns);
  if (layout.problems.length > 0) {
    const problems = layout.problems.map((problem) => ({ ...problem, line, value: '' }));
    return { rows: [], problems: [...problems, ...quote], ignoredColumns: layout.unknown };
  }
  const readings = table.rows.filter((row) => !isTotal(row)).map((row) => readRow(row, layout, kind));
  const rows = readings.flatMap(({ row }) => row ?? []);
  const wrong = readings.flatMap(({ problems }) => problems);
  // A row left out makes every total wrong: what it lacks is told first.
  const totals =
    wrong.length > 0 ? [] : table.rows.filter(isTotal).flatMap((row) => totalProblems(row, rows, layout, kind));
  return {
    rows,
    problems: [...wrong, ...totals, ...quote].sort((a, b) => a.line - b.line),
    ignoredColumns: layout.unknown,
  };
}

function readRow<Column extends string, Row>(
  row: CsvRow,
  layout: SheetLayout<Column>,
  { columns, read }: SheetKind<Column, Row>,
): { readonly row: Row | null; readonly problems: readonly ImportProblem[] } {
  const reader = new RowReader(row, layout, columns);
  reader.refuseStrayCells();
  const found = read(reader);
  return { row: reader.problems.length > 0 ? null : found, problems: reader.problems };
}

/** « TOTAL » in the first cell that says something: no row of the programme is called so. */
function isTotal({ cells }: CsvRow): boolean {
  const first = cells.find((cell) => cell.trim() !== '') ?? '';
  return /^(total|totaux)( general)?$/.test(fold(first));
}

function totalProblems<Column extends string, Row>(
  row: CsvRow,
  rows: readonly Row[],
  layout: SheetLayout<Column>,
  { columns, totals }: SheetKind<Column, Row>,
): readonly ImportProblem[] {
  const reader = new RowReader(row, layout, columns);
  for (const column of layout.places.keys()) {
    const amountOf = totals[column];
    const announced = amountOf === undefined ? null : reader.optional(column, readEuros);
    if (amountOf === undefined || announced === null) continue;
    const found = sum(rows.map(amountOf));
    if (found !== announced)
      reader.refuse(
        column,
        `les lignes font ${formatEuros(found)} : il y a ${formatEuros(Math.abs(found - announced))} d’écart`,
      );
  }
  return reader.problems;
}
