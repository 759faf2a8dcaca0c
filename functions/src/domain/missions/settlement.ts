import type { Cents } from '../money.ts';
import { subsidyOfFinal, wholeBase } from '../subsidy/funded.ts';
import { balanceOn, committedOn, entryId, type LedgerEntry } from '../subsidy/ledger.ts';
import { inForce, type Share } from '../subsidy/share.ts';
import type { TakenOverShare, TakeOver } from './actions.ts';
import type { Facts } from './facts.ts';
import type { MissionEvent } from './mission.ts';
import type { Outcome, Proof } from './outcome.ts';
import { takenOverAmounts } from './taken-over.ts';

export function mapShares(outcome: Outcome, change: (share: Share) => Share): Outcome {
  return { ...outcome, shares: outcome.shares.map(change) };
}

export function changeShare(outcome: Outcome, laureateId: string, change: Partial<Share>): Outcome {
  return mapShares(outcome, (share) => (share.laureateId === laureateId ? { ...share, ...change } : share));
}

export function addEntry(outcome: Outcome, laureateId: string, entry: LedgerEntry): Outcome {
  const settles = 'finalCents' in entry && (entry.finalCents !== 0 || entry.committedCents !== 0);
  const idle = entry.cents === 0 && !settles && entry.type !== 'pay';
  return idle ? outcome : { ...outcome, entries: [...outcome.entries, { laureateId, entry }] };
}

/** What every line of a mission says of the action that made it. Its proof, if any, is named once it is made: `proofNamed`. */
export function entryFor(event: MissionEvent, line: { id: string; cents: Cents }) {
  const { at, by, reason, settingsVersion } = event;
  return { ...line, at, by: by.uid, byName: by.name, reason, proofId: null, settingsVersion };
}

/** The laureate's own lines name the proof of its decision; those of others do not: it is a document that they may not read. */
export function proofNamed(outcome: Outcome, { id: proofId, laureateId }: Proof): Outcome {
  return {
    ...outcome,
    entries: outcome.entries.map((line) =>
      line.laureateId === laureateId ? { laureateId, entry: { ...line.entry, proofId } } : line,
    ),
  };
}

interface Settlement {
  readonly facts: Facts;
  readonly event: MissionEvent;
  readonly laureateId: string;
  readonly finalCents: Cents;
}

export function settled(outcome: Outcome, { facts, event, laureateId, finalCents }: Settlement): Outcome {
  const missionId = outcome.mission.id;
  const share = outcome.shares.find((candidate) => candidate.laureateId === laureateId);
  if (!share) return outcome;
  const committedCents = heldBy(outcome, facts, laureateId);
  const amounts = inForce(share);
  const paidBySubsidy = subsidyOfFinal(finalCents, amounts);
  const line = entryFor(event, {
    id: entryId.settle(missionId, outcome.mission.reopened),
    cents: committedCents - paidBySubsidy,
  });
  const done = changeShare(outcome, laureateId, { ...amounts, status: 'settled', finalCents, amendment: null });
  return addEntry(done, laureateId, {
    ...line,
    type: 'settle',
    missionId,
    version: share.version,
    committedCents,
    finalCents: paidBySubsidy,
  });
}

export function voided(
  outcome: Outcome,
  { facts, event, share }: { facts: Facts; event: MissionEvent; share: Share },
): Outcome {
  if (share.status !== 'proposed' && share.status !== 'committed') return outcome;
  const missionId = outcome.mission.id;
  const committedCents = heldBy(outcome, facts, share.laureateId);
  const line = entryFor(event, { id: entryId.void(missionId, share.version), cents: committedCents });
  const done = changeShare(outcome, share.laureateId, {
    status: 'void',
    subsidyCents: 0,
    ownCents: 0,
    amendment: null,
  });
  return addEntry(done, share.laureateId, { ...line, type: 'void', missionId, version: share.version, committedCents });
}

/** What a laureate holds engaged on this mission, what this very action adds included. */
function heldBy(outcome: Outcome, facts: Facts, laureateId: string): Cents {
  const added = outcome.entries.filter((line) => line.laureateId === laureateId).map(({ entry }) => entry);
  return committedOn([...(facts.laureates[laureateId]?.entries ?? []), ...added], outcome.mission.id);
}

export function recommitted(
  outcome: Outcome,
  { facts, event, share }: { facts: Facts; event: MissionEvent; share: Share },
): Outcome {
  const missionId = outcome.mission.id;
  const round = outcome.mission.reopened;
  const paid = balanceOn(facts.laureates[share.laureateId]?.entries ?? [], missionId).settledCents;
  const back = entryFor(event, { id: entryId.reopenSettle(missionId, round), cents: paid });
  const again = entryFor(event, { id: entryId.reopenCommit(missionId, round), cents: -share.subsidyCents });
  const taken = addEntry(outcome, share.laureateId, {
    ...back,
    type: 'settle',
    missionId,
    version: share.version,
    committedCents: 0,
    finalCents: -paid,
  });
  const open = changeShare(taken, share.laureateId, { status: 'committed' });
  return addEntry(open, share.laureateId, { ...again, type: 'commit', missionId, version: share.version });
}

interface TakenOverShares {
  readonly facts: Facts;
  readonly event: MissionEvent;
  readonly laureateId: string;
  readonly share: TakenOverShare;
  readonly status: Share['status'];
  readonly validated: TakeOver['validated'];
}

/** One share as it stood outside: committed and, where the mission was over, settled by lines of their own. */
export function sharesTakenOver(outcome: Outcome, taken: TakenOverShares): Outcome {
  const { facts, event, laureateId, share, status, validated } = taken;
  if (status === 'none') return outcome;
  const { id: missionId, versions: version } = outcome.mission;
  const base = facts.laureates[laureateId]?.fundedBase ?? wholeBase;
  const amounts = takenOverAmounts(share, outcome.submitted?.amounts ?? null, base);
  if (status === 'proposed')
    return changeShare(outcome, laureateId, { ...amounts, version, status, subsidyCents: 0, ownCents: 0 });
  const { subsidyCents, finalCents } = share;
  const committed = changeShare(outcome, laureateId, {
    ...amounts,
    ...({ version, status: 'committed' } as const),
    finalCents: finalCents ?? 0,
    ...(validated ? { outside: validated } : {}),
  });
  const line = entryFor(event, { id: entryId.commit(missionId, version), cents: -subsidyCents });
  const engaged = addEntry(committed, laureateId, { ...line, type: 'commit', missionId, version });
  return status === 'settled' ? settled(engaged, { facts, event, laureateId, finalCents: finalCents ?? 0 }) : engaged;
}

/**
 * An amendment that some have validated holds, for each of them, the larger of the old and the new amount: the increase is engaged at once, the
 * decrease is released only when everybody has validated. Releasing it at once would let another mission use what the old devis, still in
 * force, may need again.
 */
export function amendmentHeld(outcome: Outcome, share: Share, event: MissionEvent): Outcome {
  return amendmentLine(outcome, share, event, (number) => ({
    id: entryId.amend(outcome.mission.id, number),
    cents: -increaseOf(share),
  }));
}

/** Everybody has validated: the decrease is released, the old amounts are forgotten and the share is of the new version. */
export function amendmentInForce(outcome: Outcome, share: Share, event: MissionEvent): Outcome {
  const released = amendmentLine(outcome, share, event, (number) => ({
    id: entryId.amendRelease(outcome.mission.id, number),
    cents: decreaseOf(share),
  }));
  return share.amendment
    ? changeShare(released, share.laureateId, { version: outcome.mission.versions, amendment: null })
    : released;
}

/** The amendment does not go through: the increase is given back, and the amounts are those of the devis in force. */
export function amendmentDropped(outcome: Outcome, share: Share, event: MissionEvent): Outcome {
  if (!share.amendment) return outcome;
  const returned = amendmentLine(outcome, share, event, (number) => ({
    id: entryId.amendDrop(outcome.mission.id, number),
    cents: increaseOf(share),
  }));
  return changeShare(returned, share.laureateId, { ...inForce(share), amendment: null });
}

function amendmentLine(
  outcome: Outcome,
  share: Share,
  event: MissionEvent,
  line: (number: number) => { id: string; cents: Cents },
): Outcome {
  if (!share.amendment) return outcome;
  return addEntry(outcome, share.laureateId, {
    ...entryFor(event, line(share.amendment.number)),
    type: 'commit',
    missionId: outcome.mission.id,
    version: share.version,
  });
}

function increaseOf(share: Share): Cents {
  return Math.max(0, share.subsidyCents - inForce(share).subsidyCents);
}

function decreaseOf(share: Share): Cents {
  return Math.max(0, inForce(share).subsidyCents - share.subsidyCents);
}
