import { describe, expect, it } from 'vitest';
import { devisOf } from './testing/commands.ts';
import { requested, upTo } from './testing/journeys.ts';
import { balance } from './testing/ledgers.ts';
import { expert, signatory, staff } from './testing/people.ts';
import type { Story } from './testing/story.ts';

const atelier = signatory('atelier');
const bocal = signatory('bocal');

/** A mission of 3 000 € shared by two, and an amendment of another total, split as told. */
function amended(split: { atelier: number; bocal: number }): Story {
  const story = upTo('awaiting_report', requested('bocal'));
  const devis = devisOf(story, expert, split.atelier + split.bocal, 'amended');
  story.play(expert, 'proposeAmendment', { devis, split });
  return story;
}

const amendmentLines = (story: Story, laureateId: string) =>
  story.laureate(laureateId).entries.flatMap(({ id, cents }) => (id.includes('.a1.') ? [[id, cents]] : []));

describe('An amendment', () => {
  it('changes nothing of the devis in force until everybody has validated', () => {
    const story = amended({ atelier: 2_000_00, bocal: 2_000_00 });
    const before = story.mission.submission?.devis;
    expect(story.share('bocal')).toMatchObject({ shareCents: 1_500_00, amendment: { shareCents: 2_000_00 } });
    story.play(atelier, 'validateAmendment');
    expect(story.mission.submission?.devis).toEqual(before);
    expect(story.mission.openAmendment?.validatedBy).toEqual(['atelier']);
    story.play(bocal, 'validateAmendment');
    expect(story.mission.openAmendment).toBeNull();
    expect(story.mission.submission?.devis.fileId).toBe('m1-amended-noe');
    expect(story.share('atelier')).toMatchObject({ shareCents: 2_000_00, subsidyCents: 2_000_00, amendment: null });
    expect(balance(story, 'bocal').committedCents).toBe(2_000_00);
  });

  it('engages an increase at once', () => {
    const story = amended({ atelier: 2_000_00, bocal: 2_000_00 });
    story.play(atelier, 'validateAmendment');
    expect(amendmentLines(story, 'atelier')).toEqual([['m1.a1.commit', -500_00]]);
  });

  it('releases a decrease only when everybody has validated, so that a refusal can always be honoured', () => {
    const story = amended({ atelier: 500_00, bocal: 3_500_00 });
    story.play(atelier, 'validateAmendment');
    expect(balance(story, 'atelier')).toMatchObject({ committedCents: 1_500_00, remainingCents: 8_500_00 });
    story.play(bocal, 'validateAmendment');
    expect(amendmentLines(story, 'atelier')).toEqual([['m1.a1.release', 1_000_00]]);
    expect(balance(story, 'atelier')).toMatchObject({ committedCents: 500_00, remainingCents: 9_500_00 });
  });

  it('refused after some had validated, leaves the amounts of the devis in force', () => {
    for (const split of [
      { atelier: 500_00, bocal: 3_500_00 },
      { atelier: 3_500_00, bocal: 500_00 },
    ]) {
      const story = amended(split);
      story.play(atelier, 'validateAmendment');
      story.play(bocal, 'refuseAmendment');
      for (const laureateId of ['atelier', 'bocal']) {
        expect(story.share(laureateId)).toMatchObject({
          shareCents: 1_500_00,
          subsidyCents: 1_500_00,
          amendment: null,
        });
        expect(balance(story, laureateId).committedCents).toBe(1_500_00);
      }
      story.play(expert, 'submitReport');
    }
  });

  it('may bring in the laureate’s own money when the subsidy is used up', () => {
    const story = amended({ atelier: 12_000_00, bocal: 1_500_00 });
    story.play(atelier, 'validateAmendment');
    expect(story.share('atelier')).toMatchObject({ subsidyCents: 10_000_00, ownCents: 2_000_00 });
    expect(balance(story, 'atelier').remainingCents).toBe(0);
  });
});

describe('An amendment in force', () => {
  /** A mission of one laureate, of 3 000 €, amended to `total`. */
  const alone = (total: number): Story => {
    const story = upTo('awaiting_report');
    story.play(expert, 'proposeAmendment', { devis: devisOf(story, expert, total, 'amended') });
    return story;
  };

  it.each([5_000_00, 1_000_00])(
    'is a version of its own, whose amounts are those of the devis in force: %d',
    (total) => {
      const story = alone(total);
      expect(story.submitted).toMatchObject({ version: 1, amounts: { includingVatCents: 3_000_00 } });
      const { submitted } = story.play(atelier, 'validateAmendment');
      expect(story.mission).toMatchObject({
        versions: 2,
        submission: { version: 2, devis: { fileId: 'm1-amended-noe' } },
      });
      expect(submitted).toMatchObject({
        version: 2,
        submission: { version: 2, devis: { fileId: 'm1-amended-noe' } },
        amounts: { includingVatCents: total },
        split: { atelier: total },
      });
      expect(story.share('atelier')).toMatchObject({ version: 2, shareCents: total });
      expect(story.refusal(expert, 'submitReport', { finals: { atelier: total + 1 } })).toBe('final-exceeds');
      expect(story.refusal(expert, 'submitReport', { finals: { atelier: total } })).toBeNull();
    },
  );

  it('is none while somebody has still to validate', () => {
    const story = amended({ atelier: 2_000_00, bocal: 3_000_00 });
    expect(story.play(atelier, 'validateAmendment').submitted).toBeNull();
    expect(story.mission).toMatchObject({ versions: 1, submission: { version: 1 } });
    expect(story.play(bocal, 'validateAmendment').submitted?.split).toEqual({ atelier: 2_000_00, bocal: 3_000_00 });
    expect([story.share('atelier').version, story.share('bocal').version]).toEqual([2, 2]);
  });

  it.each([5_000_00, 1_000_00])('is settled, reopened and voided as any devis: %d', (total) => {
    const story = alone(total);
    story.play(atelier, 'validateAmendment');
    story.play(expert, 'submitReport');
    story.play(atelier, 'confirmService');
    expect(balance(story, 'atelier')).toMatchObject({ committedCents: 0, settledCents: total });
    story.play(staff, 'reopen');
    expect(balance(story, 'atelier')).toMatchObject({ committedCents: total, settledCents: 0 });
    const { entries } = story.play(staff, 'cancel');
    expect(entries.map(({ entry }) => entry.id)).toEqual(['m1.v2.void']);
    expect(balance(story, 'atelier')).toMatchObject({ committedCents: 0, remainingCents: 10_000_00 });
  });

  it('gives way to another, under the next number and version', () => {
    const story = alone(5_000_00);
    story.play(atelier, 'validateAmendment');
    story.play(expert, 'proposeAmendment', { devis: devisOf(story, expert, 2_000_00, 'amended-again') });
    story.play(atelier, 'validateAmendment');
    expect(story.mission.submission?.version).toBe(3);
    expect(story.submitted?.amounts.includingVatCents).toBe(2_000_00);
    expect(balance(story, 'atelier').committedCents).toBe(2_000_00);
  });

  it('is validated by a laureate of the programme only', () => {
    const story = alone(5_000_00).change('atelier', { status: 'suspended' });
    expect(story.refusal(atelier, 'validateAmendment')).toBe('laureate-not-active');
    expect(story.change('atelier', { status: 'active' }).refusal(atelier, 'validateAmendment')).toBeNull();
  });
});

describe('A mission that ends with an amendment half validated', () => {
  it('is settled on the devis in force', () => {
    const story = amended({ atelier: 3_500_00, bocal: 500_00 });
    story.play(atelier, 'validateAmendment');
    expect(story.refusal(staff, 'endEarly', { finals: { atelier: 1_500_01, bocal: 0 } })).toBe('final-exceeds');
    story.play(staff, 'endEarly', { finals: { atelier: 1_500_00, bocal: 0 } });
    expect(balance(story, 'atelier')).toMatchObject({ committedCents: 0, settledCents: 1_500_00 });
    expect(story.share('atelier')).toMatchObject({ shareCents: 1_500_00, status: 'settled', amendment: null });
    expect(story.mission.openAmendment).toBeNull();
  });

  it('takes no more subsidy than was agreed on that devis, whatever the amendment would have added', () => {
    const story = upTo('awaiting_validation', requested('bocal'));
    story.play(atelier, 'validate', { subsidyCents: 1_000_00, ownCents: 500_00 });
    story.play(bocal, 'validate');
    story.play(expert, 'proposeAmendment');
    story.play(atelier, 'validateAmendment', { subsidyCents: 2_000_00, ownCents: 0 });
    story.play(staff, 'endEarly', { finals: { atelier: 1_500_00, bocal: 0 } });
    expect(balance(story, 'atelier')).toMatchObject({ settledCents: 1_000_00, remainingCents: 9_000_00 });
  });

  it('gives everything back when it is cancelled', () => {
    const story = amended({ atelier: 3_500_00, bocal: 500_00 });
    story.play(atelier, 'validateAmendment');
    story.play(staff, 'cancel');
    expect(balance(story, 'atelier')).toMatchObject({ committedCents: 0, remainingCents: 10_000_00 });
    expect(balance(story, 'bocal')).toMatchObject({ committedCents: 0, remainingCents: 10_000_00 });
  });
});

describe('A laureate that leaves while an amendment is open', () => {
  it('makes it fall, so that the mission goes on with the devis in force', () => {
    const story = amended({ atelier: 2_000_00, bocal: 2_000_00 });
    story.play(atelier, 'validateAmendment');
    story.play(bocal, 'leaveShared', { finalCents: 0 });
    expect(story.mission.openAmendment).toBeNull();
    expect(story.share('atelier')).toMatchObject({ shareCents: 1_500_00, amendment: null });
    expect(balance(story, 'atelier').committedCents).toBe(1_500_00);
    story.play(expert, 'submitReport');
  });

  it('is paid at most the share of the devis in force, whatever it had validated', () => {
    const story = amended({ atelier: 2_000_00, bocal: 2_000_00 });
    story.play(bocal, 'validateAmendment');
    expect(story.refusal(bocal, 'leaveShared', { finalCents: 1_500_01 })).toBe('final-exceeds');
    story.play(bocal, 'leaveShared', { finalCents: 1_000_00 });
    expect(balance(story, 'bocal')).toMatchObject({
      committedCents: 0,
      settledCents: 1_000_00,
      remainingCents: 9_000_00,
    });
  });
});
