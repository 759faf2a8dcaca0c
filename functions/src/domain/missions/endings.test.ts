import { describe, expect, it } from 'vitest';
import { DAY } from '../calendar.ts';
import { requested, upTo } from './testing/journeys.ts';
import { balance, ledgerLines } from './testing/ledgers.ts';
import { expert, signatory, staff } from './testing/people.ts';

const atelier = signatory('atelier');
const bocal = signatory('bocal');

describe('Ending early', () => {
  it('by the laureate leaves a proof of what it said is due, bound to the devis in force', () => {
    const story = upTo('awaiting_report');
    const { proof } = story.play(atelier, 'endEarly', { finals: { atelier: 1_200_00 } });
    expect(proof).toMatchObject({
      kind: 'ending',
      person: { uid: 'signatory-atelier' },
      documents: [{ fileId: 'm1-devis-noe' }],
      shareCents: 1_200_00,
      subsidyCents: 1_200_00,
      remainingBeforeCents: 7_000_00,
      remainingAfterCents: 8_800_00,
    });
  });

  it('by staff, or before anything is validated, is nobody’s signature', () => {
    expect(upTo('awaiting_report').play(staff, 'endEarly').proof).toBeNull();
    const story = upTo('awaiting_validation').later(365 * DAY);
    story.signedInAgo = DAY;
    expect(story.play(atelier, 'endEarly').proof).toBeNull();
  });

  it('asks staff for no fresh sign-in and no date, as an arbitration does', () => {
    const story = upTo('awaiting_report').later(365 * DAY);
    expect(story.refusal(atelier, 'endEarly')).toBe('settlements-closed');
    story.signedInAgo = DAY;
    expect(story.refusal(staff, 'endEarly')).toBeNull();
  });

  it('is undone by staff: what was settled is engaged again, where the mission stood', () => {
    const story = upTo('awaiting_confirmation');
    story.play(staff, 'endEarly', { finals: { atelier: 1_000_00 } });
    expect(story.mission).toMatchObject({ state: 'ended_early', closedFrom: 'awaiting_confirmation' });
    story.play(staff, 'reopen');
    expect(story.mission).toMatchObject({ state: 'awaiting_confirmation', reopened: 1 });
    expect(balance(story, 'atelier')).toMatchObject({ committedCents: 3_000_00, settledCents: 0 });
    story.play(atelier, 'sendBackReport');
    story.play(atelier, 'endEarly', { finals: { atelier: 500_00 } });
    expect(ledgerLines(story, 'atelier').map(([id]) => id)).toEqual([
      'm1.v1.commit',
      'm1.settle',
      'm1.r1.reopen',
      'm1.r1.commit',
      'm1.settle.r1',
    ]);
    expect(story.mission).toMatchObject({ state: 'ended_early', closedFrom: 'awaiting_report' });
  });
});

describe('Leaving a shared mission', () => {
  it('once it has started, leaves a proof; before, nothing is settled and there is none', () => {
    const story = upTo('awaiting_report', requested('bocal'));
    const { proof } = story.play(bocal, 'leaveShared', { finalCents: 400_00 });
    expect(proof).toMatchObject({ kind: 'ending', laureateId: 'bocal', shareCents: 400_00 });
    const before = upTo('awaiting_validation', requested('bocal'));
    expect(before.play(bocal, 'leaveShared').proof).toBeNull();
  });

  it('and settling asks for a fresh sign-in before the last day', () => {
    const story = upTo('awaiting_report', requested('bocal'));
    story.signedInAgo = DAY;
    expect(story.refusal(bocal, 'leaveShared')).toBe('sign-in-too-old');
    story.signedInAgo = 60_000;
    expect(story.refusal(bocal, 'leaveShared')).toBeNull();
    expect(story.later(365 * DAY).refusal(bocal, 'leaveShared')).toBe('settlements-closed');
  });

  it('once it has started, pays what was done and lets the others go on', () => {
    const story = upTo('awaiting_report', requested('bocal'));
    story.play(bocal, 'leaveShared', { finalCents: 400_00 });
    expect(story.mission.state).toBe('awaiting_report');
    expect(balance(story, 'bocal')).toMatchObject({ settledCents: 400_00, remainingCents: 9_600_00 });
    expect(story.share('atelier')).toMatchObject({ status: 'committed', subsidyCents: 1_500_00 });
  });

  it('before that, voids every decision and asks for a new split among those who stay', () => {
    const story = upTo('awaiting_validation', requested('bocal', 'chanvre'));
    story.play(atelier, 'validate');
    story.play(bocal, 'leaveShared');
    expect(story.mission.state).toBe('awaiting_correction');
    expect(balance(story, 'atelier').committedCents).toBe(0);
    story.play(expert, 'resplit', { split: { atelier: 1_800_00, chanvre: 1_200_00 } });
    // The one that left has nothing more to decide, and no amount of the others.
    expect(story.share('bocal')).toMatchObject({ status: 'void', version: 1, shareCents: 1_000_00 });
    expect(story.share('chanvre')).toMatchObject({ status: 'proposed', version: 2, shareCents: 1_200_00 });
  });

  it('by refusing does the same: one refusal is never a silent debit for the others', () => {
    const story = upTo('awaiting_validation', requested('bocal'));
    story.play(atelier, 'validate');
    story.play(bocal, 'refuse');
    expect(story.mission).toMatchObject({ state: 'awaiting_correction' });
    expect(story.mission.participants.bocal?.status).toBe('left');
    expect(story.refusal(expert, 'resplit', { split: { atelier: 1_500_00 } })).toBe('split-differs');
    story.play(expert, 'resplit', { split: { atelier: 3_000_00 } });
    story.play(atelier, 'refuse');
    expect(story.mission.state).toBe('refused');
    expect(balance(story, 'atelier').remainingCents).toBe(10_000_00);
  });

  it('leaves what it settled to be invoiced and paid, also once the others cancel the mission', () => {
    const story = upTo('awaiting_report', requested('bocal'));
    story.play(bocal, 'leaveShared', { finalCents: 400_00 });
    story.play(staff, 'cancel');
    expect(story.mission.state).toBe('cancelled');
    expect(story.refusal(expert, 'depositInvoice', { laureateId: 'atelier' })).toBe('share-not-validated');
    story.play(expert, 'depositInvoice', { laureateId: 'bocal', amountCents: 400_00 });
    expect(story.refusal(atelier, 'recordPayment')).toBe('not-taking-part');
    story.play(bocal, 'recordPayment');
    expect(balance(story, 'bocal')).toMatchObject({ settledCents: 400_00, paidCents: 400_00 });
    const nothingSettled = upTo('awaiting_report', requested('bocal'));
    nothingSettled.play(staff, 'cancel');
    expect(nothingSettled.refusal(expert, 'depositInvoice', { laureateId: 'bocal' })).toBe('nothing-to-invoice');
  });

  it('from before any devis leaves no amount behind', () => {
    const story = upTo('awaiting_diagnostic', requested('bocal'));
    const { entries } = story.play(bocal, 'leaveShared');
    expect(entries).toEqual([]);
    expect(story.share('bocal')).toMatchObject({ status: 'void', shareCents: 0 });
    story.play(expert, 'submitDiagnostic');
    expect(story.share('atelier').shareCents).toBe(3_000_00);
  });
});
