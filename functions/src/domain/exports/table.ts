import { type Day, dayOf, type Instant } from '../calendar.ts';
import { type CsvCell, csvText } from '../csv.ts';
import type { Cents } from '../money.ts';

/** A cell of an export: words, or a figure that a spreadsheet must add up or order; null is an empty one. */
export type ExportCell = string | null | { readonly cents: Cents } | { readonly count: number } | { readonly day: Day };

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
  return `${cell.day.slice(8)}/${cell.day.slice(5, 7)}/${cell.day.slice(0, 4)}`;
}

export const day = (at: Day | null): ExportCell => (at === null ? null : { day: at });
export const dayAt = (at: Instant | null): ExportCell => (at === null ? null : { day: dayOf(at) });
export const amount = (cents: Cents | null): ExportCell => (cents === null ? null : { cents });
export const yes = (so: boolean): ExportCell => (so ? 'Oui' : 'Non');
