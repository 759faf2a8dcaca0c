import { strToU8, zipSync } from 'fflate';
import type { Day } from '../calendar.ts';
import type { ExportCell, ExportTable } from './table.ts';

/** The same bytes for the same table: an entry's date is a part of them. */
const SAME_DAY = new Date(Date.UTC(2000, 0, 1, 12));
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** What Excel takes in one cell; it calls a longer one damaged. */
const LONGEST_TEXT = 32_767;
/** Place in `cellXfs` below. */
const styles = { plain: 0, amount: 1, day: 2, header: 3 } as const;

/**
 * A workbook of one sheet (ECMA-376, SpreadsheetML): its header stays in sight and filters, amounts are euros and days are dates, that a spreadsheet
 * adds and orders. Words are inline strings, a type of their own: nothing typed by anybody is ever a formula.
 */
export function workbookOf(title: string, table: ExportTable): Uint8Array<ArrayBuffer> {
  const entries = {
    '[Content_Types].xml': contentTypes,
    '_rels/.rels': relations([['rId1', `${office}/officeDocument`, 'xl/workbook.xml']]),
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${escaped(sheetName(title))}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ['rId1', `${office}/worksheet`, 'worksheets/sheet1.xml'],
      ['rId2', `${office}/styles`, 'styles.xml'],
    ]),
    'xl/styles.xml': stylesheet,
    'xl/worksheets/sheet1.xml': sheetOf(table),
  };
  const bytes = Object.entries(entries).map(([path, text]) => [path, strToU8(text)] as const);
  return zipSync(Object.fromEntries(bytes), { mtime: SAME_DAY });
}

function sheetOf({ headers, rows }: ExportTable): string {
  const header = `<row r="1">${headers.map((label, column) => text(label, `${letters(column)}1`, styles.header)).join('')}</row>`;
  const body = rows.map((row, index) => {
    const number = index + 2;
    return `<row r="${number}">${row.map((cell, column) => cellOf(cell, `${letters(column)}${number}`)).join('')}</row>`;
  });
  const range = `A1:${letters(Math.max(0, headers.length - 1))}${rows.length + 1}`;
  return [
    `${head}<worksheet xmlns="${main}">`,
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>',
    `<cols>${headers.map((label, column) => widthOf(label, column + 1)).join('')}</cols>`,
    `<sheetData>${header}${body.join('')}</sheetData>`,
    `<autoFilter ref="${range}"/>`,
    '</worksheet>',
  ].join('');
}

function cellOf(cell: ExportCell, place: string): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'string') return text(cell, place, styles.plain);
  // A cell of words keeps every digit as it is.
  if ('digits' in cell) return text(cell.digits, place, styles.plain);
  if ('cents' in cell) return number(euros(cell.cents), place, styles.amount);
  return 'count' in cell
    ? number(String(cell.count), place, styles.plain)
    : number(serialOf(cell.day), place, styles.day);
}

function text(words: string, place: string, style: number): string {
  const kept = escaped(words.slice(0, LONGEST_TEXT));
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${kept}</t></is></c>`;
}

function number(value: string, place: string, style: number): string {
  return `<c r="${place}" s="${style}"><v>${value}</v></c>`;
}

/** `-1234.50`: in whole cents, so that no binary fraction is written. */
function euros(cents: number): string {
  const whole = Math.abs(cents).toString().padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${whole.slice(0, -2)}.${whole.slice(-2)}`;
}

/** Days since 30 December 1899, as spreadsheets count them. */
function serialOf(day: Day): string {
  return String(Math.round((Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000));
}

/** 0 → A, 25 → Z, 26 → AA. */
function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : `${letters(Math.floor(column / 26) - 1)}${last}`;
}

function widthOf(label: string, column: number): string {
  return `<col min="${column}" max="${column}" width="${Math.min(40, Math.max(12, label.length + 4))}" customWidth="1"/>`;
}

/** Excel refuses these in the name of a sheet, and more than 31 characters. */
function sheetName(title: string): string {
  return title.replaceAll(/[[\]:*?/\\]/g, ' ').slice(0, 31);
}

/** What XML 1.0 can't hold is left out. */
function escaped(words: string): string {
  const held = words.replaceAll(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '');
  return held
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');
}

function relations(targets: readonly (readonly [string, string, string])[]): string {
  const lines = targets.map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`);
  return `${head}<Relationships xmlns="${packages}/relationships">${lines.join('')}</Relationships>`;
}

const contentTypes = [
  `${head}<Types xmlns="${packages}/content-types">`,
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
  '<Default Extension="xml" ContentType="application/xml"/>',
  `<Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/>`,
  `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${spreadsheet}.worksheet+xml"/>`,
  `<Override PartName="/xl/styles.xml" ContentType="${spreadsheet}.styles+xml"/>`,
  '</Types>',
].join('');

/** Format 14 is the short date of whoever opens it. */
const stylesheet = [
  `${head}<styleSheet xmlns="${main}">`,
  '<numFmts count="1"><numFmt numFmtId="164" formatCode="#,##0.00\\ &quot;€&quot;"/></numFmts>',
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>',
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  '<cellXfs count="4">',
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>',
  '<xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>',
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>',
  '</cellXfs></styleSheet>',
].join('');
