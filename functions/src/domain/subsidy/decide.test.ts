import { describe, expect, it } from 'vitest';
import { isRefusal } from '../refusal.ts';
import type { SubsidyCommand, SubsidyInputs } from './actions.ts';
import { type Adjustment, needsFourEyes } from './adjustment.ts';
import { decideSubsidy, subsidyRefusal } from './decide.ts';
import type { SubsidyOutcome } from './effects.ts';
import type { SubsidyFacts } from './facts.ts';
import { balanceOf } from './ledger.ts';
import { ledgerFault } from './ledger-fault.ts';
import { adjust as adjustLine, award, commit, pay, settle } from './testing/entries.ts';
import { camille, ines, subjectWith, subsidyFacts } from './testing/subsidy-facts.ts';

const adjust = (change: Partial<SubsidyInputs['adjust']> = {}): SubsidyCommand => ({
  action: 'adjust',
  input: {
    ...{ kind: 'correction', cents: -200_00, missionId: null, otherLaureateId: null },
    reason: ' Saisie en double. ',
    ...change,
  },
});
const awarded = (change: Partial<SubsidyInputs['award']> = {}): SubsidyCommand => ({
  action: 'award',
  input: {
    ...{ decision: 'CP/2024-02', date: '2024-02-20', ceilingCents: 15_000_00, amountCents: 5_000_00 },
    recommendations: '',
    ...change,
  },
});
const code = (facts: SubsidyFacts, command: SubsidyCommand) => {
  const decided = decideSubsidy(facts, command);
  return isRefusal(decided) ? decided.code : null;
};
function outcome(facts: SubsidyFacts, command: SubsidyCommand): SubsidyOutcome {
  const decided = decideSubsidy(facts, command);
  if (isRefusal(decided)) throw new Error(decided.code);
  return decided;
}
function proposed(facts = subsidyFacts(), command = adjust({ cents: -600_00 })): Adjustment {
  const { adjustment } = outcome(facts, command);
  if (adjustment === null) throw new Error('it counted at once');
  return adjustment;
}

describe('An adjustment', () => {
  it('of a small amount is a line at once, named, reasoned and under its operation', () => {
    const { entries, adjustment } = outcome(subsidyFacts(), adjust());
    expect(adjustment).toBeNull();
    expect(entries).toEqual([
      {
        laureateId: 'atelier',
        entry: {
          ...{ id: 'adjust.op-1', type: 'adjust', kind: 'correction', cents: -200_00, missionId: null, proofId: null },
          ...{ at: subsidyFacts().now, by: 'camille', byName: 'Camille Roux', reason: 'Saisie en double.' },
          settingsVersion: 1,
        },
      },
    ]);
  });

  it.each([
    ['always', { mode: 'always' }, [true, true, true]],
    ['above an amount, whatever its sign', { mode: 'above', cents: 500_00 }, [false, false, true]],
    ['never', { mode: 'never' }, [false, false, false]],
  ] as const)('asks for a second person by setting: %s', (_name, rule, expected) => {
    expect([1, -500_00, -500_01].map((cents) => needsFourEyes(rule, cents))).toEqual(expected);
  });

  it('above the amount is only proposed: nothing counts', () => {
    const { entries, adjustment } = outcome(subsidyFacts(), adjust({ cents: -500_01 }));
    expect(entries).toEqual([]);
    expect(adjustment).toMatchObject({ id: 'op-1', state: 'proposed', proposedBy: camille, laureateId: 'atelier' });
  });

  const refused: readonly (readonly [string, string, SubsidyCommand, SubsidyCommand])[] = [
    ['no reason', 'reason-missing', adjust({ reason: '  ' }), adjust()],
    ['no amount', 'amount-invalid', adjust({ cents: 0 }), adjust({ cents: 1 })],
    ['half a cent', 'amount-invalid', adjust({ cents: 0.5 }), adjust({ cents: 5 })],
    ['more than remains', 'adjust-exceeds', adjust({ cents: -6_000_01 }), adjust({ cents: -6_000_00 })],
    ['a refund of no mission', 'adjustment-misplaced', adjust({ kind: 'refund', cents: 1 }), refund(1)],
    ['a refund that takes', 'amount-invalid', refund(-1), refund(1)],
    ['a refund of more than was settled', 'refund-exceeds', refund(3_000_01), refund(3_000_00)],
    ['a refund of what is not settled', 'nothing-settled', refund(1, 'm2'), refund(1, 'm1')],
    ['a transfer to nobody', 'adjustment-misplaced', adjust({ kind: 'transfer', cents: 1 }), adjust({ cents: 1 })],
  ];
  it.each(refused)('with %s is refused', (_name, expected, command, twin) => {
    expect(code(subsidyFacts(), command)).toBe(expected);
    expect(code(subsidyFacts(), twin)).toBeNull();
  });

  it('stays with what the committee gave under the ceiling of its decision, transfers aside', () => {
    expect(code(subsidyFacts(), adjust({ cents: 10_000_01 }))).toBe('ceiling-exceeded');
    expect(code(subsidyFacts(), adjust({ cents: 10_000_00 }))).toBeNull();
    const subject = subjectWith('atelier', [award(15_000_00), adjustLine(4_000_00)]);
    expect(code(subsidyFacts({ subject }), adjust({ cents: 1_000_01 }))).toBe('ceiling-exceeded');
    expect(code(subsidyFacts({ subject }), adjust({ cents: 1_000_00 }))).toBeNull();
    // What came from another laureate was given under the ceiling of that one.
    const received = [award(15_000_00), adjustLine(4_000_00, { kind: 'transfer', otherLaureateId: 'bocal' })];
    expect(code(subsidyFacts({ subject: subjectWith('atelier', received) }), adjust({ cents: 5_000_00 }))).toBeNull();
    // Without any decision, the highest ceiling of the programme.
    const nothing = subsidyFacts({ subject: subjectWith('atelier', []) });
    expect(code(nothing, adjust({ cents: 20_000_01 }))).toBe('ceiling-exceeded');
    expect(code(nothing, adjust({ cents: 20_000_00 }))).toBeNull();
  });

  function refund(cents: number, missionId = 'm1') {
    return adjust({ kind: 'refund', cents, missionId });
  }

  it('that a mission gives back is settled no more, and what was paid for it comes back too', () => {
    const paid = [award(10_000_00), commit(3_000_00), settle(3_000_00, 3_000_00), pay(2_800_00)];
    const { entries } = outcome(subsidyFacts({ subject: subjectWith('atelier', paid) }), refund(500_00));
    const after = [...paid, ...entries.map(({ entry }) => entry)];
    expect(ledgerFault(after)).toBeNull();
    expect(balanceOf(after)).toMatchObject({
      ...{ awardedCents: 10_000_00, settledCents: 2_500_00, paidCents: 2_500_00, remainingCents: 7_500_00 },
    });
    expect(entries[0]?.entry).toMatchObject({ missionId: 'm1', version: 1, paidCents: -300_00 });
  });

  it('to another laureate is one line in each ledger, of opposite amounts', () => {
    const other = subjectWith('bocal', [award(5_000_00)]);
    const transfer = adjust({ kind: 'transfer', cents: 400_00, otherLaureateId: 'bocal' });
    const { entries } = outcome(subsidyFacts({ other }), transfer);
    expect(entries.map(({ laureateId, entry }) => [laureateId, entry.id, entry.cents])).toEqual([
      ['atelier', 'adjust.op-1', -400_00],
      ['bocal', 'adjust.op-1', 400_00],
    ]);
    expect(code(subsidyFacts({ other: subsidyFacts().subject }), transfer)).toBe('laureate-unknown');
    expect(code(subsidyFacts(), transfer)).toBe('laureate-unknown');
    const merged = { ...other, laureate: { ...other.laureate, status: 'merged' as const } };
    expect(code(subsidyFacts({ other: merged }), transfer)).toBe('laureate-merged');
  });

  it('is refused while either ledger is broken, like everything that moves money', () => {
    const { subject } = subsidyFacts();
    const broken = subsidyFacts({ subject: { ...subject, ledgerHolds: false } });
    const other = { ...subjectWith('bocal', [award(5_000_00)]), ledgerHolds: false };
    const transfer = adjust({ kind: 'transfer', cents: 400_00, otherLaureateId: 'bocal' });
    expect([code(broken, adjust()), code(broken, awarded()), code(subsidyFacts({ other }), transfer)]).toEqual(
      Array(3).fill('ledger-broken'),
    );
    const waiting = { ...broken, adjustment: proposed(), actor: ines };
    const approve = { action: 'approveAdjustment', input: { adjustmentId: 'op-1' } } as const;
    expect(code(waiting, approve)).toBe('ledger-broken');
    expect(code({ ...waiting, subject }, approve)).toBeNull();
  });
});

describe('A proposed adjustment', () => {
  const adjustmentId = 'op-1';
  const approve: SubsidyCommand = { action: 'approveAdjustment', input: { adjustmentId } };
  const rejected = (reason: string): SubsidyCommand => ({
    action: 'rejectAdjustment',
    input: { adjustmentId, reason },
  });
  const reject = rejected('Sans pièce.');
  const withdraw: SubsidyCommand = { action: 'withdrawAdjustment', input: { adjustmentId, reason: 'Erreur.' } };
  const waiting = (change: Partial<SubsidyFacts> = {}) =>
    subsidyFacts({ adjustment: proposed(), operationId: 'op-2', actor: ines, ...change });

  it('counts once another person approves it, under the operation that proposed it', () => {
    const { entries, adjustment } = outcome(waiting(), approve);
    expect(entries.map(({ entry }) => [entry.id, entry.cents, entry.byName, entry.reason])).toEqual([
      ['adjust.op-1', -600_00, 'Inès Garnier', 'Saisie en double.'],
    ]);
    expect(adjustment).toMatchObject({ state: 'approved', decidedBy: ines, proposedBy: camille });
  });

  it('is neither approved nor rejected by who proposed it, and withdrawn by nobody else', () => {
    for (const command of [approve, reject]) {
      expect(code(waiting({ actor: camille }), command)).toBe('four-eyes');
      expect(code(waiting(), command)).toBeNull();
    }
    expect(code(waiting(), withdraw)).toBe('not-your-adjustment');
    expect(code(waiting({ actor: camille }), withdraw)).toBeNull();
  });

  it('is rejected or withdrawn with a reason, and moves nothing', () => {
    expect(code(waiting(), rejected(' '))).toBe('reason-missing');
    expect(outcome(waiting(), reject)).toMatchObject({
      entries: [],
      adjustment: { state: 'rejected', decisionReason: 'Sans pièce.' },
    });
    expect(outcome(waiting({ actor: camille }), withdraw)).toMatchObject({
      entries: [],
      adjustment: { state: 'withdrawn' },
    });
  });

  it('is answered once', () => {
    const { adjustment } = outcome(waiting(), approve);
    for (const command of [approve, reject]) expect(code(waiting({ adjustment }), command)).toBe('adjustment-decided');
    expect(code(waiting({ adjustment, actor: camille }), withdraw)).toBe('adjustment-decided');
    expect(code(waiting({ adjustment: null }), approve)).toBe('adjustment-unknown');
  });

  it('is judged again when it is approved: the subsidy may have been engaged meanwhile', () => {
    const engaged = subjectWith('atelier', [award(1_000_00), commit(500_00)]);
    expect(code(waiting({ subject: engaged }), approve)).toBe('adjust-exceeds');
  });

  it('is held to the ceiling when it is approved too: another correction may have come first', () => {
    const up = proposed(subsidyFacts(), adjust({ cents: 10_000_00 }));
    const { subject } = subsidyFacts();
    const corrected = subjectWith('atelier', [...subject.entries, adjustLine(1)]);
    expect(code(waiting({ adjustment: up, subject: corrected }), approve)).toBe('ceiling-exceeded');
    expect(code(waiting({ adjustment: up }), approve)).toBeNull();
  });

  it('shows each person the buttons it has', () => {
    const open = (facts: SubsidyFacts) =>
      (['approveAdjustment', 'rejectAdjustment', 'withdrawAdjustment'] as const).filter(
        (action) => subsidyRefusal(facts, action) === null,
      );
    expect(open(waiting())).toEqual(['approveAdjustment', 'rejectAdjustment']);
    expect(open(waiting({ actor: camille }))).toEqual(['withdrawAdjustment']);
  });
});

describe('An award recorded by hand', () => {
  const fresh = subsidyFacts({ subject: subjectWith('atelier', [award(10_000_00)]) });

  it('is the line that an import would have written', () => {
    expect(outcome(fresh, awarded()).entries).toMatchObject([
      { laureateId: 'atelier', entry: { id: 'award.cp-2024-02', cents: 5_000_00, byName: 'Camille Roux' } },
    ]);
  });

  it.each([
    ['a ceiling the programme does not have', 'ceiling-unknown', { ceilingCents: 12_000_00 }],
    ['nothing', 'amount-invalid', { amountCents: 0 }],
    ['more than its ceiling', 'amount-invalid', { amountCents: 15_000_01 }],
    ['no decision', 'decision-missing', { decision: ' ' }],
    ['a decision of tomorrow', 'award-refused', { date: '2024-03-06' }],
    ['what would exceed the ceiling with the awards there are', 'award-refused', { amountCents: 5_000_01 }],
  ] as const)('of %s is refused', (_name, expected, change) => {
    expect(code(fresh, awarded(change))).toBe(expected);
    expect(code(fresh, awarded())).toBeNull();
  });

  it('is refused when the decision is in the ledger already, however its reference is typed', () => {
    const lines = outcome(fresh, awarded()).entries.map(({ entry }) => entry);
    const known = subsidyFacts({ subject: subjectWith('atelier', [award(10_000_00), ...lines]) });
    expect(code(known, awarded({ decision: 'cp 2024 02' }))).toBe('award-known');
    expect(code(known, awarded({ amountCents: 4_000_00 }))).toBe('award-refused');
  });

  it('counts the corrections that came before', () => {
    const corrected = subsidyFacts({ subject: subjectWith('atelier', [award(9_000_00), adjustLine(1_000_01)]) });
    expect(code(corrected, awarded())).toBe('ceiling-exceeded');
    expect(code(corrected, awarded({ amountCents: 4_999_99 }))).toBeNull();
  });
});
