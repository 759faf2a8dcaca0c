import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatEuros, isCents, LARGEST_CENTS, splitByWeight, splitWithOddCents, sum } from './money.ts';
import { proposedSplit } from './subsidy/share.ts';

describe('Euros as they are written', () => {
  it.each([
    [0, '0,00 €'],
    [5, '0,05 €'],
    [3_000_00, '3 000,00 €'],
    [1_234_567_89, '1 234 567,89 €'],
    [-750_00, '−750,00 €'],
  ])('%d cents', (cents, plain) => {
    // Narrow no-break space between thousands, no-break space before the sign: an amount never breaks over two lines.
    const thousands = plain.replaceAll(/(?<=\d) (?=\d)/g, '\u202f').replace(' €', '\u00a0€');
    expect(formatEuros(cents)).toBe(thousands);
  });
});

describe('An amount is a whole number of cents, not below zero, within what the programme can name', () => {
  it.each([0, 1, LARGEST_CENTS])('%d is one', (cents) => expect(isCents(cents)).toBe(true));
  it.each([-1, 0.1, Number.NaN, Number.POSITIVE_INFINITY, LARGEST_CENTS + 1, 1e21])('%d is not', (cents) =>
    expect(isCents(cents)).toBe(false),
  );
});

describe('Splitting an amount', () => {
  it.each([
    ['thirds give the odd cent to the first', 100, [1, 1, 1], [34, 33, 33]],
    ['two odd cents go to the first two', 101, [1, 1, 1], [34, 34, 33]],
    ['the largest remainder first', 100, [1, 2, 4], [14, 29, 57]],
    ['no weight at all means equal parts', 101, [0, 0], [51, 50]],
    ['who weighs nothing pays nothing', 100, [0, 1], [0, 100]],
    ['percentages', 3_000_01, [33, 67], [990_00, 2_010_01]],
    ['nothing to split', 0, [1, 2], [0, 0]],
  ])('%s', (_name, total, weights, parts) => {
    expect(splitByWeight(total, weights)).toEqual(parts);
  });

  it('adds up to the cent, each part within one cent of its exact share, the order of parts kept', () => {
    const weights = fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: LARGEST_CENTS }), weights, (total, given) => {
        const parts = splitByWeight(total, given);
        expect(sum(parts)).toBe(total);
        const equal = sum(given) === 0;
        const whole = BigInt(equal ? given.length : sum(given));
        for (const [index, part] of parts.entries()) {
          expect(isCents(part)).toBe(true);
          const off = BigInt(part) * whole - BigInt(equal ? 1 : (given[index] ?? 0)) * BigInt(total);
          expect(off < whole && off > -whole).toBe(true);
        }
      }),
      { seed: 1, numRuns: 1_000 },
    );
  });
});

describe('The odd cents', () => {
  it('go to the largest remainders, and it is said to whom', () => {
    expect(splitWithOddCents(101, [1, 1, 1])).toEqual({ parts: [34, 34, 33], odd: [true, true, false] });
    expect(splitWithOddCents(100, [50, 50])).toEqual({ parts: [50, 50], odd: [false, false] });
  });

  it('are not lost to a remainder that a float can’t tell from another', () => {
    // The third weighs a hair more: in floats the three remainders are the same, and the cent went to the first.
    const hair = 3_000_000_000_000_000;
    expect(splitByWeight(10_000_000_000, [hair, hair, hair + 1])).toEqual([
      3_333_333_333, 3_333_333_333, 3_333_333_334,
    ]);
  });
});

describe('How a share is paid', () => {
  it.each([
    ['the subsidy first', 3_000_00, 10_000_00, { subsidyCents: 3_000_00, ownCents: 0 }],
    ['the laureate for the rest', 12_000_00, 10_000_00, { subsidyCents: 10_000_00, ownCents: 2_000_00 }],
    ['the laureate for all of it when nothing remains', 500, 0, { subsidyCents: 0, ownCents: 500 }],
    ['never with a negative subsidy', 500, -1, { subsidyCents: 0, ownCents: 500 }],
  ])('%s', (_name, share, remaining, expected) =>
    expect(proposedSplit({ shareCents: share, fundedCents: share }, remaining)).toEqual(expected),
  );
});
