import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sum } from '../money.ts';
import { type AdjustmentKind, adjustmentKinds, balanceOf, committedOn, type LedgerEntry } from '../subsidy/ledger.ts';
import { ledgerFault } from '../subsidy/ledger-fault.ts';
import { type Accounts, firstDifference } from '../subsidy/reconciliation.ts';
import { inForce, type Share } from '../subsidy/share.ts';
import type { ActionName } from './actions.ts';
import { WHILE_LIVE } from './facts.ts';
import { activeParticipants } from './mission.ts';
import type { Outcome, Proof } from './outcome.ts';
import { allStates, isLive, type MissionState } from './states.ts';
import { adjusted, adjusts } from './testing/adjusting.ts';
import { balance } from './testing/ledgers.ts';
import { staff } from './testing/people.ts';
import { laureateIds, missionIds, pressed, presses } from './testing/presses.ts';
import { awarded, Story } from './testing/story.ts';
import { actionNames, transitionOf } from './transitions.ts';

/** The same walks each time: a failure is a fault of the code, never of the day. */
const settings = { seed: 20_240_306, numRuns: 500 };
const STEPS = 120;
/** Three seconds alone; the machine may be busy with the emulators. */
const SLOW = 240_000;

/** Three laureates with 5 000 € each, and three missions that want more than that. */
function programme(): Story {
  const story = new Story();
  story.settings = {
    ...story.settings,
    dates: {
      ...story.settings.dates,
      lastRequest: '2099-12-31',
      lastValidation: '2099-12-31',
      lastReport: '2099-12-31',
      lastSettlement: '2099-12-31',
    },
  };
  story.laureates = Object.fromEntries(laureateIds.map((id) => [id, awarded(id, 5_000_00)]));
  return story;
}

/** What the ledger must hold for a share: the larger amount while an amendment waits for the others. */
function heldFor(share: Share): number {
  return share.status === 'committed' ? Math.max(share.subsidyCents, inForce(share).subsidyCents) : 0;
}

/** What the committee gave, and what staff corrected of it since: a mission never makes money. */
function grantedTo(entries: readonly LedgerEntry[]): number {
  return 5_000_00 + sum(entries.map((entry) => (entry.type === 'adjust' && !entry.missionId ? entry.cents : 0)));
}

function snapshot(story: Story): string {
  const { laureates, grants } = story;
  return JSON.stringify({ laureates, grants, mission: story.missionIfAny, shares: story.shares, events: story.events });
}

function expectSound(story: Story): void {
  for (const laureateId of laureateIds) {
    const { entries } = story.laureate(laureateId);
    expect(ledgerFault(entries)).toBeNull();
    const { awardedCents, remainingCents, committedCents, settledCents } = balance(story, laureateId);
    expect(remainingCents).toBeGreaterThanOrEqual(0);
    expect(committedCents + settledCents + remainingCents).toBe(awardedCents);
    expect(awardedCents).toBe(grantedTo(entries));
  }
  const { mission } = story;
  for (const share of Object.values(story.shares)) {
    expect(committedOn(story.laureate(share.laureateId).entries, mission.id)).toBe(heldFor(share));
    if (share.status === 'committed') expect(share.subsidyCents + share.ownCents).toBe(share.shareCents);
    if (share.status === 'settled') expect(share.finalCents).toBeLessThanOrEqual(share.shareCents);
    if (share.status === 'proposed') expect(mission.state).toMatch(/awaiting_validation|on_hold/);
  }
  // What is settled can be invoiced and paid, whatever the end that came after.
  const invoicedFrom: readonly string[] = transitionOf('depositInvoice').from;
  if (!isLive(mission.state) && Object.values(story.shares).some(({ status }) => status === 'settled'))
    expect(invoicedFrom).toContain(mission.state);
  expect(story.events.map(({ number }) => number)).toEqual(story.events.map((_event, index) => index + 1));
  expect(activeParticipants(mission).length).toBeGreaterThan(0);
  const asSubmitted = Object.values(mission.participants).every(({ status }) => status !== 'left');
  if (mission.state === 'awaiting_validation' || (asSubmitted && mission.state === 'awaiting_report'))
    expectPartsAddUp(story);
}

/** What the nightly check asks of each laureate: every line's proof is there, every share and every invoice says what the ledger says. */
function expectReconciled(story: Story, proofs: Accounts['proofs']): void {
  const here = story.missionId;
  const parts = missionIds.flatMap((missionId) => Object.values(story.about(missionId).shares));
  story.about(here);
  for (const laureateId of laureateIds) {
    const { entries } = story.laureate(laureateId);
    const shares = parts.filter((share) => share.laureateId === laureateId);
    const invoices = Object.values(story.invoices).filter((invoice) => invoice.laureateId === laureateId);
    const accounts = {
      laureateId,
      chainFault: null,
      recordFault: null,
      entries,
      shares,
      proofs,
      invoices,
      shownBalance: balanceOf(entries),
    };
    expect(firstDifference(accounts)).toBeNull();
  }
}

/** Each line says of which version it is, by whom it was made, and the proof of its own laureate that was made with it. */
function expectLinesNamed(outcome: Outcome): void {
  const { entries, mission, event, invoice } = outcome;
  for (const { laureateId, entry } of entries) {
    const proofId = proofsOf(outcome).find((proof) => proof.laureateId === laureateId)?.id ?? null;
    // Why a payment was cancelled is written on its line and on the invoice, and not in the journal of the mission.
    const written = invoice?.records.at(-1);
    const reason = written && 'reason' in written ? written.reason : event.reason;
    const named = { missionId: mission.id, proofId, by: event.by.uid, byName: event.by.name, reason };
    expect(entry).toMatchObject({ ...named, version: expect.any(Number), settingsVersion: event.settingsVersion });
  }
}

function proofsOf({ proof, outsideProofs }: Outcome): readonly Proof[] {
  return proof === null ? outsideProofs : [proof, ...outsideProofs];
}

/** Open for this mission: exactly those who declared and still follow it, on the dossiers of those who took part then and still do. */
function expectDossiersClosed(story: Story): void {
  const { mission, grants } = story;
  const active = new Set(activeParticipants(mission).map(({ laureateId }) => laureateId));
  const standing = mission.expert.declarations.filter(({ endedAt }) => endedAt === null);
  const open = grants.filter(({ missions }) => missions[mission.id] === WHILE_LIVE);
  const expected = standing.flatMap(({ uid, laureateIds: named }) =>
    named.filter((laureateId) => active.has(laureateId)).map((laureateId) => `${laureateId}/${uid}`),
  );
  expect(new Set(open.map(({ laureateId, uid }) => `${laureateId}/${uid}`))).toEqual(
    new Set(isLive(mission.state) ? expected : []),
  );
}

function expectPartsAddUp(story: Story): void {
  const parts = activeParticipants(story.mission).map(({ laureateId }) => inForce(story.share(laureateId)).shareCents);
  expect(sum(parts)).toBe(story.submitted?.amounts.includingVatCents);
}

describe('Whoever presses whichever button, on missions that share the same subsidies', () => {
  const done = new Set<ActionName>();
  const seen = new Set<MissionState>();
  const corrected = new Set<AdjustmentKind>();

  it('every ledger holds, every share adds up, a dossier is open to who follows a mission alone, and a refusal changes nothing', {
    timeout: SLOW,
  }, () => {
    fc.assert(
      fc.property(presses(STEPS), (walk) => {
        const story = programme();
        const proofs = new Map<string, Proof>();
        for (const press of walk) {
          const tried = pressed(story, press);
          if (tried === null) continue;
          const before = snapshot(story);
          const { decision, command } = tried;
          expect(snapshot(story)).toBe(before);
          if (!decision.allowed) continue;
          story.keep(decision.outcome);
          expectLinesNamed(decision.outcome);
          done.add(command.action);
          seen.add(story.mission.state);
          expectSound(story);
          expectDossiersClosed(story);
          for (const proof of proofsOf(decision.outcome)) proofs.set(proof.id, proof);
          if (adjusts(press)) {
            const kind = adjusted(story, press, `op-${story.now}-${story.events.length}-${story.missionId}`);
            if (kind) corrected.add(kind);
            expectSound(story);
          }
          expectReconciled(story, proofs);
        }
      }),
      settings,
    );
  });

  it('and the walks above went everywhere', () => {
    expect(actionNames.filter((action) => !done.has(action))).toEqual([]);
    expect(allStates.filter((state) => !seen.has(state))).toEqual([]);
    expect(corrected).toEqual(new Set(Object.keys(adjustmentKinds)));
  });

  it('every mission can still be brought to an end, and then holds nothing', { timeout: SLOW }, () => {
    fc.assert(
      fc.property(presses(40), (walk) => {
        const story = programme();
        for (const press of walk) {
          const tried = pressed(story, press);
          if (tried?.decision.allowed) story.keep(tried.decision.outcome);
        }
        for (const missionId of missionIds) {
          const state = story.about(missionId).missionIfAny?.state;
          if (state === undefined || !isLive(state)) continue;
          // Once a service is confirmed nothing is cancelled: the others are settled.
          story.play(staff, story.refusal(staff, 'cancel') === null ? 'cancel' : 'endEarly');
        }
        for (const laureateId of laureateIds) expect(balance(story, laureateId).committedCents).toBe(0);
      }),
      settings,
    );
  });
});
