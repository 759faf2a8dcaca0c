import { describe, expect, it } from 'vitest';
import type { Laureate } from '../documents/contexts.ts';
import { builtInForms } from '../domain/forms/built-in.ts';
import { atelier, bocal } from '../domain/laureates/testing/records.ts';
import { answersTo } from '../domain/missions/testing/answers.ts';
import { requested, upTo } from '../domain/missions/testing/journeys.ts';
import { signatory } from '../domain/missions/testing/people.ts';
import type { Story } from '../domain/missions/testing/story.ts';
import { type Asked, devisSummaryOf, feedbackOf, type Shared } from './asked-contexts.ts';

const party: Laureate = { name: 'Atelier du Lac', siret: '55210055400013', territory: 'Finistère, Bretagne' };
const shared: Shared = {
  ...{ programme: 'Manufactures de proximité', originalAddress: 'https://exemple.fr/laureat', laureates: [party] },
  mission: { reference: 'm1', need: '', subthemes: [], plannedStart: '2024-03-05', plannedEnd: '2024-04-05' },
  expert: { company: 'La Forge', siret: '73282932000074', consultants: [] },
};
const devis = {
  ...{ number: 'D-1', validUntil: '2030-01-01', lines: [], vatRows: [] },
  ...{ exclVatCents: 3_000_00, inclVatCents: 3_000_00 },
};

function askedOf(story: Story): Asked {
  const { submitted } = story;
  if (submitted === null) throw new Error('nothing is handed in');
  const remaining = (record: typeof atelier) => ({
    ...record,
    balance: { ...record.balance, remainingCents: story.remaining(record.id) },
  });
  return {
    ...{ mission: story.mission, submitted, shares: Object.values(story.shares), files: [] },
    ...{ given: null, form: null, settings: story.settings },
    laureates: [remaining(atelier), remaining(bocal)],
    request: { at: story.now, fileId: 'f1' },
  };
}

const summary = (story: Story, laureateId: string | null) =>
  devisSummaryOf(askedOf(story), shared, { devis, laureateId });

describe('The summary of a devis', () => {
  const together = upTo('awaiting_validation', requested('bocal'));

  it('shows a laureate of a shared mission its own part, and not one figure of the others nor of the whole', () => {
    const { amounts } = summary(together, 'atelier');
    expect(amounts).toMatchObject({ shared: true, own: { laureate: 'Atelier du Lac', estimated: true } });
    expect(amounts).not.toHaveProperty('whole');
    expect(JSON.stringify(amounts)).not.toContain('Bocal');
  });

  it('shows the expert and the team all of it, part by part', () => {
    const { amounts } = summary(together, null);
    expect(amounts).toMatchObject({
      whole: { inclVatCents: 3_000_00 },
      parts: [{ laureate: 'Atelier du Lac' }, { laureate: 'Le Bocal' }],
    });
  });

  it('tells the expert nothing of what remains to a laureate before it decides', () => {
    const poor = (remainingCents: number): ReturnType<typeof devisSummaryOf> => {
      const asked = askedOf(upTo('awaiting_validation'));
      const laureates = asked.laureates.map((one) => ({ ...one, balance: { ...one.balance, remainingCents } }));
      return devisSummaryOf({ ...asked, laureates }, shared, { devis, laureateId: null });
    };
    expect(poor(1_00)).toEqual(poor(20_000_00));
    expect(poor(1_00).amounts).toMatchObject({ parts: [{ state: 'à valider, si la subvention y suffit' }] });
    expect(partsOf(upTo('awaiting_validation'))).toMatchObject([{ state: 'à valider', estimated: true }]);
  });

  it('shows a laureate that pays alone all of it', () => {
    expect(summary(upTo('awaiting_validation'), 'atelier').amounts).toMatchObject({ parts: [{ state: 'à valider' }] });
  });

  it('says what a decided part costs, and no longer what it would', () => {
    const story = upTo('awaiting_validation');
    const [before] = partsOf(story);
    story.play(signatory('atelier'), 'validate');
    const [after] = partsOf(story);
    expect([before?.estimated, after?.estimated]).toEqual([true, false]);
    expect(after).toMatchObject({ state: 'engagée', subsidyCents: before?.subsidyCents, ownCents: before?.ownCents });
  });

  it('says that the devis is past its date, in its own words and in those of the warnings', () => {
    const story = upTo('awaiting_validation');
    expect(summary(story, null)).toMatchObject({ devis: { expired: false }, warnings: [] });
    story.daysLater(400);
    const late = summary(story, null);
    expect(late.devis.expired).toBe(true);
    expect(late.warnings.join()).toContain('Le devis était valable jusqu’au');
  });
});

function partsOf(story: Story) {
  const { amounts } = summary(story, 'atelier');
  return 'parts' in amounts ? amounts.parts : [];
}

describe('A bilan', () => {
  const form = builtInForms.feedback;

  it('has what was chosen apart from what was written, in the order of the form', () => {
    const given = {
      missionId: 'm1',
      laureateId: 'atelier',
      expertId: 'forge',
      at: 1,
      formVersion: 1,
      answers: answersTo(form),
    };
    const { sections } = feedbackOf({ given, form, request: { at: 1, fileId: 'f1' } }, shared, party);
    const asked = form.sections.flatMap(({ questions }) => questions.map(({ label }) => label));
    expect(sections.flatMap(({ chosen, written }) => [...chosen, ...written].map(({ label }) => label))).toEqual(asked);
    expect(sections[0]?.chosen.every(({ answer }) => answer !== '')).toBe(true);
  });

  it('that was not given can not be printed', () => {
    expect(() => feedbackOf({ given: null, form, request: { at: 1, fileId: 'f1' } }, shared, party)).toThrow(
      'no feedback',
    );
  });
});
