import { readEuros } from '../laureates/cells.ts';
import { type CsvRow, readTable } from '../laureates/csv.ts';
import { emptyFile, type ImportProblem, unclosedQuote } from '../laureates/import.ts';
import { fold } from '../laureates/text.ts';
import { type Cents, formatEuros, sum } from '../money.ts';
import { keyOf } from './cells.ts';
import { type ColumnTable, columnNamer, layoutOf, type SheetLayout } from './columns.ts';
import { leftWith } from './plan.ts';
import type { Named } from './recorded.ts';
import { RowReader } from './row-reader.ts';

/** A kind of file: its columns, what a row says, and which amounts a last row « TOTAL » may control. */
export interface SheetKind<Column extends string, Row> {
  readonly columns: ColumnTable<Column>;
  /** Null when the row has a problem, which the reader keeps. */
  readonly read: (reader: RowReader<Column>) => Row | null;
  readonly totals: Partial<Readonly<Record<Column, (row: Row) => Cents>>>;
  /** Rows with the same reference here are one thing, written whole or not at all. */
  readonly together?: Column;
}

export interface Sheet<Row> {
  /** The rows without any problem. */
  readonly rows: readonly Row[];
  /** By line. */
  readonly problems: readonly ImportProblem[];
  readonly ignoredColumns: readonly string[];
  readonly announced: readonly AnnouncedTotals[];
}

/** One row « TOTAL » that says an amount. */
export interface AnnouncedTotals {
  readonly line: number;
  readonly amounts: readonly { readonly column: string; readonly announcedCents: Cents; readonly foundCents: Cents }[];
}

/** Reads a file of one kind. Every problem of every row is told at once; rows that have one are left out. */
export function readSheet<Column extends string, Row>(text: string, kind: SheetKind<Column, Row>): Sheet<Row> {
  const nameOf = columnNamer(kind.columns);
  const table = readTable(text, (cell) => nameOf(cell) !== null);
  const quote = table.unclosedQuoteLine === null ? [] : [unclosedQuote(table.unclosedQuoteLine)];
  const unread = { rows: [], announced: [] };
  if (!table.header) return { ...unread, problems: quote.length > 0 ? quote : [emptyFile], ignoredColumns: [] };
  const { line } = table.header;
  const layout = layoutOf(table.header, kind.columns);
  if (layout.problems.length > 0) {
    const problems = layout.problems.map((problem) => ({ ...problem, line, value: '' }));
    return { ...unread, problems: [...problems, ...quote], ignoredColumns: layout.unknown };
  }
  const readings = whole(table.rows.filter((row) => !isTotal(row)).map((row) => readRow(row, layout, kind)));
  const rows = readings.flatMap(({ row }) => row ?? []);
  const totals = table.rows.filter(isTotal).map((row) => readTotals(row, rows, layout, kind));
  const problems = [...readings, ...totals].flatMap((reading) => reading.problems);
  return {
    rows,
    problems: [...problems, ...quote].sort((a, b) => a.line - b.line),
    ignoredColumns: layout.unknown,
    announced: totals.flatMap(({ announced }) => announced ?? []),
  };
}

/**
 * What stops the import of a file whose totals are announced, in French sentences: a difference, or rows in error, without which no total means
 * anything. Nobody may leave it aside: who announced a total wants it to hold.
 */
export function totalsInDoubt(announced: readonly AnnouncedTotals[], someRowsAreBad: boolean): string[] {
  if (someRowsAreBad)
    return announced.map(
      ({ line }) =>
        `ligne ${line} : ces totaux ne peuvent pas être comparés, des lignes sont en erreur. Corrigez-les, ou retirez la ligne « TOTAL »`,
    );
  return announced.flatMap(({ line, amounts }) =>
    amounts.flatMap(({ column, announcedCents, foundCents }) => {
      const gap = formatEuros(Math.abs(foundCents - announcedCents));
      return announcedCents === foundCents
        ? []
        : [
            `ligne ${line}, ${column} : ${formatEuros(announcedCents)} annoncés, les lignes font ${formatEuros(foundCents)} (${gap} d’écart)`,
          ];
    }),
  );
}

interface RowReading<Row> {
  readonly row: Row | null;
  /** What it is one of several rows of. */
  readonly part: Named | null;
  readonly problems: readonly ImportProblem[];
}

function readRow<Column extends string, Row>(
  row: CsvRow,
  layout: SheetLayout<Column>,
  { columns, read, together }: SheetKind<Column, Row>,
): RowReading<Row> {
  const reader = new RowReader(row, layout, columns);
  reader.refuseStrayCells();
  const found = read(reader);
  const part = together ? { line: row.line, column: reader.header(together), text: reader.text(together) } : null;
  return { row: reader.problems.length > 0 ? null : found, part, problems: reader.problems };
}

/** Without the rows of what a bad row cuts. A bad row that names nothing is of the row above: merged cells are so. */
function whole<Row>(readings: readonly RowReading<Row>[]): readonly RowReading<Row>[] {
  const culprits = new Map<string, number>();
  let above = '';
  for (const { part, problems } of readings) {
    const key = keyOf(part?.text ?? '') || above;
    above = key;
    if (part && problems.length > 0 && !culprits.has(key)) culprits.set(key, part.line);
  }
  return readings.map((reading) => {
    const { part, problems } = reading;
    const culprit = part && problems.length === 0 ? culprits.get(keyOf(part.text)) : undefined;
    return part && culprit !== undefined ? { row: null, part, problems: [leftWith(part, culprit)] } : reading;
  });
}

/** « TOTAL » in the first cell that says something: no row of the programme is called so. */
function isTotal({ cells }: CsvRow): boolean {
  const first = cells.find((cell) => cell.trim() !== '') ?? '';
  return /^(total|totaux)( general)?$/.test(fold(first));
}

function readTotals<Column extends string, Row>(
  row: CsvRow,
  rows: readonly Row[],
  layout: SheetLayout<Column>,
  { columns, totals }: SheetKind<Column, Row>,
): { readonly announced: AnnouncedTotals | null; readonly problems: readonly ImportProblem[] } {
  const reader = new RowReader(row, layout, columns);
  const said = [...layout.places.keys()].flatMap((column) => {
    const amountOf = totals[column];
    return amountOf === undefined || reader.text(column) === '' ? [] : [{ column, amountOf }];
  });
  const amounts = said.flatMap(({ column, amountOf }) => {
    const announcedCents = reader.optional(column, readEuros);
    const foundCents = sum(rows.map(amountOf));
    return announcedCents === null ? [] : [{ column: reader.header(column), announcedCents, foundCents }];
  });
  return { announced: said.length === 0 ? null : { line: row.line, amounts }, problems: reader.problems };
}
