import { type AdjustedAmounts, entryId, type LedgerEntry } from '../ledger.ts';

/** Lines as they were before they named a proof and an author's name: short, and still read. */
const base = (id: string, cents: number) => ({ id, cents, at: 0, by: 'somebody', reason: null, settingsVersion: 1 });

export const award = (cents: number, reference = 'COPIL-1'): LedgerEntry => ({
  ...base(entryId.award(reference), cents),
  type: 'award',
  decision: { reference, date: '2023-03-01', ceilingCents: 20_000_00, recommendations: '' },
});
export const commit = (cents: number, missionId = 'm1', version = 1): LedgerEntry => ({
  ...base(entryId.commit(missionId, version), -cents),
  type: 'commit',
  missionId,
  version,
});
export const settle = (committedCents: number, finalCents: number, missionId = 'm1'): LedgerEntry => ({
  ...base(entryId.settle(missionId, 0), committedCents - finalCents),
  type: 'settle',
  missionId,
  committedCents,
  finalCents,
});
export const voided = (committedCents: number, missionId = 'm1'): LedgerEntry => ({
  ...base(entryId.void(missionId, 1), committedCents),
  type: 'void',
  missionId,
  committedCents,
});
export const adjust = (cents: number, amounts: AdjustedAmounts = {}): LedgerEntry => ({
  ...base('adjust.1', cents),
  type: 'adjust',
  ...amounts,
});
export const pay = (paidCents: number, missionId = 'm1'): LedgerEntry => ({
  ...base(`${missionId}.pay.F1`, 0),
  type: 'pay',
  missionId,
  paidCents,
});
