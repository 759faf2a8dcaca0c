import { describe, expect, it } from 'vitest';
import { builtInForms } from '../forms/built-in.ts';
import { defaultSettings } from '../programme/settings.ts';
import { feedbackFigures } from './feedback.ts';
import { feedbackOf, figuresFacts, missionBy } from './testing/facts.ts';

/** `count` laureates gave their feedback of a mission of their own, with this expert and on these sub-themes. */
function given(expertId: string, subthemes: readonly string[], answers: readonly string[]) {
  const missions = answers.map((_, index) => missionBy(expertId, `${expertId}.${subthemes}.${index}`, subthemes));
  const feedback = answers.map((answer, index) =>
    feedbackOf(missions[index]?.id ?? '', `${expertId}${subthemes}${index}`, answer),
  );
  return { missions, feedback };
}
function figuresFrom(...parts: ReturnType<typeof given>[]) {
  return feedbackFigures(
    figuresFacts({
      missions: parts.flatMap(({ missions }) => missions),
      feedback: parts.flatMap(({ feedback }) => feedback),
    }),
  );
}
const times = (count: number, answer: string) => Array.from({ length: count }, () => answer);
const overallOf = ({ questions }: ReturnType<typeof feedbackFigures>) => questions.find(({ id }) => id === 'overall');

describe('The figures of feedback', () => {
  it('count how laureates answered, by theme and by expert', () => {
    const figures = figuresFrom(
      given('a', ['1.1'], [...times(5, 'Satisfaisant'), 'Pas satisfaisant']),
      given('b', ['2.1'], times(5, 'Très satisfaisant')),
    );
    expect(overallOf(figures)).toMatchObject({
      choices: ['Très satisfaisant', 'Satisfaisant', 'Peu satisfaisant', 'Pas satisfaisant'],
      all: { answers: 11, counts: [5, 5, 0, 1] },
      themes: [
        { label: 'Stratégie foncière', answers: 6, counts: [0, 5, 0, 1] },
        { label: 'Stratégie juridique', answers: 5, counts: [5, 0, 0, 0] },
      ],
      experts: [
        { label: 'Expert a', answers: 6 },
        { label: 'Expert b', answers: 5 },
      ],
    });
  });

  it('put what is too small together, in a last row, so that each division adds up', () => {
    const overall = overallOf(
      figuresFrom(
        given('a', ['1.1', '2.1'], times(6, 'Satisfaisant')),
        given('b', ['1.1'], times(3, 'Satisfaisant')),
        given('c', ['2.1'], times(3, 'Peu satisfaisant')),
      ),
    );
    expect(overall?.themes.map(({ label, answers }) => [label, answers])).toEqual([
      ['Plusieurs thématiques', 6],
      ['Autres thématiques, réunies', 6],
    ]);
    expect(overall?.experts.map(({ label, answers }) => [label, answers])).toEqual([
      ['Expert a', 6],
      ['Autres experts, réunis', 6],
    ]);
  });

  it('say nothing at all below the least, and how many there are', () => {
    const figures = figuresFrom(given('a', ['1.1'], times(4, 'Satisfaisant')));
    expect(figures).toMatchObject({ given: 4, least: defaultSettings.feedbackLeast });
    expect(overallOf(figures)).toMatchObject({ all: null, themes: [], experts: [] });
  });

  it('never have a word that somebody typed, nor the name of a laureate', () => {
    const text = JSON.stringify(figuresFrom(given('a', ['1.1'], times(9, 'Satisfaisant'))));
    expect(text).toContain('Expert a');
    expect(text).not.toContain('Secret');
    expect(text).not.toContain('a1.10');
  });

  it('stop at the end of the last month, so that one more feedback moves none of them', () => {
    const { missions, feedback } = given('a', ['1.1'], times(6, 'Satisfaisant'));
    const [last, ...others] = feedback;
    if (last === undefined) throw new Error('six were given');
    const late = { ...last, at: Date.parse('2024-03-31T22:00:00Z') };
    const inTime = { ...last, at: late.at - 1 };
    const countOf = (all: typeof feedback) =>
      overallOf(feedbackFigures(figuresFacts({ missions, feedback: all })))?.all?.answers;
    expect([countOf([...others, late]), countOf([...others, inTime])]).toEqual([5, 6]);
  });

  it('keep one question through the versions of the form, in its newest words', () => {
    const { missions, feedback } = given('a', ['1.1'], times(5, 'Satisfaisant'));
    const [section] = builtInForms.feedback.sections;
    const choices = ['Très satisfaisant', 'Décevant'];
    const questions = [{ id: 'overall', label: 'La mission fut…', kind: 'choice', choices, required: true }] as const;
    const feedbackForm = { ...builtInForms.feedback, version: 2, sections: [{ title: section.title, questions }] };
    const facts = figuresFacts({ missions, feedback, feedbackForm, feedbackForms: [builtInForms.feedback] });
    expect(overallOf(feedbackFigures(facts))).toMatchObject({
      label: 'La mission fut…',
      choices: ['Très satisfaisant', 'Décevant', 'Satisfaisant', 'Peu satisfaisant', 'Pas satisfaisant'],
      all: { counts: [0, 0, 5, 0, 0] },
    });
  });
});
