import { brokenCell, type Reading, withoutExcelMarks } from '../laureates/cells.ts';
import type { CsvRow } from '../laureates/csv.ts';
import type { ImportProblem } from '../laureates/import.ts';
import { plain } from '../laureates/text.ts';
import type { ColumnTable, Places } from './columns.ts';
import type { Named } from './recorded.ts';

/** The cells of one row by their meaning; collects what is wrong with them. */
export class RowReader<Column extends string> {
  readonly problems: ImportProblem[] = [];
  readonly row: CsvRow;
  readonly layout: Places<Column>;
  readonly #columns: ColumnTable<Column>;

  constructor(row: CsvRow, layout: Places<Column>, columns: ColumnTable<Column>) {
    this.row = row;
    this.layout = layout;
    this.#columns = columns;
  }

  /** The cell with its line breaks; empty when the row is shorter than the header. */
  raw(place: number | undefined): string {
    return place === undefined ? '' : withoutExcelMarks((this.row.cells[place] ?? '').normalize('NFC').trim());
  }

  header(column: Column): string {
    return this.layout.headers[this.layout.places.get(column) ?? -1] ?? this.#columns[column].label;
  }

  text(column: Column): string {
    return plain(this.raw(this.layout.places.get(column)));
  }

  /** The words of a cell with their place: what is found elsewhere by them may be missing, and is then said there. */
  named(column: Column, text: string): Named {
    return { line: this.row.line, column: this.header(column), text };
  }

  optional<Value>(column: Column, read: (text: string) => Reading<Value>): Value | null {
    const text = this.text(column);
    return text === '' ? null : this.keep(this.header(column), text, read(text));
  }

  required<Value>(column: Column, read: (text: string) => Reading<Value>): Value | null {
    if (this.text(column) !== '') return this.optional(column, read);
    this.refuse(column, 'cette cellule est vide : remplissez-la');
    return null;
  }

  keep<Value>(header: string, text: string, reading: Reading<Value>): Value | null {
    const broken = brokenCell(text);
    if (broken === null && 'value' in reading) return reading.value;
    const reason = broken ?? ('reason' in reading ? reading.reason : '');
    this.problems.push({ line: this.row.line, column: header, value: text, reason });
    return null;
  }

  refuse(column: Column, reason: string): void {
    this.keep(this.header(column), this.text(column), { reason });
  }

  /** A cell under no header most often means a separator typed inside another cell: everything after it is shifted. */
  refuseStrayCells(): void {
    const stray = this.row.cells.findIndex((cell, place) => plain(cell) !== '' && !this.layout.headers[place]);
    if (stray < 0) return;
    const reason = 'cette cellule n’a pas d’en-tête : la ligne est décalée, ou il manque des guillemets';
    this.keep(`colonne ${stray + 1}`, this.raw(stray), { reason });
  }
}
