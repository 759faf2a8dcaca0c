import { describe, expect, it } from 'vitest';
import { balanceOf, committedOn, emptyBalance, entryId, type LedgerEntry, ledgerFault } from './ledger.ts';

const base = (id: string, cents: number) => ({ id, cents, at: 0, by: 'somebody', reason: null, settingsVersion: 1 });

const award = (cents: number, reference = 'COPIL-1'): LedgerEntry => ({
  ...base(entryId.award(reference), cents),
  type: 'award',
  decision: { reference, date: '2023-03-01', ceilingCents: 20_000_00, recommendations: '' },
});
const commit = (cents: number, missionId = 'm1', version = 1): LedgerEntry => ({
  ...base(entryId.commit(missionId, version), -cents),
  type: 'commit',
  missionId,
  version,
});
const settle = (committedCents: number, finalCents: number, missionId = 'm1'): LedgerEntry => ({
  ...base(entryId.settle(missionId, 0), committedCents - finalCents),
  type: 'settle',
  missionId,
  committedCents,
  finalCents,
});
const voided = (committedCents: number, missionId = 'm1'): LedgerEntry => ({
  ...base(entryId.void(missionId, 1), committedCents),
  type: 'void',
  missionId,
  committedCents,
});
const adjust = (cents: number): LedgerEntry => ({ ...base('adjust.1', cents), type: 'adjust' });
const pay = (paidCents: number, missionId = 'm1'): LedgerEntry => ({
  ...base(`${missionId}.pay.F1`, 0),
  type: 'pay',
  missionId,
  paidCents,
});

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
  });
});

describe('A line that would break the ledger is found, and named', () => {
  const cases: readonly (readonly [string, LedgerEntry[], LedgerEntry[]])[] = [
    ['an entry id appears twice', [award(100), commit(30), commit(30)], [award(100), commit(30), commit(30, 'm1', 2)]],
    ['remaining below zero at m1.v1.commit', [award(100), commit(101)], [award(100), commit(100)]],
    ['remaining below zero at adjust.1', [award(100), commit(50), adjust(-51)], [award(100), commit(50), adjust(-50)]],
    ['committed below zero at m1.v1.void', [award(100), commit(30), voided(31)], [award(100), commit(30), voided(30)]],
    ['settled below zero at m1.settle', [award(100), settle(0, -1)], [award(100), commit(1), settle(1, 0)]],
    [
      'paid above settled at m1.pay.F1',
      [award(100), commit(30), settle(30, 20), pay(21)],
      [award(100), commit(30), settle(30, 20), pay(20)],
    ],
    [
      'used and remaining do not add up to the award',
      [award(100), commit(30), { ...settle(30, 20), cents: 11 }],
      [award(100), commit(30), { ...settle(30, 20), cents: 10 }],
    ],
  ];
  it.each(cases)('%s', (fault, broken, sound) => {
    expect(ledgerFault(broken)).toBe(fault);
    expect(ledgerFault(sound)).toBeNull();
  });

  it('even when a later line would make up for it: the ledger is read in order', () => {
    expect(ledgerFault([commit(30), award(100)])).toBe('remaining below zero at m1.v1.commit');
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
    ];
    expect(new Set(ids).size).toBe(ids.length);
    expect([entryId.award('2023-1'), entryId.settle('m1', 0)]).toEqual(['award.2023-1', 'm1.settle']);
  });
});
