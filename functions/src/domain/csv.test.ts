import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvAmount, csvText } from './csv.ts';

/** As a spreadsheet set to French reads it. */
const reread = (text: string): unknown => parse(text, { bom: true, delimiter: ';', record_delimiter: '\r\n' });

describe('An export', () => {
  it.each(['=HYPERLINK("x")', '+33', '-1+1', '@SUM(A1)', '\t=1', '\r=1', '＝1', '＋1', '－1', '＠1', '  =1'])(
    'never runs %j',
    (text) => expect(reread(csvText([[text]]))).toEqual([[`'${text}`]]),
  );

  it('keeps amounts as numbers, sign and cents', () => {
    expect([0, 5, -5, 123_45, -3_000_00].map(csvAmount)).toEqual(['0,00', '0,05', '-0,05', '123,45', '-3000,00']);
    expect(reread(csvText([['Total', { cents: -3_000_00 }]]))).toEqual([['Total', '-3000,00']]);
  });

  it('begins with a byte order mark, so that accents are read', () => {
    expect(csvText([['é']]).codePointAt(0)).toBe(0xfeff);
  });

  it('gives back every word, whatever separators, quotes and line ends it holds', () => {
    const word = fc.string({ unit: 'grapheme', maxLength: 20 }).map((text) => `a${text}`);
    fc.assert(
      fc.property(fc.array(fc.tuple(word, word), { minLength: 1, maxLength: 5 }), (rows) => {
        expect(reread(csvText(rows))).toEqual(rows);
      }),
    );
  });
});
