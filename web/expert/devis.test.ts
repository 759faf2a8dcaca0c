import { sum } from '@sur-mesure/functions/domain/money';
import { totalsOnly } from '@sur-mesure/functions/domain/subsidy/share';
import { describe, expect, test } from 'vitest';
import { amountsFault, amountsOf, equalSplit, noAmounts, splitFault, splitOf } from './devis.ts';

const typed = { withoutVat: false, excludingVatCents: 250_000, vatCents: 50_000, includingVatCents: 300_000 };

describe('the amounts of a devis', () => {
  test('are taken once the three are there and add up', () => {
    expect(amountsOf(typed)).toEqual(totalsOnly(250_000, 50_000));
    expect(amountsOf({ ...typed, vatCents: null })).toBeNull();
    expect(amountsOf(noAmounts)).toBeNull();
  });

  test('say what they make when they do not add up', () => {
    const wrong = { ...typed, includingVatCents: 310_000 };
    expect(amountsOf(wrong)).toBeNull();
    expect(amountsFault(wrong)).toMatch(/font 3\s000,00\s€, et non 3\s100,00\s€/);
    expect(amountsFault(typed)).toBeNull();
  });

  test('are one amount when no VAT applies, whatever was typed before', () => {
    const without = { ...typed, withoutVat: true, vatCents: 12, includingVatCents: null };
    expect(amountsOf(without)).toEqual(totalsOnly(250_000, 0));
    expect(amountsFault(without)).toBeNull();
  });

  test('are more than nothing', () => {
    expect(amountsOf({ ...noAmounts, withoutVat: true, excludingVatCents: 0 })).toBeNull();
  });
});

describe('the split of a devis', () => {
  test('is the whole for a laureate alone', () => {
    expect(splitOf(['lac'], {}, 300_000)).toEqual({ lac: 300_000 });
    expect(splitFault(['lac'], { lac: 1 }, 300_000)).toBeNull();
  });

  test('is taken when the parts of all add up, and of nobody else', () => {
    expect(splitOf(['lac', 'bois'], { lac: 100_000, bois: 200_000, gone: 5 }, 300_000)).toEqual({
      lac: 100_000,
      bois: 200_000,
    });
    expect(splitOf(['lac', 'bois'], { lac: 300_000 }, 300_000)).toBeNull();
    expect(splitOf(['lac', 'bois'], { lac: 100_000, bois: 100_000 }, 300_000)).toBeNull();
  });

  test('says what is missing or too much, once every part is typed', () => {
    expect(splitFault(['lac', 'bois'], { lac: 100_000 }, 300_000)).toBeNull();
    expect(splitFault(['lac', 'bois'], { lac: 100_000, bois: 150_000 }, 300_000)).toMatch(/manque 500,00/);
    expect(splitFault(['lac', 'bois'], { lac: 100_000, bois: 250_000 }, 300_000)).toMatch(
      /dépassent le devis de 500,00/,
    );
  });

  test('in equal parts adds up to the cent', () => {
    const parts = equalSplit(['a', 'b', 'c'], 100_000);
    expect(parts).toEqual({ a: 33_334, b: 33_333, c: 33_333 });
    expect(sum(Object.values(parts).flatMap((part) => part ?? []))).toBe(100_000);
  });
});
