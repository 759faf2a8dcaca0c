import { describe, expect, it } from 'vitest';
import { amountWarnings, vatOf } from './devis-warnings.ts';
import { type DevisAmounts, totalsOnly } from './share.ts';

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const warned = (amounts: DevisAmounts) => amountWarnings(amounts).map(plain);
const rate = (ratePerTenThousand: number, baseCents: number, vatCents: number) => ({
  ratePerTenThousand,
  baseCents,
  vatCents,
});
const line = (label: string, excludingVatCents: number, ratePerTenThousand = 2_000) => ({
  label,
  excludingVatCents,
  ratePerTenThousand,
});
/** 2 500 € at 20 % and 200 € at 5,5 %. */
const whole: DevisAmounts = {
  ...totalsOnly(2_700_00, 511_00),
  vat: { kind: 'rates', rates: [rate(2_000, 2_500_00, 500_00), rate(550, 200_00, 11_00)] },
  lines: [line('Observation', 1_000_00), line('Ateliers', 1_500_00), line('Livret', 200_00, 550)],
};

describe('A devis that agrees warns of nothing', () => {
  it.each<[string, DevisAmounts]>([
    ['with its rates and lines', whole],
    ['without VAT', totalsOnly(3_000_00, 0)],
    ['without VAT, with its lines', { ...totalsOnly(3_000_00, 0), lines: [line('Ateliers', 3_000_00, 0)] }],
    ['with totals only', totalsOnly(2_500_00, 500_00)],
    ['a cent away for each line', { ...whole, lines: [line('Ateliers', 2_500_02), line('Livret', 199_99, 550)] }],
    [
      'a cent away for a rate',
      { ...totalsOnly(10_01, 2_01), vat: { kind: 'rates', rates: [rate(2_000, 10_01, 2_01)] } },
    ],
  ])('%s', (_name, amounts) => expect(amountWarnings(amounts)).toEqual([]));
});

describe('What does not agree is named, with its amounts', () => {
  it.each<[string, DevisAmounts, string]>([
    [
      'VAT that its rate does not give',
      { ...totalsOnly(2_500_00, 490_00), vat: { kind: 'rates', rates: [rate(2_000, 2_500_00, 490_00)] } },
      'À 20 %, la TVA de 2 500,00 € est de 500,00 € ; le devis dit 490,00 €.',
    ],
    [
      'bases that do not make the total without VAT',
      { ...totalsOnly(2_700_00, 500_00), vat: { kind: 'rates', rates: [rate(2_000, 2_500_00, 500_00)] } },
      'Les montants taxés font 2 500,00 € ; le montant hors taxes est de 2 700,00 €.',
    ],
    [
      'rates that do not make the VAT',
      { ...totalsOnly(2_500_00, 550_00), vat: { kind: 'rates', rates: [rate(2_000, 2_500_00, 500_00)] } },
      'La TVA des différents taux fait 500,00 € ; la TVA du devis est de 550,00 €.',
    ],
    [
      'lines that do not make the total',
      { ...totalsOnly(3_000_00, 0), lines: [line('Ateliers', 2_900_00, 0)] },
      'Les lignes font 2 900,00 € ; le montant hors taxes est de 3 000,00 €.',
    ],
    [
      'VAT where none applies',
      { ...totalsOnly(2_500_00, 500_00), vat: { kind: 'none' } },
      'Le devis est dit sans TVA, et compte 500,00 € de TVA.',
    ],
    [
      'a taxed line where no VAT applies',
      { ...totalsOnly(3_000_00, 0), lines: [line('Ateliers', 3_000_00)] },
      'Le devis est dit sans TVA, et la ligne « Ateliers » est à 20 %.',
    ],
  ])('%s', (_name, amounts, sentence) => expect(warned(amounts)).toEqual([sentence]));

  it('lines of a rate that is not theirs', () => {
    expect(warned({ ...whole, lines: [line('Observation', 2_700_00)] })).toEqual([
      'Les lignes à 20 % font 2 700,00 € ; le montant taxé à ce taux est de 2 500,00 €.',
      'Les lignes à 5,5 % font 0,00 € ; le montant taxé à ce taux est de 200,00 €.',
    ]);
  });
});

it('the VAT of an amount is rounded to the nearest cent, in exact integers', () => {
  expect([vatOf(10_02, 2_000), vatOf(10_03, 2_000), vatOf(1_00, 550), vatOf(1_00, 210), vatOf(50, 2_100)]).toEqual([
    2_00, 2_01, 6, 2, 11,
  ]);
});
