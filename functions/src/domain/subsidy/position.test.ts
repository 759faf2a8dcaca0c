import { describe, expect, it } from 'vitest';
import { wholeBase } from './funded.ts';
import { emptyBalance } from './ledger.ts';
import { positionOf, totalBalance, withPending } from './position.ts';
import type { Share } from './share.ts';
import { award, commit, pay, settle } from './testing/entries.ts';

const share = (change: Partial<Share>): Share => ({
  ...{ missionId: 'm1', laureateId: 'atelier', expertId: 'forge', expertName: 'La Forge', needId: 'm1', need: '' },
  subthemes: [],
  ...{ missionState: 'awaiting_validation', since: 0, version: 1, status: 'proposed', finalCents: 0, amendment: null },
  ...{ base: wholeBase, shareCents: 30, subsidyCents: 0, ownCents: 0 },
  fundedCents: change.shareCents ?? 30,
  ...change,
});
const ledger = [award(100), commit(60), settle(60, 50), pay(20), commit(20, 'm2')];

describe('Where a subsidy stands', () => {
  it('comes from the ledger alone for what is decided', () => {
    expect(positionOf(ledger, [])).toEqual({
      ...{ awardedCents: 100, committedCents: 20, settledCents: 50, paidCents: 20, remainingCents: 30 },
      ...{ pendingCents: 0, pendingSubsidyCents: 0, pendingOwnCents: 0 },
    });
  });

  const cases: readonly (readonly [string, Share[], { asked: number; subsidy: number; own: number }])[] = [
    ['a devis that fits', [share({ shareCents: 30 })], { asked: 30, subsidy: 30, own: 0 }],
    [
      'a devis of which the subsidy pays no VAT: that VAT waits for nothing',
      [share({ shareCents: 24, fundedCents: 20 })],
      { asked: 20, subsidy: 20, own: 0 },
    ],
    [
      'one of which the part it may pay exceeds it too',
      [share({ shareCents: 48, fundedCents: 40 })],
      { asked: 40, subsidy: 30, own: 10 },
    ],
    ['two devis that exceed it', [share({ shareCents: 25 }), share({})], { asked: 55, subsidy: 30, own: 25 }],
    [
      'a devis decided or gone',
      [share({ status: 'committed' }), share({ status: 'void' })],
      { asked: 0, subsidy: 0, own: 0 },
    ],
    [
      'an amendment, for what is not engaged yet',
      [
        share({
          status: 'committed',
          subsidyCents: 20,
          ownCents: 10,
          amendment: { number: 1, shareCents: 45, fundedCents: 45, before: null },
        }),
      ],
      { asked: 25, subsidy: 25, own: 0 },
    ],
    [
      'an amendment that asks for less',
      [
        share({
          status: 'committed',
          subsidyCents: 30,
          amendment: { number: 1, shareCents: 20, fundedCents: 20, before: null },
        }),
      ],
      { asked: 0, subsidy: 0, own: 0 },
    ],
    [
      'an amendment validated here, which others still read',
      [
        share({
          ...{ status: 'committed', shareCents: 45, subsidyCents: 45 },
          amendment: {
            number: 1,
            shareCents: 45,
            fundedCents: 45,
            before: { shareCents: 30, fundedCents: 30, subsidyCents: 30, ownCents: 0 },
          },
        }),
      ],
      { asked: 0, subsidy: 0, own: 0 },
    ],
  ];
  it.each(cases)('and from the shares for what is asked: %s', (_name, shares, { asked, subsidy, own }) => {
    expect(positionOf(ledger, shares)).toMatchObject({
      ...{ pendingCents: asked, pendingSubsidyCents: subsidy, pendingOwnCents: own },
      remainingCents: 30,
    });
  });

  it('asks nothing of a subsidy whose accounts are broken below zero', () => {
    const broken = { ...emptyBalance, remainingCents: -10 };
    expect(withPending(broken, [share({})])).toMatchObject({ pendingSubsidyCents: 0, pendingOwnCents: 30 });
  });

  it('adds up over laureates', () => {
    const one = positionOf(ledger, []);
    expect(totalBalance([one, one])).toEqual({
      ...{ awardedCents: 200, committedCents: 40, settledCents: 100, paidCents: 40, remainingCents: 60 },
    });
    expect(totalBalance([])).toEqual(emptyBalance);
  });
});
