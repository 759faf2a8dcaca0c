import { describe, expect, it } from 'vitest';
import type { LedgerEntry } from './ledger.ts';
import { faultSentence, type LedgerFaultKind, ledgerFault } from './ledger-fault.ts';
import { adjust, award, commit, pay, settle, voided } from './testing/entries.ts';

describe('A line that would break the ledger is found, and named by its place and its id', () => {
  const cases: readonly (readonly [LedgerFaultKind, number, string, LedgerEntry[], LedgerEntry[]])[] = [
    ['idTwice', 3, 'm1.v1.commit', [award(100), commit(30), commit(30)], [award(100), commit(30), commit(30, 'm1', 2)]],
    ['remainingNegative', 2, 'm1.v1.commit', [award(100), commit(101)], [award(100), commit(100)]],
    ['remainingNegative', 3, 'adjust.1', [award(100), commit(50), adjust(-51)], [award(100), commit(50), adjust(-50)]],
    ['committedNegative', 3, 'm1.v1.void', [award(100), commit(30), voided(31)], [award(100), commit(30), voided(30)]],
    ['settledNegative', 2, 'm1.settle', [award(100), settle(0, -1)], [award(100), commit(1), settle(1, 0)]],
    [
      'paidAboveSettled',
      4,
      'm1.pay.F1',
      [award(100), commit(30), settle(30, 20), pay(21)],
      [award(100), commit(30), settle(30, 20), pay(20)],
    ],
    [
      'paidAboveSettled',
      5,
      'adjust.1',
      [award(100), commit(30), settle(30, 20), pay(20), adjust(5, { missionId: 'm1' })],
      [award(100), commit(30), settle(30, 20), pay(20), adjust(5, { missionId: 'm1', paidCents: -5 })],
    ],
    [
      'paidNegative',
      5,
      'm1.pay.F1',
      [award(100), commit(30), settle(30, 20), { ...pay(1), id: 'm1.pay.F0' }, pay(-2)],
      [award(100), commit(30), settle(30, 20), { ...pay(2), id: 'm1.pay.F0' }, pay(-2)],
    ],
    [
      'sumsDiffer',
      3,
      'm1.settle',
      [award(100), commit(30), { ...settle(30, 20), cents: 11 }],
      [award(100), commit(30), { ...settle(30, 20), cents: 10 }],
    ],
  ];
  it.each(cases)('%s', (kind, sequence, id, broken, sound) => {
    expect(ledgerFault(broken)).toEqual({ kind, sequence, id });
    expect(ledgerFault(sound)).toBeNull();
  });

  it('even when a later line would make up for it: the ledger is read in order', () => {
    expect(ledgerFault([commit(30), award(100)])).toEqual({
      kind: 'remainingNegative',
      sequence: 1,
      id: 'm1.v1.commit',
    });
  });

  it('in a sentence for the team', () => {
    expect(faultSentence({ kind: 'lineChanged', sequence: 3, id: 'm1.settle' })).toBe(
      'Ligne 3 (m1.settle) : son contenu ou son empreinte ont été changés.',
    );
    expect(faultSentence({ kind: 'lineMissing', sequence: 2, id: null })).toBe('Ligne 2 : cette ligne manque.');
    expect(faultSentence({ kind: 'shareDiffers', sequence: null, id: 'm1' })).toMatch(/^Document \(m1\)/);
  });
});
