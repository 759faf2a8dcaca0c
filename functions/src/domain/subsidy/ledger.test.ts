import { describe, expect, it } from 'vitest';
import { balanceOf, balanceOn, committedOn, emptyBalance, entryId, type LedgerEntry } from './ledger.ts';
import { ledgerFault } from './ledger-fault.ts';
import { adjust, award, commit, pay, settle, voided } from './testing/entries.ts';

describe('What remains is always the sum of the lines', () => {
  const cases: readonly (readonly [string, LedgerEntry[], Partial<typeof emptyBalance>])[] = [
    ['nothing yet', [], {}],
    ['an award', [award(10_000_00)], { awardedCents: 10_000_00, remainingCents: 10_000_00 }],
    [
      'two awards',
      [award(10_000_00), award(5_000_00, 'COPIL-2')],
      { awardedCents: 15_000_00, remainingCents: 15_000_00 },
    ],
    ['a correction changes the award', [award(100), adjust(-40)], { awardedCents: 60, remainingCents: 60 }],
    ['a commitment', [award(100), commit(30)], { awardedCents: 100, committedCents: 30, remainingCents: 70 }],
    [
      'a settlement releases the rest',
      [award(100), commit(30), settle(30, 20)],
      { awardedCents: 100, settledCents: 20, remainingCents: 80 },
    ],
    ['a void gives everything back', [award(100), commit(30), voided(30)], { awardedCents: 100, remainingCents: 100 }],
    [
      'money that a mission gives back is settled no more, and can serve again',
      [award(100), commit(30), settle(30, 30), pay(30), adjust(10, { missionId: 'm1', paidCents: -10 })],
      { awardedCents: 100, settledCents: 20, paidCents: 20, remainingCents: 80 },
    ],
    [
      'a payment is a memo',
      [award(100), commit(30), settle(30, 20), pay(20)],
      { awardedCents: 100, settledCents: 20, paidCents: 20, remainingCents: 80 },
    ],
  ];
  it.each(cases)('%s', (_name, entries, expected) => {
    expect(balanceOf(entries)).toEqual({ ...emptyBalance, ...expected });
    expect(ledgerFault(entries)).toBeNull();
  });

  it('and what a mission holds is its own lines only', () => {
    const entries = [award(100), commit(30), commit(20, 'm2'), settle(30, 10)];
    expect([committedOn(entries, 'm1'), committedOn(entries, 'm2'), committedOn(entries, 'm3')]).toEqual([0, 20, 0]);
    const refunded = [...entries, adjust(4, { missionId: 'm1' })];
    expect(balanceOn(refunded, 'm1')).toMatchObject({ settledCents: 6, awardedCents: 0, remainingCents: -6 });
  });
});

describe('Ids are fixed by what happened, so that it can’t be written twice', () => {
  it('and differ for each version, amendment and reopening', () => {
    const ids = [
      entryId.commit('m1', 1),
      entryId.commit('m1', 2),
      entryId.amend('m1', 1),
      entryId.amendRelease('m1', 1),
      entryId.amendDrop('m1', 1),
      entryId.settle('m1', 0),
      entryId.settle('m1', 1),
      entryId.reopenSettle('m1', 1),
      entryId.reopenCommit('m1', 1),
      entryId.void('m1', 1),
      entryId.void('m1', 2),
      entryId.adjust('m1'),
    ];
    expect(new Set(ids).size).toBe(ids.length);
    expect([entryId.award('2023-1'), entryId.settle('m1', 0)]).toEqual(['award.2023-1', 'm1.settle']);
  });
});
