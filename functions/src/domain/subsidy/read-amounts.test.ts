import { describe, expect, it } from 'vitest';
import { readAmounts, readWarning } from './read-amounts.ts';

describe('The total of a devis, in the shapes that PDFs give it', () => {
  it.each<[string, string, number[]]>([
    ['French', 'Total TTC : 1 234,56 €', [1_234_56]],
    ['with no-break spaces', 'Total TTC\u00a0: 1\u202f234,56\u00a0€', [1_234_56]],
    ['with points between thousands', 'TOTAL TTC 1.234,56 €', [1_234_56]],
    ['with points between thousands, in millions', 'TOTAL TTC 1.234.567,89 €', [1_234_567_89]],
    ['with a decimal point', 'Net à payer 1234.56 EUR', [1_234_56]],
    ['English', 'Montant total € 1,234.56', [1_234_56]],
    ['Swiss', 'Total à payer 1’234.56', [1_234_56]],
    ['without thousands', 'Total TTC 234,56', [234_56]],
    ['split around the comma', 'Total TTC 1 234 , 56 €', [1_234_56]],
    ['letter-spaced', 'Total TTC 3 0 0 0 , 0 0 €', [3_000_00]],
    ['in whole euros, with the sign', 'Net à payer : 3 000 €', [3_000_00]],
    ['in whole euros, in letters', 'NET A PAYER 3000 euros', [3_000_00]],
    ['in whole euros, with a point', 'Total TTC 3.000 EUR', [3_000_00]],
    ['« toutes taxes comprises »', 'Montant toutes taxes comprises 3 000,00 €', [3_000_00]],
    ['« T.T.C. »', 'TOTAL T.T.C. 3 000,00', [3_000_00]],
    ['a bare total, without VAT', 'Total : 3 000,00 €\nTVA non applicable, art. 293 B du CGI', [3_000_00]],
    ['decomposed accents', 'Net a\u0300 payer 3 000,00 €', [3_000_00]],
    ['the amount on the next line', 'Total TTC\n3 000,00 €', [3_000_00]],
    ['the amount on the line before', '3 000,00 €\nTotal TTC', [3_000_00]],
    [
      'a column of words, then a column of amounts',
      'Total HT\nTVA 20,00 %\nTotal TTC\n2 500,00 €\n500,00 €\n3 000,00 €',
      [2_500_00, 500_00, 3_000_00],
    ],
    ['the same total twice, once', 'Total TTC 3 000,00 €\nNet à payer 3 000,00 €', [3_000_00]],
  ])('%s', (_name, text, cents) => expect(readAmounts(text)).toEqual(cents));

  it.each<[string, string]>([
    ['no total', 'Journée d’atelier 650,00 €'],
    ['a total without VAT', 'Total HT 2 500,00 €'],
    ['the total of the VAT', 'Montant total TVA 500,00 €'],
    ['a percentage', 'Total TTC : 20,00 %'],
    ['a rebate', 'Total TTC : -100,00 €'],
    ['a number that no currency makes an amount', 'Total TTC page 3 sur 12'],
    ['zero', 'Total TTC 0,00 €'],
    ['an amount beyond what the programme can name', 'Total TTC 999 999 999 999,00 €'],
    ['nothing at all', ''],
  ])('%s is not read', (_name, text) => expect(readAmounts(text)).toEqual([]));

  it('is bounded, whatever the page', () => {
    const hostile = `Total TTC ${'1 '.repeat(50_000)}\n${'Total TTC 1,00 €\n'.repeat(2_000)}${'9'.repeat(100_000)}`;
    const started = process.cpuUsage();
    expect(readAmounts(hostile)).toEqual([1_00]);
    // Of work, whatever else the machine does: a quadratic search would take minutes.
    expect(process.cpuUsage(started).user).toBeLessThan(1_000_000);
  });
});

describe('What is read against what is typed', () => {
  const plain = (text: string | null) => text?.replaceAll(/[\u00a0\u202f]/g, ' ') ?? null;

  it('warns when nothing agrees, naming both', () => {
    expect(plain(readWarning([3_100_00, 3_200_00], 3_000_00))).toBe(
      'Le montant saisi est de 3 000,00 € ; près du total, le PDF dit 3 100,00 € et 3 200,00 €. Comparez les deux avant de décider.',
    );
  });

  it.each<[string, number[] | null]>([
    ['one amount agrees', [2_500_00, 3_000_00]],
    ['nothing was found', []],
    ['nothing could be read', null],
  ])('says nothing when %s', (_name, read) => expect(readWarning(read, 3_000_00)).toBeNull());
});
