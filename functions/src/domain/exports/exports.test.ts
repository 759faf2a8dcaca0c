import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import * as z from 'zod';
import type { ListedExpert } from '../lists/experts.ts';
import { builtInThemes } from '../programme/built-in-themes.ts';
import { expertColumns, laureateColumns, ledgerColumns, missionColumns } from './columns.ts';
import {
  columnsOf,
  csvOf,
  type ExportCell,
  type ExportColumns,
  type ExportTable,
  firstColumns,
  tableOf,
} from './table.ts';
import { workbookOf } from './workbook.ts';

const formulas = ['=1+1', '+33 6', '-1', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("https://x")'];

async function partsOf(workbook: Uint8Array): Promise<Record<string, string>> {
  const parts: Record<string, string> = {};
  const zip = await fromBufferPromise(Buffer.from(workbook), { strictFileNames: true });
  for await (const entry of zip.eachEntry()) {
    const pieces: Buffer[] = [];
    for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(Buffer.from(piece));
    parts[entry.fileName] = Buffer.concat(pieces).toString();
  }
  return parts;
}

/** Strict: a cell that held a formula (`f`) would be refused. */
const cellShape = z.strictObject({
  '@_r': z.string(),
  '@_s': z.string(),
  '@_t': z.string().optional(),
  v: z.string().optional(),
  is: z.object({ t: z.object({ '#text': z.string().default('') }) }).optional(),
});
const sheetShape = z.object({
  worksheet: z.object({ sheetData: z.object({ row: z.array(z.object({ c: z.array(cellShape).default([]) })) }) }),
});

/** Every cell by its place: its words, or its number as it is written. */
async function reread(
  workbook: Uint8Array,
): Promise<ReadonlyMap<string, { readonly style: string; readonly value: string }>> {
  const sheet = (await partsOf(workbook))['xl/worksheets/sheet1.xml'] ?? '';
  const parser = new XMLParser({
    ...{ ignoreAttributes: false, trimValues: false, parseTagValue: false, alwaysCreateTextNode: false },
    isArray: (name) => name === 'row' || name === 'c',
    processEntities: true,
    htmlEntities: true,
  });
  const { row } = sheetShape.parse(parser.parse(sheet)).worksheet.sheetData;
  const cells = row.flatMap(({ c }) => c);
  return new Map(
    cells.map((cell) => [cell['@_r'], { style: cell['@_s'], value: cell.v ?? cell.is?.t['#text'] ?? '' }]),
  );
}

const rereadCsv = (text: string): unknown => parse(text, { bom: true, delimiter: ';', record_delimiter: '\r\n' });
const tableWith = (...rows: readonly (readonly ExportCell[])[]): ExportTable => ({
  headers: (rows[0] ?? []).map((_, index) => `Colonne ${index + 1}`),
  rows,
});

describe('A workbook', () => {
  it('is a package whose every part is XML, with a sheet named as the export', async () => {
    const parts = await partsOf(workbookOf('Missions [2/3] : état des lieux, très long titre', tableWith(['a'])));
    for (const text of Object.values(parts)) expect(XMLValidator.validate(text)).toBe(true);
    expect(Object.keys(parts)).toEqual([
      ...['[Content_Types].xml', '_rels/.rels', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml'],
      'xl/worksheets/sheet1.xml',
    ]);
    const name = /<sheet name="([^"]*)"/.exec(parts['xl/workbook.xml'] ?? '')?.[1];
    expect(name).toBe('Missions  2 3    état des lieux');
    expect(name?.length).toBeLessThanOrEqual(31);
  });

  it('has amounts and days as numbers, and words as words', async () => {
    const cells = await reread(
      workbookOf('Export', tableWith(['00732829320', { cents: -123_405 }, { count: 3 }, { day: '2026-11-30' }, null])),
    );
    expect(cells.get('A2')).toEqual({ style: '0', value: '00732829320' });
    expect(cells.get('B2')).toEqual({ style: '1', value: '-1234.05' });
    expect(cells.get('C2')).toEqual({ style: '0', value: '3' });
    // 1 January 2000 is 36 526 for every spreadsheet.
    expect(cells.get('D2')).toEqual({ style: '2', value: String(36_526 + 9_830) });
    expect(cells.has('E2')).toBe(false);
  });

  it.each(formulas)('never runs %j: it is a string, without the mark that a CSV needs', async (formula) => {
    const cells = await reread(workbookOf('Export', tableWith([formula])));
    expect(cells.get('A2')).toEqual({ style: '0', value: formula });
  });

  it('names its columns past Z, keeps what XML holds, and cuts what Excel would refuse', async () => {
    const wide = Array.from({ length: 30 }, (_, index) => `${index}`);
    expect((await reread(workbookOf('Export', tableWith(wide)))).get('AD2')?.value).toBe('29');
    const odd = await reread(workbookOf('Export', tableWith(['a\u0000b\ud800c<&>"é\n🏭', 'x'.repeat(40_000)])));
    expect(odd.get('A2')?.value).toBe('abc<&>"é\n🏭');
    expect(odd.get('B2')?.value).toHaveLength(32_767);
  });

  it('gives back every word', async () => {
    const word = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
      .filter((text) => !/[\p{Cs}\p{Cc}\ufffe\uffff]/u.test(text));
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 6 }), async (words) => {
        const cells = await reread(workbookOf('Export', tableWith(words)));
        expect(words.map((_, index) => cells.get(`${String.fromCharCode(65 + index)}2`)?.value)).toEqual(words);
      }),
      { numRuns: 50 },
    );
  });
});

const listed: ListedExpert = {
  ...{ id: 'forge', company: 'La Forge', siret: '', state: 'published', published: true, mayBeCommissioned: true },
  ...{ contact: { name: '', email: '', phone: '' }, publishes: { email: false, phone: false }, website: '' },
  ...{
    subthemes: [],
    regions: [],
    submittedAt: 1,
    reviewedAt: null,
    confirmedAt: null,
    confirmBy: null,
    stopped: false,
  },
};

describe('A CSV', () => {
  it.each(formulas)('never runs %j', (formula) => {
    expect(rereadCsv(csvOf(tableWith([formula])))).toEqual([['Colonne 1'], [`'${formula}`]]);
  });

  it.each([
    ['00572078400015', '005 720 784 00015'],
    ['0612345678', '06 12 34 56 78'],
    ['06.12 34 56.78', '06 12 34 56 78'],
    ['0033612345', '00 33 61 23 45'],
    ['+33612345678', "'+33 6 12 34 56 78"],
  ])('keeps the digits of %s as words, in groups, where a workbook has them as they are', async (digits, grouped) => {
    expect(rereadCsv(csvOf(tableWith([{ digits }])))).toEqual([['Colonne 1'], [grouped]]);
    const cells = await reread(workbookOf('Export', tableWith([{ digits }])));
    expect(cells.get('A2')).toEqual({ style: '0', value: digits });
  });

  it('never has a SIRET or a telephone as bare digits', () => {
    const expert = { siret: '00572078400015', contact: { name: 'Noé', email: '', phone: '0612345678' } };
    const { siret, phone } = expertColumns(() => builtInThemes);
    const written = csvOf(
      tableOf(
        [siret, phone].flatMap((column) => column ?? []),
        [{ ...listed, ...expert }],
      ),
    );
    expect(rereadCsv(written)).toEqual([
      ['SIRET', 'Téléphone'],
      ['005 720 784 00015', '06 12 34 56 78'],
    ]);
  });

  it('is read back the same: words, amounts, figures, days and nothing', () => {
    const table = tableWith(['a;"b"\nc', { cents: 5 }, { count: 12 }, { day: '2026-11-30' }, null]);
    expect(rereadCsv(csvOf(table))).toEqual([table.headers, ['a;"b"\nc', '0,05', '12', '30/11/2026', '']]);
  });
});

describe('The columns of an export', () => {
  const tables: readonly (readonly [string, ExportColumns<never>])[] = [
    ['missions', missionColumns(() => builtInThemes)],
    ['laureates', laureateColumns],
    ['experts', expertColumns(() => builtInThemes)],
    ['ledger', ledgerColumns],
  ];

  it.each(tables)('of %s have names of their own, some of which are chosen at first', (_name, columns) => {
    const labels = Object.values(columns).map(({ label }) => label);
    expect(new Set(labels).size).toBe(labels.length);
    expect(firstColumns(columns).length).toBeGreaterThan(3);
    expect(labels.join(' ')).not.toMatch(/note privée|avis|retour/i);
  });

  it('are those that were chosen, in the order of the table', () => {
    const columns: ExportColumns<{ readonly one: string }> = {
      a: { label: 'A', first: true, cell: ({ one }) => one },
      b: { label: 'B', cell: () => ({ count: 1 }) },
      c: { label: 'C', cell: () => null },
    };
    expect(tableOf(columnsOf(columns, ['b', 'a']), [{ one: 'x' }])).toEqual({
      headers: ['A', 'B'],
      rows: [['x', { count: 1 }]],
    });
    expect(columnsOf(columns, ['nowhere'])).toEqual([]);
  });
});
