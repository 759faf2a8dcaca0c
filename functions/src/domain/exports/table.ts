import { type Day, dayOf, type Instant } from '../calendar.ts';
import { type CsvCell, csvText } from '../csv.ts';
import type { Cents } from '../money.ts';

/** A cell of an export: words, digits that are no number, or a figure that a spreadsheet must add up or order; null is an empty one. */
export type ExportCell =
  | string
  | null
  | { readonly cents: Cents }
  | { readonly count: number }
  | { readonly day: Day }
  | { readonly digits: string };

/** What is exported of a row: its header, and the value under it. `first` columns are chosen until somebody chooses others. */
export interface ExportColumn<Row> {
  readonly label: string;
  readonly first?: true;
  readonly cell: (row: Row) => ExportCell;
}

export type ExportColumns<Row> = Readonly<Record<string, ExportColumn<Row>>>;

/** A table that is ready to be written: a header, and rows as long as it. */
export interface ExportTable {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly ExportCell[])[];
}

export const exportFormats = {
  csv: { label: 'CSV', hint: 'Pour tout logiciel, et pour un autre service.', contentType: 'text/csv;charset=utf-8' },
  xlsx: {
    label: 'Excel (XLSX)',
    hint: 'Les montants et les dates y sont déjà des nombres.',
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
} as const;
export type ExportFormat = keyof typeof exportFormats;

/** The columns of these names, in the order of the table whatever the order in which they were chosen. */
export function columnsOf<Row>(columns: ExportColumns<Row>, chosen: readonly string[]): readonly ExportColumn<Row>[] {
  return Object.entries(columns)
    .filter(([name]) => chosen.includes(name))
    .map(([, column]) => column);
}

/** Names of the columns that are chosen at first. */
export function firstColumns<Row>(columns: ExportColumns<Row>): readonly string[] {
  return Object.entries(columns)
    .filter(([, { first }]) => first === true)
    .map(([name]) => name);
}

export function tableOf<Row>(columns: readonly ExportColumn<Row>[], rows: readonly Row[]): ExportTable {
  return {
    headers: columns.map(({ label }) => label),
    rows: rows.map((row) => columns.map(({ cell }) => cell(row))),
  };
}

/** As a spreadsheet set to French opens it; what would run as a formula is made inert (`csv.ts`). */
export function csvOf({ headers, rows }: ExportTable): string {
  return csvText([headers, ...rows.map((row) => row.map(csvCell))]);
}

function csvCell(cell: ExportCell): CsvCell {
  if (cell === null) return '';
  if (typeof cell === 'string' || 'cents' in cell) return cell;
  if ('count' in cell) return String(cell.count);
  if ('digits' in cell) return inGroups(cell.digits);
  return `${cell.day.slice(8)}/${cell.day.slice(5, 7)}/${cell.day.slice(0, 4)}`;
}

/** A SIRET, a French number, any other: the first that fits. */
const groups: readonly (readonly [RegExp, string])[] = [
  [/^(\d{3})(\d{3})(\d{3})(\d{5})$/, '$1 $2 $3 $4'],
  [/^(\+33)(\d)(\d{2})(\d{2})(\d{2})(\d{2})$/, '$1 $2 $3 $4 $5 $6'],
  [/(\d{2})(?=\d)/g, '$1 '],
];

/** A spreadsheet takes bare digits of a CSV for a number: it drops their first zeros, and all but the first fifteen. Groups stay words. */
function inGroups(digits: string): string {
  const bare = digits.replaceAll(/[ .]/g, '');
  const [pattern, grouped] = groups.find(([fits]) => bare.search(fits) >= 0) ?? [];
  return pattern === undefined || grouped === undefined ? bare : bare.replace(pattern, grouped);
}

export const digits = (text: string | null): ExportCell => (text === null || text === '' ? null : { digits: text });
export const day = (at: Day | null): ExportCell => (at === null ? null : { day: at });
export const dayAt = (at: Instant | null): ExportCell => (at === null ? null : { day: dayOf(at) });
export const amount = (cents: Cents | null): ExportCell => (cents === null ? null : { cents });
export const yes = (so: boolean): ExportCell => (so ? 'Oui' : 'Non');
