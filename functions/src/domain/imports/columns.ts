import type { CsvRow } from '../laureates/csv.ts';
import { fold } from '../laureates/text.ts';

/** The header staff are taught, then the ones seen in their files. Compared folded, without « (…) ». */
export interface ColumnWords {
  readonly label: string;
  readonly required: boolean;
  readonly aliases: readonly string[];
}
export type ColumnTable<Column extends string> = Readonly<Record<Column, ColumnWords>>;

/** Where each column stands in a file. */
export interface Places<Column extends string> {
  readonly headers: readonly string[];
  readonly places: ReadonlyMap<Column, number>;
}

export interface LayoutProblem {
  readonly column: string;
  readonly reason: string;
}

export interface SheetLayout<Column extends string> extends Places<Column> {
  readonly unknown: readonly string[];
  readonly problems: readonly LayoutProblem[];
}

function columnsOf<Column extends string>(table: ColumnTable<Column>): Column[] {
  return Object.keys(table).filter((name): name is Column => Object.hasOwn(table, name));
}

/** Which column a header names, or null: such a column is left aside, and said to be. */
export function columnNamer<Column extends string>(table: ColumnTable<Column>): (header: string) => Column | null {
  const named = new Map(
    columnsOf(table).flatMap((column) =>
      [table[column].label, ...table[column].aliases].map((text) => [fold(text), column] as const),
    ),
  );
  return (header) => named.get(foldedHeader(header)) ?? null;
}

export function foldedHeader(header: string): string {
  return fold(header.replace(/\(.*?\)/g, ''));
}

export function missingColumns<Column extends string>(
  table: ColumnTable<Column>,
  places: ReadonlyMap<Column, number>,
): LayoutProblem[] {
  return columnsOf(table)
    .filter((column) => table[column].required && !places.has(column))
    .map((column) => ({ column: table[column].label, reason: 'cette colonne manque : ajoutez-la, avec cet en-tête' }));
}

export const sayTheSame = 'deux colonnes disent la même chose : gardez-en une';

export function layoutOf<Column extends string>(header: CsvRow, table: ColumnTable<Column>): SheetLayout<Column> {
  const nameOf = columnNamer(table);
  const places = new Map<Column, number>();
  const unknown: string[] = [];
  const problems: LayoutProblem[] = [];
  for (const [place, cell] of header.cells.entries()) {
    const text = cell.trim();
    const column = nameOf(text);
    if (column === null) {
      if (text !== '') unknown.push(text);
    } else if (places.has(column)) problems.push({ column: text, reason: sayTheSame });
    else places.set(column, place);
  }
  const headers = header.cells.map((cell) => cell.trim());
  return { headers, places, unknown, problems: [...problems, ...missingColumns(table, places)] };
}
