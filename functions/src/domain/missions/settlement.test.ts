import { describe, expect, it } from 'vitest';
import { adjust, commit } from '../subsidy/testing/entries.ts';
import { devisOf } from './testing/commands.ts';
import { requested, upTo } from './testing/journeys.ts';
import { balance, ledgerLines } from './testing/ledgers.ts';
import { expert, signatory, staff } from './testing/people.ts';
import type { Story } from './testing/story.ts';

const atelier = signatory('atelier');
const bocal = signatory('bocal');

describe('Validating', () => {
  it('commits the subsidy part of the share, and the laureate pays the rest', () => {
    const story = upTo('awaiting_diagnostic');
    story.play(expert, 'submitDiagnostic', { devis: devisOf(story, expert, 12_000_00) });
    const { entries } = story.play(atelier, 'validate');
    expect(entries).toEqual([
      {
        laureateId: 'atelier',
        entry: {
          id: 'm1.v1.commit',
          type: 'commit',
          missionId: 'm1',
          version: 1,
          cents: -10_000_00,
          at: story.now,
          by: 'signatory-atelier',
          byName: 'signatory-atelier',
          reason: null,
          proofId: 'm1-validation-5',
          settingsVersion: 1,
        },
      },
    ]);
    expect(story.share('atelier')).toMatchObject({ subsidyCents: 10_000_00, ownCents: 2_000_00, status: 'committed' });
    expect(balance(story, 'atelier')).toMatchObject({ committedCents: 10_000_00, remainingCents: 0 });
  });

  it('writes no line when nothing remains: the laureate pays it all and the mission goes on', () => {
    const story = requested();
    story.change('atelier', { entries: [] });
    upTo('closed', story);
    expect(story.laureate('atelier').entries).toEqual([]);
    expect(story.share('atelier')).toMatchObject({ subsidyCents: 0, ownCents: 3_000_00, finalCents: 3_000_00 });
  });

  it('debits each laureate of a shared mission for its own share only', () => {
    const story = upTo('awaiting_validation', requested('bocal'));
    const first = story.play(atelier, 'validate');
    expect(first.entries.map(({ laureateId }) => laureateId)).toEqual(['atelier']);
    expect(story.mission.state).toBe('awaiting_validation');
    expect(balance(story, 'bocal').committedCents).toBe(0);
    story.play(bocal, 'validate');
    expect(story.mission.state).toBe('awaiting_report');
    expect(balance(story, 'bocal').committedCents).toBe(1_500_00);
  });
});

describe('Settling', () => {
  it('takes the final amount and releases the rest', () => {
    const story = upTo('awaiting_report');
    story.play(expert, 'submitReport', { finals: { atelier: 2_200_00 } });
    expect(balance(story, 'atelier').remainingCents).toBe(7_000_00);
    const { entries } = story.play(atelier, 'confirmService');
    expect(entries[0]?.entry).toMatchObject({
      id: 'm1.settle',
      type: 'settle',
      cents: 800_00,
      committedCents: 3_000_00,
      finalCents: 2_200_00,
    });
    expect(balance(story, 'atelier')).toMatchObject({
      committedCents: 0,
      settledCents: 2_200_00,
      remainingCents: 7_800_00,
    });
  });

  it('writes the line even when nothing is released', () => {
    const story = upTo('closed');
    expect(ledgerLines(story, 'atelier')).toEqual([
      ['m1.v1.commit', -3_000_00],
      ['m1.settle', 0],
    ]);
  });

  it('spends the subsidy before the laureate’s own money', () => {
    const story = upTo('awaiting_diagnostic');
    story.play(expert, 'submitDiagnostic', { devis: devisOf(story, expert, 12_000_00) });
    story.play(atelier, 'validate');
    story.play(expert, 'submitReport', { finals: { atelier: 11_000_00 } });
    story.play(atelier, 'confirmService');
    expect(balance(story, 'atelier')).toMatchObject({ settledCents: 10_000_00, remainingCents: 0 });
  });

  it('is done by staff for whoever has not confirmed, and leaves the others as they are', () => {
    const story = upTo('awaiting_confirmation', requested('bocal'));
    story.play(atelier, 'confirmService');
    story.play(staff, 'arbitrate', { finals: { bocal: 1_000_00 } });
    expect(story.mission.state).toBe('closed');
    expect(balance(story, 'atelier').settledCents).toBe(1_500_00);
    expect(balance(story, 'bocal')).toMatchObject({ settledCents: 1_000_00, remainingCents: 9_000_00 });
  });

  it('arbitrates a mission on hold after a contest', () => {
    const story = upTo('awaiting_report');
    story.play(atelier, 'contest');
    const { mission } = story.play(staff, 'arbitrate', { finals: { atelier: 500_00 } });
    expect(mission).toMatchObject({ state: 'closed', closedFrom: 'awaiting_report' });
    expect(balance(story, 'atelier')).toMatchObject({ settledCents: 500_00, remainingCents: 9_500_00 });
  });
});

describe('Voiding gives back what was committed, once', () => {
  it('when staff cancel after a contest', () => {
    const story = upTo('awaiting_report');
    story.play(atelier, 'contest');
    story.play(staff, 'cancel');
    expect(ledgerLines(story, 'atelier')).toEqual([
      ['m1.v1.commit', -3_000_00],
      ['m1.v1.void', 3_000_00],
    ]);
    expect(story.share('atelier')).toMatchObject({ status: 'void', subsidyCents: 0 });
  });

  it('to everyone, when one laureate sends back what another had validated', () => {
    const story = upTo('awaiting_validation', requested('bocal'));
    story.play(atelier, 'validate');
    story.play(bocal, 'sendBack');
    expect(balance(story, 'atelier')).toMatchObject({ committedCents: 0, remainingCents: 10_000_00 });
    expect(story.mission.participants.atelier?.validated).toBe(false);
    story.play(expert, 'resplit', { split: { atelier: 1_000_00, bocal: 2_000_00 } });
    story.play(atelier, 'validate');
    story.play(bocal, 'validate');
    expect(balance(story, 'atelier').committedCents).toBe(1_000_00);
    expect(ledgerLines(story, 'atelier').map(([id]) => id)).toEqual(['m1.v1.commit', 'm1.v1.void', 'm1.v2.commit']);
  });

  it('when the expert takes its documents back', () => {
    const story = upTo('awaiting_validation', requested('bocal'));
    story.play(atelier, 'validate');
    story.play(expert, 'retract');
    expect(story.mission).toMatchObject({ state: 'awaiting_diagnostic', submission: null, versions: 1 });
    expect(balance(story, 'atelier').remainingCents).toBe(10_000_00);
    story.play(expert, 'submitDiagnostic');
    expect(story.mission.submission?.version).toBe(2);
  });
});

describe('Reopening', () => {
  it('takes back the settlement and commits the validated amount again', () => {
    const story = upTo('awaiting_report');
    story.play(expert, 'submitReport', { finals: { atelier: 2_000_00 } });
    story.play(atelier, 'confirmService');
    story.play(staff, 'reopen');
    expect(story.mission).toMatchObject({ state: 'awaiting_confirmation', reopened: 1 });
    expect(balance(story, 'atelier')).toMatchObject({
      committedCents: 3_000_00,
      settledCents: 0,
      remainingCents: 7_000_00,
    });
    story.play(atelier, 'sendBackReport');
    story.play(expert, 'submitReport', { finals: { atelier: 2_500_00 } });
    story.play(atelier, 'confirmService');
    story.play(staff, 'reopen');
    story.play(atelier, 'confirmService');
    expect(ledgerLines(story, 'atelier')).toEqual([
      ['m1.v1.commit', -3_000_00],
      ['m1.settle', 1_000_00],
      ['m1.r1.reopen', 2_000_00],
      ['m1.r1.commit', -3_000_00],
      ['m1.settle.r1', 500_00],
      ['m1.r2.reopen', 2_500_00],
      ['m1.r2.commit', -3_000_00],
      ['m1.settle.r2', 500_00],
    ]);
  });

  it('is refused, not broken, when what it would engage again was used: VAT recovered, or a part refunded', () => {
    const used = (story: Story, cents: number) =>
      story.change('atelier', { entries: [...story.laureate('atelier').entries, commit(cents, 'm2')] });
    const recovers = requested().change('atelier', { fundedBase: { kind: 'excludingVat' } });
    const half = upTo('awaiting_report', recovers);
    half.play(expert, 'submitReport', { finals: { atelier: 1_500_00 } });
    half.play(atelier, 'confirmService');
    // 2 500 € engaged, 1 250 € settled: 8 750 € remain, and reopening engages 1 250 € more.
    expect(used(half, 7_500_01).refusal(staff, 'reopen')).toBe('not-enough-to-reopen');
    const refunded = upTo('closed');
    const back = adjust(500_00, { missionId: 'm1', version: 1 });
    refunded.change('atelier', { entries: [...refunded.laureate('atelier').entries, back] });
    expect(used(refunded, 7_000_01).refusal(staff, 'reopen')).toBe('not-enough-to-reopen');
    const enough = upTo('closed');
    enough.change('atelier', { entries: [...enough.laureate('atelier').entries, back] });
    used(enough, 7_000_00).play(staff, 'reopen');
    expect(balance(enough, 'atelier')).toMatchObject({ settledCents: 0, remainingCents: 0 });
  });

  it('leaves alone a laureate that left: nobody would be there to confirm its share', () => {
    const story = upTo('awaiting_report', requested('bocal'));
    story.play(bocal, 'leaveShared', { finalCents: 400_00 });
    story.play(expert, 'submitReport');
    story.play(atelier, 'confirmService');
    story.play(staff, 'reopen');
    expect(balance(story, 'bocal')).toMatchObject({ committedCents: 0, settledCents: 400_00 });
    expect(balance(story, 'atelier').committedCents).toBe(1_500_00);
    story.play(atelier, 'confirmService');
    expect(story.mission.state).toBe('closed');
  });
});
