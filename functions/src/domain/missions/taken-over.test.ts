import { describe, expect, it } from 'vitest';
import { balanceOf } from '../subsidy/ledger.ts';
import { expert, signatory, staff } from './testing/people.ts';
import { Story } from './testing/story.ts';

const atelier = signatory('atelier');
const bocal = signatory('bocal');
const part = (shareCents: number, subsidyCents: number, finalCents: number | null = null) => ({
  shareCents,
  subsidyCents,
  finalCents,
});

describe('A mission taken over while it runs', () => {
  it('arrives with its amount engaged, its laureates’ validation on paper, and no dossier open', () => {
    const story = new Story();
    const { mission, entries, grants, proof, outsideProofs, event } = story.play(staff, 'takeOver');
    expect(mission).toMatchObject({ state: 'awaiting_report', versions: 1, since: story.now });
    expect(mission.participants.atelier).toMatchObject({ status: 'requested', validated: true, confirmed: false });
    expect(mission.expert.declarations).toEqual([]);
    expect(grants).toEqual([]);
    expect(entries).toMatchObject([
      {
        laureateId: 'atelier',
        entry: { id: 'm1.v1.commit', cents: -3_000_00, reason: 'Reprise (missions.csv, ligne 2)' },
      },
    ]);
    expect(story.share('atelier')).toMatchObject({
      ...{
        status: 'committed',
        shareCents: 3_000_00,
        subsidyCents: 3_000_00,
        ownCents: 0,
        missionState: 'awaiting_report',
      },
      outside: { on: '2024-01-29', by: 'Paul Riou' },
    });
    expect(proof).toBeNull();
    expect(outsideProofs).toMatchObject([
      {
        ...{ id: 'm1-outside-atelier', kind: 'outside', consentVersion: 0, documents: [] },
        ...{ remainingBeforeCents: 10_000_00, remainingAfterCents: 7_000_00 },
        paper: { fileId: null, signedBy: 'Paul Riou', signedOn: '2024-01-29', recordedBy: 'staff' },
      },
    ]);
    expect(event).toMatchObject({ action: 'takeOver', from: null, to: 'awaiting_report' });
  });

  it('goes on to its end as any other: declared, reported, confirmed, settled', () => {
    const story = new Story();
    story.play(staff, 'takeOver');
    expect(story.play(expert, 'declareNoInterest').grants).toHaveLength(1);
    story.play(expert, 'submitReport', { finals: { atelier: 2_800_00 } });
    expect(story.play(atelier, 'confirmService').mission.state).toBe('closed');
    expect(balanceOf(story.laureate('atelier').entries)).toMatchObject({
      ...{ settledCents: 2_800_00, committedCents: 0, remainingCents: 7_200_00 },
    });
  });

  it('may be stopped before its end although its devis never came in', () => {
    const story = new Story();
    story.play(staff, 'takeOver');
    expect(story.play(atelier, 'endEarly', { finals: { atelier: 0 } }).proof).toMatchObject({ documents: [] });
  });

  it('is taken over once', () => {
    const story = new Story();
    story.play(staff, 'takeOver');
    expect(story.refusal(staff, 'takeOver')).toBe('wrong-state');
    expect(story.about('m2').refusal(staff, 'takeOver')).toBeNull();
  });

  it('shared, engages each for its own part and leaves each its own proof', () => {
    const story = new Story();
    const shares = { atelier: part(2_000_00, 2_000_00), bocal: part(1_000_00, 400_00) };
    const { outsideProofs } = story.play(staff, 'takeOver', { shares });
    expect(outsideProofs.map(({ laureateId, subsidyCents }) => [laureateId, subsidyCents])).toEqual([
      ['atelier', 2_000_00],
      ['bocal', 400_00],
    ]);
    expect(story.remaining('bocal')).toBe(9_600_00);
    expect(story.refusal(bocal, 'validate')).toBe('wrong-state');
  });
});

describe('A mission taken over elsewhere in its life', () => {
  it('closed, is engaged and settled by lines of their own, and may be reopened', () => {
    const story = new Story();
    const shares = { atelier: part(3_000_00, 2_500_00, 2_800_00) };
    const { mission } = story.play(staff, 'takeOver', { state: 'closed', shares });
    expect(mission).toMatchObject({ state: 'closed', closedFrom: 'awaiting_report' });
    expect(balanceOf(story.laureate('atelier').entries)).toMatchObject({
      ...{ committedCents: 0, settledCents: 2_500_00, remainingCents: 7_500_00 },
    });
    expect(story.play(staff, 'reopen').mission.state).toBe('awaiting_report');
  });

  it('asked for only, engages nothing and waits for the expert', () => {
    const story = new Story();
    const { mission, entries, outsideProofs } = story.play(staff, 'takeOver', {
      ...{ state: 'awaiting_expert', devis: null, validated: null },
      shares: { atelier: part(0, 0) },
    });
    expect([mission.state, entries, outsideProofs]).toEqual(['awaiting_expert', [], []]);
    story.play(expert, 'declareNoInterest');
    expect(story.play(expert, 'accept').mission.state).toBe('awaiting_diagnostic');
  });
});
