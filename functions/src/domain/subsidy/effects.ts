import { authorOf } from '../actor.ts';
import { type AwardPlan, planAward } from '../laureates/award.ts';
import type { AwardEntry } from '../laureates/plan.ts';
import type { SubsidyCommand, SubsidyInputs } from './actions.ts';
import { type Adjustment, type AdjustmentAsked, needsFourEyes } from './adjustment.ts';
import { adjustmentAsked, type SubsidyFacts, type SubsidySubject } from './facts.ts';
import { balanceOn, entryId, type LedgerEntry, missionOfEntry } from './ledger.ts';

/** All that one action writes, in one commit. */
export interface SubsidyOutcome {
  readonly entries: readonly { readonly laureateId: string; readonly entry: LedgerEntry }[];
  readonly adjustment: Adjustment | null;
}

type Effect = (facts: SubsidyFacts, command: SubsidyCommand) => SubsidyOutcome;

/** What each action writes, once its guards and checks let it through. */
export const subsidyEffects = {
  awards: (facts, command) => {
    const plan = command.action === 'award' ? awardPlan(facts, command.input) : null;
    const awards = plan !== null && 'awards' in plan ? plan.awards : [];
    return { entries: awards.map((entry) => ({ laureateId: facts.subject.laureate.id, entry })), adjustment: null };
  },
  adjustsOrProposes: (facts, command) => {
    const asked = adjustmentAsked(facts, command);
    if (asked === null) return nothing;
    return needsFourEyes(facts.settings.adjustFourEyes, asked.cents)
      ? { entries: [], adjustment: proposal(facts, asked) }
      : { entries: written(facts, asked), adjustment: null };
  },
  approves: (facts) => ({
    entries: facts.adjustment === null ? [] : written(facts, facts.adjustment),
    adjustment: decided(facts, 'approved', null),
  }),
  rejects: (facts, command) => ({ entries: [], adjustment: decided(facts, 'rejected', reasonOf(command)) }),
  withdraws: (facts, command) => ({ entries: [], adjustment: decided(facts, 'withdrawn', reasonOf(command)) }),
} as const satisfies Record<string, Effect>;
export type SubsidyEffectName = keyof typeof subsidyEffects;

const nothing: SubsidyOutcome = { entries: [], adjustment: null };

/** An award recorded by hand is planned as an imported one is: the same decision is never counted twice. */
export function awardPlan(
  { subject, now, settings, actor, operationId }: SubsidyFacts,
  { amountCents, ceilingCents, decision, date, recommendations }: SubsidyInputs['award'],
): AwardPlan {
  const { laureate, entries } = subject;
  const awards = entries.filter((entry): entry is AwardEntry => entry.type === 'award');
  const award = { amountCents, ceilingCents, date, decision: decision.trim(), recommendations: recommendations.trim() };
  const context = { now, settingsVersion: settings.version, by: actor.uid, byName: actor.name };
  return planAward(award, { laureate, members: [], awards }, { ...context, newId: () => operationId });
}

export interface PlannedLine {
  readonly subject: SubsidySubject;
  readonly entry: Extract<LedgerEntry, { type: 'adjust' }>;
}

/** The line an adjustment writes; two for a transfer, one in each ledger, of opposite amounts and of one id. */
export function adjustmentLines(facts: SubsidyFacts, asked: AdjustmentAsked): PlannedLine[] {
  const { subject, other, now, actor, settings } = facts;
  const { kind, missionId, cents } = asked;
  const line = {
    id: entryId.adjust(facts.adjustment?.id ?? facts.operationId),
    type: 'adjust',
    ...{ at: now, by: actor.uid, byName: actor.name, reason: asked.reason.trim(), proofId: null, kind },
    settingsVersion: settings.version,
  } as const;
  if (kind === 'transfer') {
    if (other === null) return [];
    return [
      { subject, entry: { ...line, cents: -cents, missionId: null, otherLaureateId: other.laureate.id } },
      { subject: other, entry: { ...line, cents, missionId: null, otherLaureateId: subject.laureate.id } },
    ];
  }
  if (missionId === null) return [{ subject, entry: { ...line, cents, missionId: null } }];
  return [{ subject, entry: { ...line, cents, missionId, ...ofMission(subject, missionId, cents) } }];
}

/** The version the mission was settled on; and what was paid beyond what stays settled, which comes back with it. */
function ofMission({ entries }: SubsidySubject, missionId: string, cents: number) {
  const { settledCents, paidCents } = balanceOn(entries, missionId);
  const versions = entries.flatMap((entry) =>
    missionOfEntry(entry) === missionId && 'version' in entry ? (entry.version ?? []) : [],
  );
  const overpaid = Math.max(0, paidCents - (settledCents - cents));
  return { version: Math.max(1, ...versions), ...(overpaid > 0 ? { paidCents: -overpaid } : {}) };
}

function written(facts: SubsidyFacts, asked: AdjustmentAsked): SubsidyOutcome['entries'] {
  return adjustmentLines(facts, asked).map(({ subject, entry }) => ({ laureateId: subject.laureate.id, entry }));
}

function proposal({ operationId, subject, actor, now }: SubsidyFacts, asked: AdjustmentAsked): Adjustment {
  return {
    ...asked,
    reason: asked.reason.trim(),
    id: operationId,
    laureateId: subject.laureate.id,
    proposedBy: authorOf(actor),
    proposedAt: now,
    state: 'proposed',
    ...{ decidedBy: null, decidedAt: null, decisionReason: null },
  };
}

function decided(
  { adjustment, actor, now }: SubsidyFacts,
  state: Adjustment['state'],
  decisionReason: string | null,
): Adjustment | null {
  if (adjustment === null) return null;
  return { ...adjustment, state, decidedBy: authorOf(actor), decidedAt: now, decisionReason };
}

function reasonOf({ input }: SubsidyCommand): string | null {
  return 'reason' in input ? input.reason.trim() : null;
}
