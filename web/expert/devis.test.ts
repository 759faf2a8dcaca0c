import { type DevisAmounts, totalsOnly } from '@sur-mesure/functions/domain/subsidy/share';
import { describe, expect, test } from 'vitest';
import {
  amountsOf,
  amountsWarned,
  emptyLine,
  missingAmounts,
  noAmounts,
  type TypedAmounts,
  totalsInWords,
  typedAmounts,
} from './devis.ts';

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const atTwenty: TypedAmounts = { ...noAmounts, vat: '2000', excludingVatCents: 250_000 };
const several: TypedAmounts = {
  ...noAmounts,
  vat: 'several',
  rates: [
    { percent: '20', baseCents: 250_000, vatCents: null },
    { percent: '8,5 %', baseCents: 20_000, vatCents: null },
  ],
};
const missing = (typed: TypedAmounts) => missingAmounts(typed).map(({ fieldId }) => fieldId);

describe('the amounts of a devis', () => {
  test('are one amount and a rate, most of the time: the rest is computed', () => {
    expect(amountsOf(atTwenty)).toMatchObject({
      excludingVatCents: 250_000,
      vatCents: 50_000,
      includingVatCents: 300_000,
    });
    expect(plain(totalsInWords(amountsOf(atTwenty) ?? totalsOnly(0, 0)))).toBe(
      'Hors taxes 2 500,00 €, TVA 500,00 € : total du devis 3 000,00 €.',
    );
  });

  test('are one amount alone where no VAT applies', () => {
    expect(amountsOf({ ...atTwenty, vat: 'none', vatCents: 12 })).toEqual(totalsOnly(250_000, 0));
  });

  test('add the rates where there are several, known or not', () => {
    expect(amountsOf(several)).toMatchObject({
      excludingVatCents: 270_000,
      vatCents: 51_700,
      includingVatCents: 321_700,
    });
  });

  test('take the VAT of the devis itself when it is rounded another way', () => {
    expect(amountsOf({ ...atTwenty, vatCents: 50_001 })?.includingVatCents).toBe(300_001);
    expect(amountsWarned({ ...atTwenty, vatCents: 49_000 })).toHaveLength(1);
  });

  test('keep the lines that are filled in, and say which is not', () => {
    const line = { label: ' Ateliers ', cents: 250_000, percent: '' };
    expect(amountsOf({ ...atTwenty, lines: [line, emptyLine] })?.lines).toEqual([
      { label: 'Ateliers', excludingVatCents: 250_000, ratePerTenThousand: 2_000 },
    ]);
    const begun = { ...atTwenty, lines: [{ ...line, cents: null }] };
    expect([amountsOf(begun), missing(begun)]).toEqual([null, ['devis-line-0']]);
    expect(missing({ ...several, lines: [line] })).toEqual(['devis-line-0']);
  });

  test('say what is missing, by field', () => {
    expect(missing(noAmounts)).toEqual(['devis-vat']);
    expect(missing({ ...atTwenty, excludingVatCents: 0 })).toEqual(['devis-excluding']);
    expect(missing({ ...several, rates: [{ percent: 'x', baseCents: null, vatCents: null }] })).toEqual([
      'devis-rate-0',
      'devis-base-0',
    ]);
    expect([missing(atTwenty), missing(several)]).toEqual([[], []]);
  });

  test.each<[string, DevisAmounts]>([
    [
      'one rate',
      {
        ...totalsOnly(250_000, 50_000),
        vat: { kind: 'rates', rates: [{ ratePerTenThousand: 2_000, baseCents: 250_000, vatCents: 50_000 }] },
      },
    ],
    ['no VAT', totalsOnly(300_000, 0)],
    ['several rates', amountsOf(several) ?? totalsOnly(0, 0)],
  ])('come back as they were typed for a correction: %s', (_name, amounts) => {
    expect(amountsOf(typedAmounts(amounts))).toEqual(amounts);
  });

  test('of a devis handed in before rates were asked find their rate again, or ask for it', () => {
    expect(typedAmounts(totalsOnly(250_000, 50_000))).toMatchObject({ vat: '2000', vatCents: null });
    expect(missing(typedAmounts(totalsOnly(250_000, 12_345)))).toEqual(['devis-rate-0']);
  });
});
