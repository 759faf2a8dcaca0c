import type { Cents } from './money.ts';

/** A cell of an export: words, or an amount that a spreadsheet must add up. */
export type CsvCell = string | { readonly cents: Cents };

/**
 * A table as Excel and LibreOffice open it in France: byte order mark, `;`, decimal comma, CRLF. Words that a spreadsheet would run as a formula
 * begin with an apostrophe, which it hides; amounts are numbers and keep their sign.
 */
export function csvText(rows: readonly (readonly CsvCell[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cellText).join(';')}\r\n`).join('')}`;
}

/** `-1234,50`: no space nor currency, so that it is a number and nothing else. */
export function csvAmount(cents: Cents): string {
  const whole = Math.abs(cents).toString().padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${whole.slice(0, -2)},${whole.slice(-2)}`;
}

/** Also the full-width twins, which some programs read as the plain ones, and any of them behind spaces. */
const RUNS_AS_FORMULA = /^\s*[=+\-@\t\r\n＝＋－＠]/;

function cellText(cell: CsvCell): string {
  if (typeof cell !== 'string') return csvAmount(cell.cents);
  const inert = RUNS_AS_FORMULA.test(cell) ? `'${cell}` : cell;
  return /[";\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
