import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { happenedIn } from '../missions/journal.ts';
import { activeParticipants } from '../missions/mission.ts';
import { type LiveState, liveStates, type MissionState } from '../missions/states.ts';
import { requested, upTo } from '../missions/testing/journeys.ts';
import { expert, signatory, staff } from '../missions/testing/people.ts';
import type { Story } from '../missions/testing/story.ts';
import { type Balance, balanceOf } from '../subsidy/ledger.ts';
import { ledgerFault } from '../subsidy/ledger-fault.ts';
import { paymentFault } from '../subsidy/payment-fault.ts';
import { atelier, bocal } from './testing/records.ts';
import { moved, obstacleTo, type TransferFacts, type TransferredMission, transferEntries } from './transfer.ts';

const intoBocal = signatory('bocal');

/** The transfer of `atelier` to `bocal`, of what the story holds; `missions` names those that are live. */
function factsOf(story: Story, missions: readonly string[]): TransferFacts {
  return {
    ...{ now: story.now, by: { uid: 'staff', name: 'Camille Roux' }, reason: 'Fusion votée.', settingsVersion: 1 },
    ...{
      operationId: 'op',
      from: atelier,
      into: { ...bocal, note: { version: 4, subthemes: [], accepted: false, at: 0 } },
    },
    ...{ fromEntries: story.laureate('atelier').entries, intoEntries: story.laureate('bocal').entries },
    missions: missions.map((missionId) => transferredOf(story.about(missionId))),
  };
}

function transferredOf(story: Story): TransferredMission {
  const { mission, shares, grants, invoices } = story;
  return {
    mission,
    fromShare: story.share('atelier'),
    intoShare: shares.bocal ?? null,
    grants: grants.filter(({ laureateId, missions }) => laureateId === 'atelier' && mission.id in missions),
    invoices: Object.values(invoices).filter(
      ({ missionId, laureateId }) => missionId === mission.id && laureateId === 'atelier',
    ),
  };
}

/** Writes a step as the store does: what is kept is judged by the story itself, which throws on a ledger that does not hold. */
function carry(story: Story, missions: readonly string[], isLast: boolean): void {
  const facts = factsOf(story, missions);
  const moves = facts.missions.map((one) => moved(one, facts));
  const lines = transferEntries({ moves, isLast }, facts);
  for (const [laureateId, added] of [['atelier', lines.from] as const, ['bocal', lines.into] as const]) {
    const entries = [...story.laureate(laureateId).entries, ...added];
    expect(ledgerFault(entries)).toBeNull();
    story.change(laureateId, { entries });
  }
  for (const { mission, shares, grants, invoices } of moves) {
    const event = story.about(mission.id).events.at(-1);
    if (!event) throw new Error('a mission has events');
    for (const invoice of invoices) story.invoices = { ...story.invoices, [invoice.id]: invoice };
    story.keep({
      mission,
      event,
      shares,
      grants,
      entries: [],
      submitted: null,
      amendment: null,
      proof: null,
      outsideProofs: [],
      predecessor: null,
      feedback: null,
      invoice: null,
    });
  }
}

const total = (story: Story): Omit<Balance, 'paidCents'> => {
  const [a, b] = ['atelier', 'bocal'].map((id) => balanceOf(story.laureate(id).entries));
  if (!a || !b) throw new Error('two laureates');
  return {
    awardedCents: a.awardedCents + b.awardedCents,
    committedCents: a.committedCents + b.committedCents,
    settledCents: a.settledCents + b.settledCents,
    remainingCents: a.remainingCents + b.remainingCents,
  };
};

const sharings: Readonly<Record<string, () => Story>> = {
  alone: () => requested(),
  'with one that stays': () => requested('chanvre'),
  'with the one that takes over': () => requested('bocal'),
};
const cases = Object.entries(sharings).flatMap(([name, begin]) =>
  liveStates.map((state) => [name, state, begin] as const),
);

describe('A laureate that another one takes over', () => {
  it.each(cases)('%s, in %s: hands on what it holds, to the cent, and is gone', (_name, state, begin) => {
    const story = upTo(state, begin());
    const before = total(story);
    const held = balanceOf(story.laureate('atelier').entries).committedCents;
    carry(story, ['m1'], true);
    expect(total(story)).toEqual(before);
    const left = balanceOf(story.laureate('atelier').entries);
    expect(left).toMatchObject({ committedCents: 0, remainingCents: 0, awardedCents: left.settledCents });
    expect(story.mission.participants.atelier?.status).toBe('left');
    expect(story.share('atelier')).toMatchObject({ status: 'void', subsidyCents: 0 });
    expect(activeParticipants(story.mission).map(({ laureateId }) => laureateId)).not.toContain('atelier');
    expect(story.mission.participants.bocal?.status).toMatch(/requested|joined/);
    expect(story.mission.state).toBe(state);
    expect(balanceOf(story.laureate('bocal').entries).committedCents).toBeGreaterThanOrEqual(held);
    // The journal of who could read stays; the dossier closes at once.
    const open = story.grants.filter(
      ({ laureateId, missions }) => laureateId === 'atelier' && (missions.m1 ?? 0) > story.now,
    );
    expect(open).toEqual([]);
  });

  it('hands on the invoices that are not paid: its successor pays them, and the accounts of both agree', () => {
    const story = upTo('awaiting_report');
    story.play(expert, 'depositInvoice');
    const facts = factsOf(story, ['m1']);
    const [move] = facts.missions.map((one) => moved(one, facts));
    expect(move?.invoices).toMatchObject([
      {
        laureateId: 'bocal',
        laureateName: bocal.name,
        records: [{ kind: 'deposited' }, { kind: 'carried', fromId: 'atelier' }],
      },
    ]);
    carry(story, ['m1'], true);
    expect(story.refusal(signatory('atelier'), 'recordUnpaid')).toBe('not-taking-part');
    expect(story.refusal(intoBocal, 'recordUnpaid')).toBeNull();
    story.play(expert, 'declareNoInterest');
    story.play(expert, 'submitReport');
    story.play(intoBocal, 'confirmService');
    story.play(intoBocal, 'recordPayment');
    expect(balanceOf(story.laureate('bocal').entries)).toMatchObject({ settledCents: 3_000_00, paidCents: 3_000_00 });
    for (const laureateId of ['atelier', 'bocal']) {
      const { entries } = story.laureate(laureateId);
      expect(paymentFault({ laureateId, entries, invoices: Object.values(story.invoices) })).toBeNull();
    }
  });

  it('is a line of the journal of each mission, which says from whom to whom, and not why', () => {
    const story = upTo('awaiting_report');
    const facts = factsOf(story, ['m1']);
    const [move] = facts.missions.map((one) => moved(one, facts));
    if (!move) throw new Error('one mission is carried');
    expect(move.event).toMatchObject({ number: story.mission.events + 1, by: { name: 'Camille Roux' }, reason: null });
    expect(move.mission.events).toBe(move.event.number);
    expect(happenedIn(move.event)).toBe(`La mission passe de « ${atelier.name} » à « ${bocal.name} »`);
  });

  it.each(['awaiting_validation', 'awaiting_report', 'awaiting_confirmation'] as const)(
    'in %s: the mission goes on to its end in the name of the other, once the expert has declared',
    (state) => {
      const story = upTo(state);
      carry(story, ['m1'], true);
      expect(story.refusal(signatory('atelier'), 'validate')).not.toBeNull();
      story.play(expert, 'declareNoInterest');
      if (state === 'awaiting_validation') story.play(intoBocal, 'validate');
      if (state !== 'awaiting_confirmation') story.play(expert, 'submitReport');
      story.play(intoBocal, 'confirmService');
      expect(story.mission.state).toBe('closed');
      expect(story.share('bocal').status).toBe('settled');
    },
  );

  it('is validated by the funded base of the other, when it was not validated before', () => {
    const story = upTo('awaiting_validation');
    story.change('bocal', { fundedBase: { kind: 'excludingVat' } });
    carry(story, ['m1'], true);
    story.play(expert, 'declareNoInterest');
    // The subsidy asked for is the whole devis, VAT included: the other recovers that VAT.
    expect(story.refusal(intoBocal, 'validate')).toBe('funded-exceeded');
    story.change('bocal', { fundedBase: { kind: 'includingVat' } });
    expect(story.refusal(intoBocal, 'validate')).toBeNull();
  });

  it('asks for a declaration before another diagnostic: nobody reads the other dossier without one', () => {
    const story = upTo('awaiting_diagnostic');
    carry(story, ['m1'], true);
    expect(story.grants.some(({ laureateId }) => laureateId === 'bocal')).toBe(false);
    expect(story.refusal(expert, 'submitDiagnostic')).toBe('not-declared-for-all');
    story.play(expert, 'declareNoInterest');
    expect(story.refusal(expert, 'submitDiagnostic')).toBeNull();
  });

  it('keeps what it settled, as history: only what is open moves', () => {
    const story = upTo('closed');
    const settled = balanceOf(story.laureate('atelier').entries).settledCents;
    story.about('m2');
    story.play(signatory('atelier'), 'request');
    carry(story, ['m2'], true);
    expect(settled).toBeGreaterThan(0);
    expect(balanceOf(story.laureate('atelier').entries).settledCents).toBe(settled);
  });

  it('waits while only one of the two has decided, or an amendment waits', () => {
    const half = upTo('awaiting_validation', requested('bocal'));
    half.play(intoBocal, 'validate');
    expect(obstacleTo(transferredOf(half), factsOf(half, ['m1']))).toContain('une seule a décidé');
    half.play(signatory('atelier'), 'sendBack');
    expect(obstacleTo(transferredOf(half), factsOf(half, ['m1']))).toBeNull();
    const amended = upTo('awaiting_report', requested('bocal'));
    amended.play(expert, 'proposeAmendment');
    expect(obstacleTo(transferredOf(amended), factsOf(amended, ['m1']))).toContain('avenant');
    amended.play(intoBocal, 'refuseAmendment');
    expect(obstacleTo(transferredOf(amended), factsOf(amended, ['m1']))).toBeNull();
  });

  it('in any number of steps: after each, both ledgers hold and say together what they said', () => {
    const states: readonly MissionState[] = ['awaiting_expert', 'awaiting_validation', 'awaiting_report', 'on_hold'];
    const programme = fc.array(fc.constantFrom(...states), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(programme, (missions) => {
        const story = requested();
        const live: string[] = [];
        for (const [index, state] of missions.entries()) {
          story.about(`m${index + 10}`);
          // What is left after four devis may not pay a fifth: the laureate's own share does.
          story.play(signatory('atelier'), 'request');
          upTo(state, story);
          live.push(`m${index + 10}`);
        }
        const before = total(story);
        for (const [index, missionId] of ['m1', ...live].entries()) {
          carry(story, [missionId], index === live.length);
          expect(total(story)).toEqual(before);
        }
        expect(balanceOf(story.laureate('atelier').entries)).toMatchObject({ remainingCents: 0, committedCents: 0 });
        const ids = story.laureate('bocal').entries.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { seed: 20261129, numRuns: 25 },
    );
  });

  it('is staff’s to end: a mission held is carried over held, and resumed for the other', () => {
    const story = upTo('on_hold');
    carry(story, ['m1'], true);
    story.play(staff, 'resume');
    const live: LiveState[] = [...liveStates];
    expect(live).toContain(story.mission.state);
  });

  it('validates for all of it what waited for its decision, and pays it to the end', () => {
    for (const begin of [requested, () => requested('bocal')]) {
      const story = upTo('awaiting_validation', begin());
      carry(story, ['m1'], true);
      const { shareCents } = story.share('bocal');
      story.play(intoBocal, 'validate');
      expect(story.share('bocal')).toMatchObject({ shareCents, fundedCents: shareCents, subsidyCents: shareCents });
    }
  });
});
