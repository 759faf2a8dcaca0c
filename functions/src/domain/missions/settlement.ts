import type { Cents } from '../money.ts';
import { balanceOf, entryId, type LedgerEntry } from '../subsidy/ledger.ts';
import type { Share } from '../subsidy/share.ts';
import type { Facts } from './facts.ts';
import { committedBy } from './guards.ts';
import type { MissionEvent } from './mission.ts';
import type { Outcome } from './outcome.ts';

export function mapShares(outcome: Outcome, change: (share: Share) => Share): Outcome {
  return { ...outcome, shares: outcome.shares.map(change) };
}

export function changeShare(outcome: Outcome, laureateId: string, change: Partial<Share>): Outcome {
  return mapShares(outcome, (share) => (share.laureateId === laureateId ? { ...share, ...change } : share));
}

export function addEntry(outcome: Outcome, laureateId: string, entry: LedgerEntry): Outcome {
  const idle = entry.cents === 0 && !('finalCents' in entry && (entry.finalCents !== 0 || entry.committedCents !== 0));
  return idle ? outcome : { ...outcome, entries: [...outcome.entries, { laureateId, entry }] };
}

export function entryFor(event: MissionEvent, line: { id: string; cents: Cents }) {
  return { ...line, at: event.at, by: event.by.uid, reason: event.reason, settingsVersion: event.settingsVersion };
}

interface Settlement {
  readonly facts: Facts;
  readonly event: MissionEvent;
  readonly laureateId: string;
  readonly finalCents: Cents;
}

export function settled(outcome: Outcome, { facts, event, laureateId, finalCents }: Settlement): Outcome {
  const missionId = outcome.mission.id;
  const committedCents = committedBy(facts, laureateId);
  const paidBySubsidy = Math.min(committedCents, finalCents);
  const line = entryFor(event, {
    id: entryId.settle(missionId, outcome.mission.reopened),
    cents: committedCents - paidBySubsidy,
  });
  const done = changeShare(outcome, laureateId, { status: 'settled', finalCents, amendment: null });
  return addEntry(done, laureateId, { ...line, type: 'settle', missionId, committedCents, finalCents: paidBySubsidy });
}

export function voided(
  outcome: Outcome,
  { facts, event, share }: { facts: Facts; event: MissionEvent; share: Share },
): Outcome {
  if (share.status !== 'proposed' && share.status !== 'committed') return outcome;
  const missionId = outcome.mission.id;
  const committedCents = committedBy(facts, share.laureateId);
  const line = entryFor(event, { id: entryId.void(missionId, share.version), cents: committedCents });
  const done = changeShare(outcome, share.laureateId, {
    status: 'void',
    subsidyCents: 0,
    ownCents: 0,
    amendment: null,
  });
  return addEntry(done, share.laureateId, { ...line, type: 'void', missionId, committedCents });
}

export function recommitted(
  outcome: Outcome,
  { facts, event, share }: { facts: Facts; event: MissionEvent; share: Share },
): Outcome {
  const missionId = outcome.mission.id;
  const round = outcome.mission.reopened;
  const paid = balanceOf(
    (facts.laureates[share.laureateId]?.entries ?? []).filter(
      (entry) => 'missionId' in entry && entry.missionId === missionId,
    ),
  ).settledCents;
  const back = entryFor(event, { id: entryId.reopenSettle(missionId, round), cents: paid });
  const again = entryFor(event, { id: entryId.reopenCommit(missionId, round), cents: -share.subsidyCents });
  const taken = addEntry(outcome, share.laureateId, {
    ...back,
    type: 'settle',
    missionId,
    committedCents: 0,
    finalCents: -paid,
  });
  const open = changeShare(taken, share.laureateId, { status: 'committed' });
  return addEntry(open, share.laureateId, { ...again, type: 'commit', missionId, version: share.version });
}

/** Gives back what a laureate had validated of an amendment that does not go through. */
export function amendmentDropped(outcome: Outcome, share: Share, event: MissionEvent): Outcome {
  if (!share.amendment) return outcome;
  const { number, before } = share.amendment;
  const dropped = changeShare(outcome, share.laureateId, { ...before, amendment: null });
  if (!before) return dropped;
  const line = entryFor(event, {
    id: `${entryId.amend(outcome.mission.id, number)}.dropped`,
    cents: share.subsidyCents - before.subsidyCents,
  });
  return addEntry(dropped, share.laureateId, {
    ...line,
    type: 'commit',
    missionId: outcome.mission.id,
    version: share.version,
  });
}
