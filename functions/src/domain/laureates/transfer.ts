import type { Author } from '../actor.ts';
import type { Instant } from '../calendar.ts';
import type { Grant } from '../missions/facts.ts';
import type { CarriedOver, Mission, Participant } from '../missions/mission.ts';
import type { Cents } from '../money.ts';
import type { Invoice } from '../subsidy/invoice.ts';
import { balanceOf, committedOn, entryId, type LedgerEntry } from '../subsidy/ledger.ts';
import type { Share } from '../subsidy/share.ts';
import type { Laureate } from './laureate.ts';

/** What a transfer of one laureate to another rests on. The store reads it in one snapshot; tests write it by hand. */
export interface TransferFacts {
  readonly now: Instant;
  readonly by: Author;
  readonly reason: string;
  readonly settingsVersion: number;
  /** Makes the ids of its adjustments: the same operation never moves the same money twice. */
  readonly operationId: string;
  readonly from: Laureate;
  readonly into: Laureate;
  readonly fromEntries: readonly LedgerEntry[];
  readonly intoEntries: readonly LedgerEntry[];
  /** Live missions in which the first has a part that is not settled. */
  readonly missions: readonly TransferredMission[];
}

export interface TransferredMission {
  readonly mission: Mission;
  readonly fromShare: Share;
  readonly intoShare: Share | null;
  /** Those of this mission on the first one's dossier. */
  readonly grants: readonly Grant[];
  /** Of this mission, addressed to the first one. */
  readonly invoices: readonly Invoice[];
}

/** One mission as it is once carried over: all that is written for it, and what it holds of the subsidy. */
export interface MissionMove {
  readonly mission: Mission;
  readonly shares: readonly Share[];
  readonly grants: readonly Grant[];
  readonly invoices: readonly Invoice[];
  /** The line of the mission's own journal. */
  readonly event: CarriedOver;
  readonly version: number;
  readonly heldCents: Cents;
}

/** Why a mission can't be carried over yet; null when it can. French, and what to do first. */
export function obstacleTo({ mission, fromShare, intoShare }: TransferredMission, facts: TransferFacts): string | null {
  const [from, into] = participantsOf(mission, facts);
  if (from === undefined || into === undefined || intoShare === null) return null;
  if (into.status === 'left') {
    return intoShare.status === 'settled'
      ? 'la manufacture qui reprend a quitté cette mission, et sa part est réglée : terminez la mission d’abord.'
      : null;
  }
  if (!takesPart(from) || !takesPart(into)) return null;
  if (mission.openAmendment !== null) return 'un avenant attend une réponse : validez-le ou refusez-le d’abord.';
  return from.validated === into.validated && from.confirmed === into.confirmed && fromShare.status === intoShare.status
    ? null
    : 'les deux manufactures la partagent et une seule a décidé : attendez l’autre décision, ou renvoyez le devis.';
}

/** The mission with the second laureate in the place of the first, which reads on what it took part in; where both take part, one share. */
export function moved(one: TransferredMission, facts: TransferFacts): MissionMove {
  const { fromShare, intoShare, grants, invoices } = one;
  const mission = { ...withSuccessor(one.mission, facts), events: one.mission.events + 1 };
  const missionId = mission.id;
  const [from, into] = participantsOf(one.mission, facts);
  const both = takesPart(from) && takesPart(into) && intoShare !== null;
  return {
    mission,
    shares: [
      { ...fromShare, status: 'void', subsidyCents: 0, ownCents: 0, amendment: null },
      { ...(both ? absorbed(intoShare, fromShare) : fromShare), laureateId: facts.into.id },
    ],
    grants: grants.map((grant) => endedFor(grant, missionId, facts.now)),
    invoices: invoices.filter(({ status }) => status !== 'paid').map((invoice) => readdressed(invoice, facts)),
    event: carriedOver(mission, facts),
    version: fromShare.version,
    heldCents: committedOn(facts.fromEntries, missionId),
  };
}

const takesPart = (one: Participant | undefined) => one?.status === 'requested' || one?.status === 'joined';

function participantsOf({ participants }: Mission, { from, into }: TransferFacts) {
  return [participants[from.id], participants[into.id]] as const;
}

function absorbed(share: Share, other: Share): Share {
  return {
    ...share,
    shareCents: share.shareCents + other.shareCents,
    fundedCents: share.fundedCents + other.fundedCents,
    subsidyCents: share.subsidyCents + other.subsidyCents,
    ownCents: share.ownCents + other.ownCents,
    finalCents: share.finalCents + other.finalCents,
  };
}

function withSuccessor(mission: Mission, facts: TransferFacts): Mission {
  const [from, into] = participantsOf(mission, facts);
  if (from === undefined) return mission;
  const succeeds = takesPart(into) || (into?.status === 'proposed' && !takesPart(from));
  const successor: Participant =
    succeeds && into !== undefined
      ? { ...into, feedbackGiven: into.feedbackGiven || from.feedbackGiven }
      : {
          ...from,
          laureateId: facts.into.id,
          name: facts.into.name,
          noteVersion: facts.into.note?.version ?? null,
          leftAt: null,
        };
  // Who was only proposed never took part; who did reads on what it did.
  const former: Participant = takesPart(from)
    ? { ...from, status: 'left', leftAt: facts.now }
    : { ...from, status: 'declined' };
  const participants = { ...mission.participants, [facts.from.id]: former, [facts.into.id]: successor };
  return {
    ...mission,
    participants,
    laureateIds: Object.values(participants)
      .filter(({ status }) => status !== 'declined')
      .map(({ laureateId }) => laureateId),
    openAmendment: mission.openAmendment && {
      ...mission.openAmendment,
      validatedBy: mission.openAmendment.validatedBy.map((id) => (id === facts.from.id ? facts.into.id : id)),
    },
  };
}

/** The consultants declare no interest in the second laureate before its dossier opens to them. */
function endedFor(grant: Grant, missionId: string, now: Instant): Grant {
  const until = Math.min(grant.missions[missionId] ?? now, now);
  return { ...grant, missions: { ...grant.missions, [missionId]: until } };
}

/** What is not paid yet is asked of who takes over, under the same number; the records say to whom it was addressed first. */
function readdressed(invoice: Invoice, { now, by, from, into }: TransferFacts): Invoice {
  const { uid, name: byName } = by;
  const carried = { at: now, by: uid, byName, kind: 'carried', fromId: from.id, fromName: from.name } as const;
  return { ...invoice, laureateId: into.id, laureateName: into.name, records: [...invoice.records, carried] };
}

/** Without the reason, which is told to both laureates and to their experts, and not to others that share the mission. */
function carriedOver(
  { events, state, versions }: Mission,
  { now, by, from, into, settingsVersion }: TransferFacts,
): CarriedOver {
  return {
    ...{ action: 'carriedOver', number: events, at: now, by: { ...by, kind: 'staff' }, onBehalfOf: null },
    ...{ laureateId: into.id, from: state, to: state, version: versions, reason: null, settingsVersion },
    ...{ fromName: from.name, intoName: into.name },
  };
}

/** One commit of a transfer. The last also carries what no mission holds. */
export interface TransferStep {
  readonly moves: readonly MissionMove[];
  readonly isLast: boolean;
}

/**
 * The lines of one step, in the order in which each ledger stays above zero: the first gives back what its missions held and gives it away; the
 * second receives it and holds it for the same missions. Whatever the step, both ledgers together say what they said before.
 */
export function transferEntries(
  { moves, isLast }: TransferStep,
  facts: TransferFacts,
): { readonly from: readonly LedgerEntry[]; readonly into: readonly LedgerEntry[] } {
  const held = moves.filter(({ heldCents }) => heldCents > 0);
  const heldCents = held.reduce((total, one) => total + one.heldCents, 0);
  const carriedCents = heldCents + (isLast ? balanceOf(facts.fromEntries).remainingCents : 0);
  const voids = held.map(({ mission, version, heldCents: cents }): LedgerEntry => {
    const id = entryId.transferVoid(mission.id, facts.from.id);
    return { ...lineOf(facts, id, cents), type: 'void', missionId: mission.id, version, committedCents: cents };
  });
  const commits = held.map(({ mission, version, heldCents: cents }): LedgerEntry => {
    const id = entryId.transferCommit(mission.id, facts.from.id);
    return { ...lineOf(facts, id, -cents), type: 'commit', missionId: mission.id, version };
  });
  if (carriedCents === 0) return { from: voids, into: commits };
  // A mission is carried over once, so its name tells one step of an operation from another.
  const step = isLast ? facts.operationId : `${facts.operationId}.${moves[0]?.mission.id}`;
  const kind = { type: 'adjust', kind: 'transfer' } as const;
  const out: LedgerEntry = {
    ...lineOf(facts, entryId.transferOut(step), -carriedCents),
    ...kind,
    otherLaureateId: facts.into.id,
  };
  const received: LedgerEntry = {
    ...lineOf(facts, entryId.transferIn(step), carriedCents),
    ...kind,
    otherLaureateId: facts.from.id,
  };
  return { from: [...voids, out], into: [received, ...commits] };
}

/** Both ledgers give the same reason: it says from whom and to whom, so that each statement tells where the rest went. */
function lineOf({ now, by, from, into, reason, settingsVersion }: TransferFacts, id: string, cents: Cents) {
  const told = `${from.name} réunie à ${into.name}. ${reason}`.slice(0, 2_000);
  return { id, cents, at: now, by: by.uid, byName: by.name, reason: told, settingsVersion };
}
