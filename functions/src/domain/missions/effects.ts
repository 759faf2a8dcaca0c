import type { Cents } from '../money.ts';
import { fundedPart, wholeBase } from '../subsidy/funded.ts';
import { entryId } from '../subsidy/ledger.ts';
import { inForce, type Share, type SubmittedAmounts } from '../subsidy/share.ts';
import type { ActionInputs, Command } from './actions.ts';
import { versionHandedIn } from './answering.ts';
import type { Facts } from './facts.ts';
import { afterDelay, endedBy, grantsOpened, grantsReopened } from './grants.ts';
import { invoiceEffects } from './invoicing.ts';
import { activeParticipants, type Mission, type MissionEvent } from './mission.ts';
import type { Outcome } from './outcome.ts';
import { outsideProofsOf, proofOf } from './proof.ts';
import {
  addEntry,
  amendmentDropped,
  amendmentHeld,
  amendmentInForce,
  changeShare,
  entryFor,
  mapShares,
  proofNamed,
  recommitted,
  settled,
  sharesTakenOver,
  voided,
} from './settlement.ts';
import { isLive } from './states.ts';
import { needsOf } from './taken-over.ts';

export interface Situation {
  readonly facts: Facts;
  readonly command: Command;
  readonly event: MissionEvent;
}

type Effect = (outcome: Outcome, situation: Situation) => Outcome;

/** What an action does besides moving the mission. Effects run in the table's order; each adds to the outcome and touches nothing else. */
export const effects = {
  ...invoiceEffects,

  recordSubmission: (outcome, { facts, command }) => ({
    ...outcome,
    submitted: submittedAmounts(outcome.mission, facts, command),
  }),

  /** Only those who take part have something to decide. */
  proposeShares: (outcome, { facts }) =>
    mapShares(outcome, (share) =>
      isActive(outcome.mission, share.laureateId)
        ? {
            ...share,
            version: outcome.mission.versions,
            status: 'proposed',
            ...proposedAmounts(outcome, facts, share.laureateId),
            subsidyCents: 0,
            ownCents: 0,
            finalCents: 0,
          }
        : share,
    ),

  commitShare: (outcome, { facts, command, event }) => {
    if (command.action !== 'validate' && command.action !== 'recordSignedDevis') return outcome;
    const { subsidyCents, ownCents } = command.input;
    const laureateId = facts.laureateId ?? '';
    const entry = entryFor(event, {
      id: entryId.commit(outcome.mission.id, outcome.mission.versions),
      cents: -subsidyCents,
    });
    // Computed again: the base of the legal entity that decides is the one in force now, and it is frozen here. The amount is the share's own,
    // as the checks read it: what was handed in may name a laureate that this one took over.
    const share = facts.shares[laureateId];
    const frozen = share ? amountsOf(share.shareCents, facts.submitted, facts, laureateId) : {};
    const committed = changeShare(outcome, laureateId, { ...frozen, status: 'committed', subsidyCents, ownCents });
    return addEntry(committed, laureateId, {
      ...entry,
      type: 'commit',
      missionId: outcome.mission.id,
      version: outcome.mission.versions,
    });
  },

  settleShare: (outcome, { facts, event }) => {
    const laureateId = facts.laureateId ?? '';
    const share = outcome.shares.find((candidate) => candidate.laureateId === laureateId);
    return settled(outcome, { facts, event, laureateId, finalCents: share?.finalCents ?? 0 });
  },

  settleShares: (outcome, { facts, command, event }) => {
    const finals = 'finals' in command.input ? command.input.finals : {};
    const open = outcome.shares.filter(({ status }) => status === 'committed');
    const done = open.reduce(
      (next, { laureateId }) => settled(next, { facts, event, laureateId, finalCents: finals[laureateId] ?? 0 }),
      outcome,
    );
    return mapShares(done, (share) => (share.status === 'proposed' ? { ...share, status: 'void' } : share));
  },

  voidShares: (outcome, { facts, event }) => allVoided(outcome, facts, event),

  settleOrVoidLeaving: (outcome, { facts, command, event }) => {
    const laureateId = facts.laureateId ?? '';
    if (command.action !== 'leaveShared') return outcome;
    // Before the start every decision on this split is void; after it, what was done is paid and the others' shares stand.
    if (event.from !== 'awaiting_report') return allVoided(outcome, facts, event);
    return settled(outcome, { facts, event, laureateId, finalCents: command.input.finalCents });
  },

  stateFinals: (outcome, { command }) => {
    if (command.action !== 'submitReport') return outcome;
    const { finals } = command.input;
    return mapShares(outcome, (share) =>
      share.status === 'committed' ? { ...share, finalCents: finals[share.laureateId] ?? 0 } : share,
    );
  },

  /** A laureate that left was settled for good: nobody would be there to confirm its share again. */
  recommitShares: (outcome, { facts, event }) =>
    outcome.shares
      .filter(({ status, laureateId }) => status === 'settled' && isActive(outcome.mission, laureateId))
      .reduce((next, share) => recommitted(next, { facts, event, share }), outcome),

  recordAmendment: (outcome, { command }) => {
    if (command.action !== 'proposeAmendment') return outcome;
    const { devis, split, reason } = command.input;
    const number = outcome.mission.amendments;
    const proposed = mapShares(outcome, (share) =>
      share.status === 'committed'
        ? { ...share, amendment: { number, ...amendedAmounts(command.input, share), before: null } }
        : share,
    );
    return { ...proposed, amendment: { number, reason, amounts: devis.amounts, split } };
  },

  commitAmendment: (outcome, { facts, command, event }) => {
    const share = outcome.shares.find(({ laureateId }) => laureateId === facts.laureateId);
    if (command.action !== 'validateAmendment' || !share?.amendment) return outcome;
    const { subsidyCents, ownCents } = command.input;
    const { shareCents, fundedCents } = share.amendment;
    const before = inForce(share);
    const validated = {
      ...share,
      shareCents,
      fundedCents,
      subsidyCents,
      ownCents,
      amendment: { ...share.amendment, before },
    };
    const held = amendmentHeld(changeShare(outcome, share.laureateId, validated), validated, event);
    // Once everybody has validated, the amendment is the devis in force and nothing is left to undo.
    return outcome.mission.openAmendment === null
      ? held.shares.reduce((next, one) => amendmentInForce(next, one, event), held)
      : held;
  },

  dropAmendment: (outcome, { event }) =>
    outcome.shares.reduce((next, share) => amendmentDropped(next, share, event), outcome),

  recordFeedback: (outcome, { facts, command }) =>
    command.action === 'giveFeedback'
      ? {
          ...outcome,
          feedback: {
            missionId: outcome.mission.id,
            laureateId: facts.laureateId ?? '',
            expertId: outcome.mission.expert.expertId,
            at: facts.now,
            formVersion: versionHandedIn(facts, { form: 'feedback', formVersion: command.input.formVersion }),
            answers: command.input.answers,
          },
        }
      : outcome,

  /** The shares as the papers say, with the lines of the ledger that make them so. */
  takeOverShares: (outcome, { facts, command, event }) => {
    if (command.action !== 'takeOver') return outcome;
    const { shares, state, validated } = command.input;
    return Object.entries(shares).reduce(
      (next, [laureateId, share]) =>
        sharesTakenOver(next, { facts, event, laureateId, share, status: needsOf(state).share, validated }),
      outcome,
    );
  },
  recordOutsideProofs: (outcome, situation) => {
    const outsideProofs = outsideProofsOf(outcome, situation);
    return { ...outsideProofs.reduce(proofNamed, outcome), outsideProofs };
  },

  recordProof: (outcome, situation) => {
    const proof = proofOf(outcome, situation);
    if (proof === null) return outcome;
    return { ...proofNamed(outcome, proof), proof, event: { ...outcome.event, proofId: proof.id } };
  },

  openGrants: (outcome, { facts }) => ({ ...outcome, grants: grantsOpened(outcome, facts) }),
  endGrantsNow: (outcome, { facts }) => endedBy(outcome, facts, facts.now),
  endGrantsAfterDelay: (outcome, { facts }) => endedBy(outcome, facts, afterDelay(facts)),
  /** Refused: at once. Closed: after the delay. Still live (a shared mission goes on): only the laureate that left closes its dossier. */
  endGrantsWhenOver: (outcome, { facts }) => {
    const { state } = outcome.mission;
    if (state === 'closed') return endedBy(outcome, facts, afterDelay(facts));
    return isLive(state) ? endedForLeaving(outcome, facts) : endedBy(outcome, facts, facts.now);
  },
  /** Of the one who stands down, and of nobody else of the company. */
  endGrantsOfPerson: (outcome, { facts, command }) =>
    command.action === 'standDown'
      ? endedBy(outcome, facts, facts.now, ({ uid }) => uid === command.input.uid)
      : outcome,
  endGrantsOfLeaving: (outcome, { facts }) => endedForLeaving(outcome, facts),
  reopenGrants: (outcome, { facts }) => ({ ...outcome, grants: grantsReopened(outcome, facts) }),

  /** Both know of each other: the commit holds only if nobody has followed it meanwhile. */
  linkPredecessor: (outcome, { facts }) =>
    facts.predecessor && outcome.mission.predecessorId === facts.predecessor.id
      ? { ...outcome, predecessor: { ...facts.predecessor, successorId: outcome.mission.id } }
      : outcome,

  /** What each laureate's list shows follows the mission; runs last, so that it has the final word on state and date. */
  updateShares: (outcome) =>
    mapShares(outcome, (share) => ({
      ...share,
      needId: outcome.mission.needId,
      missionState: outcome.mission.state,
      since: outcome.mission.since,
      status: share.status === 'none' && isOut(outcome.mission, share.laureateId) ? 'void' : share.status,
    })),
} as const satisfies Record<string, Effect>;

export type EffectName = keyof typeof effects;

function allVoided(outcome: Outcome, facts: Facts, event: MissionEvent): Outcome {
  return outcome.shares.reduce((next, share) => voided(next, { facts, event, share }), outcome);
}

/** A share of what was handed in, by the base in force. */
function proposedAmounts(
  { submitted }: Pick<Outcome, 'submitted'>,
  facts: Facts,
  laureateId: string,
): Pick<Share, 'base' | 'shareCents' | 'fundedCents'> {
  return amountsOf(submitted?.split[laureateId] ?? 0, submitted, facts, laureateId);
}

function amountsOf(
  shareCents: Cents,
  submitted: SubmittedAmounts | null,
  facts: Facts,
  laureateId: string,
): Pick<Share, 'base' | 'shareCents' | 'fundedCents'> {
  const base = facts.laureates[laureateId]?.fundedBase ?? wholeBase;
  return { base, shareCents, fundedCents: submitted ? fundedPart(shareCents, submitted.amounts, base) : 0 };
}

/** An amendment keeps the base of the devis it amends: one mission is not funded by two rules. */
function amendedAmounts({ devis, split }: ActionInputs['proposeAmendment'], { base, laureateId }: Share) {
  const shareCents = split[laureateId] ?? 0;
  return { shareCents, fundedCents: fundedPart(shareCents, devis.amounts, base) };
}

function isActive(mission: Mission, laureateId: string): boolean {
  return activeParticipants(mission).some((participant) => participant.laureateId === laureateId);
}

function isOut(mission: Mission, laureateId: string): boolean {
  const status = mission.participants[laureateId]?.status;
  return status === 'declined' || status === 'left';
}

function endedForLeaving(outcome: Outcome, facts: Facts): Outcome {
  const left = facts.laureateId ?? '';
  return outcome.mission.participants[left]?.status === 'left'
    ? endedBy(outcome, facts, facts.now, ({ laureateId }) => laureateId === left)
    : outcome;
}

function submittedAmounts(mission: Mission, facts: Facts, command: Command): SubmittedAmounts | null {
  if (mission.submission === null) return null;
  const submission = mission.submission;
  if (command.action === 'submitDiagnostic') {
    return { version: mission.versions, submission, amounts: command.input.devis.amounts, split: command.input.split };
  }
  if (command.action === 'takeOver' && command.input.devis) {
    const split = Object.entries(command.input.shares).map(([id, { shareCents }]) => [id, shareCents] as const);
    return { version: 1, submission, amounts: command.input.devis.amounts, split: Object.fromEntries(split) };
  }
  if (command.action === 'resplit' && facts.submitted) {
    return { version: mission.versions, submission, amounts: facts.submitted.amounts, split: command.input.split };
  }
  if (command.action === 'validateAmendment' && mission.openAmendment === null) {
    if (facts.amendment === null) throw new Error(`the amounts of the amendment of ${mission.id} are missing`);
    return { version: mission.versions, submission, amounts: facts.amendment.amounts, split: facts.amendment.split };
  }
  return null;
}
