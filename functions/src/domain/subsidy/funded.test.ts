import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCents, LARGEST_CENTS, splitByWeight, sum } from '../money.ts';
import { baseLabel, baseOn, type FundedBase, formatRate, fundedPart, subsidyOfFinal, wholeBase } from './funded.ts';
import { proposedSplit, totalsOnly } from './share.ts';

const devis = totalsOnly(2_500_00, 500_00);
const recovers = { kind: 'excludingVat' } as const;
const partly = (deductibleTenThousandths: number) => ({ kind: 'coefficient', deductibleTenThousandths }) as const;

describe('What the subsidy may pay of a share', () => {
  it.each<[string, number, FundedBase, number]>([
    ['all of it, of who recovers no VAT', 3_000_00, wholeBase, 3_000_00],
    ['the amount without VAT, of who recovers it', 3_000_00, recovers, 2_500_00],
    ['the VAT that is not recovered too', 3_000_00, partly(6_000), 2_700_00],
    ['a half share in the same proportion', 1_500_00, recovers, 1_250_00],
    ['rounded down to the cent', 1_00, recovers, 83],
    ['nothing of nothing', 0, recovers, 0],
  ])('%s', (_name, share, base, funded) => expect(fundedPart(share, devis, base)).toBe(funded));

  it('is all of a devis without VAT, whatever the base', () => {
    for (const base of [wholeBase, recovers, partly(5_000)]) {
      expect(fundedPart(1_234_56, totalsOnly(1_234_56, 0), base)).toBe(1_234_56);
    }
  });
});

describe('The base of a laureate', () => {
  const entities = [
    { from: '2023-01-01', fundedBase: wholeBase },
    { from: '2024-06-01', fundedBase: recovers },
  ];
  it('is that of its legal entity in force on the day, or of the first before it began', () => {
    expect(['2022-01-01', '2024-05-31', '2024-06-01'].map((day) => baseOn(entities, day).kind)).toEqual([
      'includingVat',
      'includingVat',
      'excludingVat',
    ]);
  });

  it('is written as people read it', () => {
    expect([2_000, 550, 210, 6_225, 0].map(formatRate)).toEqual(
      ['20', '5,5', '2,1', '62,25', '0'].map((rate) => `${rate}\u00a0%`),
    );
    expect(baseLabel(partly(6_000))).toBe('TVA récupérée à 60\u00a0%');
  });
});

/** A devis, its laureates' weights, their bases, what remains of their subsidies and how much of the work is done. */
const amounts = fc
  .tuple(fc.integer({ min: 1, max: LARGEST_CENTS / 2 }), fc.integer({ min: 0, max: 10_000 }))
  .map(([excluding, rate]) => totalsOnly(excluding, Math.floor((excluding * rate) / 10_000)));
const anyBase: fc.Arbitrary<FundedBase> = fc.oneof(
  fc.constantFrom(wholeBase, recovers),
  fc.integer({ min: 0, max: 10_000 }).map(partly),
);
const laureate = fc.record({
  weight: fc.nat(10_000),
  base: anyBase,
  remaining: fc.integer({ min: -100, max: LARGEST_CENTS }),
  done: fc.integer({ min: 0, max: 10_000 }),
});

describe('Whatever the devis, the bases and what remains', () => {
  it('subsidy and own part make the share, subsidy ≤ funded ≤ share, settled ≤ committed, in whole cents', () => {
    fc.assert(
      fc.property(amounts, fc.array(laureate, { minLength: 1, maxLength: 10 }), (total, people) => {
        const shares = splitByWeight(
          total.includingVatCents,
          people.map(({ weight }) => weight),
        );
        for (const [index, { base, remaining, done }] of people.entries()) {
          const shareCents = shares[index] ?? 0;
          const fundedCents = fundedPart(shareCents, total, base);
          const { subsidyCents, ownCents } = proposedSplit({ shareCents, fundedCents }, remaining);
          const finalCents = Math.floor((shareCents * done) / 10_000);
          const settledCents = subsidyOfFinal(finalCents, { shareCents, fundedCents, subsidyCents });
          for (const cents of [fundedCents, subsidyCents, ownCents, settledCents]) expect(isCents(cents)).toBe(true);
          expect(subsidyCents + ownCents).toBe(shareCents);
          expect(subsidyCents).toBeLessThanOrEqual(Math.min(fundedCents, Math.max(0, remaining)));
          expect(fundedCents).toBeLessThanOrEqual(shareCents);
          expect(settledCents).toBeLessThanOrEqual(Math.min(subsidyCents, finalCents));
          // The whole work at its price settles what was committed, to the cent.
          expect(subsidyOfFinal(shareCents, { shareCents, fundedCents, subsidyCents })).toBe(subsidyCents);
        }
      }),
      { seed: 17, numRuns: 500 },
    );
  });

  it('laureates that all recover the VAT are never funded for more than the devis without VAT', () => {
    fc.assert(
      fc.property(amounts, fc.array(fc.nat(10_000), { minLength: 1, maxLength: 10 }), (total, weights) => {
        const funded = splitByWeight(total.includingVatCents, weights).map((part) => fundedPart(part, total, recovers));
        expect(sum(funded)).toBeLessThanOrEqual(total.excludingVatCents);
        expect(sum(funded)).toBeGreaterThan(total.excludingVatCents - weights.length);
      }),
      { seed: 17, numRuns: 500 },
    );
  });
});
