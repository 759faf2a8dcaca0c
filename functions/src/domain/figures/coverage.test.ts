import { describe, expect, it } from 'vitest';
import { award, commit } from '../subsidy/testing/entries.ts';
import { laureateOf, line, missionOf, within } from '../summaries/testing/programme.ts';
import { coverStateOf } from './coverage.ts';
import { figuresOf } from './figures.ts';
import { figuresFacts } from './testing/facts.ts';

const noteOn = (...subthemes: string[]) => ({ version: 1, at: within, subthemes, accepted: true });
const facts = figuresFacts({
  laureates: [
    laureateOf('atelier', { region: 'Bretagne', note: noteOn('1.1', '1.2', '4.1') }),
    laureateOf('bocal', { region: 'Occitanie', note: noteOn('1.1') }),
    laureateOf('gone', { region: 'Corse', status: 'withdrawn', note: noteOn('2.1') }),
  ],
  missions: [missionOf('m1', ['4.1']), missionOf('m2', ['1.1'], 'closed')],
  lines: [line('atelier', within, award(10_000_00)), line('atelier', within, commit(1_000_00, 'm1'))],
  cards: [
    { subthemes: ['1.1'], regions: ['Bretagne'] },
    { subthemes: ['4.1'], regions: ['Occitanie', 'Normandie'] },
  ],
});
const { coverage } = figuresOf(facts);
const themed = (id: string) => coverage.themes.find((theme) => theme.id === id);

describe('Coverage', () => {
  it('has the needs, the missions, the experts and the money of each theme and sub-theme', () => {
    expect(themed('1')).toMatchObject({ laureates: 2, liveMissions: 0, missions: 1, experts: 1, committedCents: 0 });
    expect(themed('1')?.subthemes.map(({ id, laureates, experts }) => [id, laureates, experts])).toEqual([
      ['1.1', 2, 1],
      ['1.2', 1, 0],
      ['1.3', 0, 0],
    ]);
    expect(themed('4')).toMatchObject({ laureates: 1, liveMissions: 1, experts: 1, committedCents: 1_000_00 });
  });

  it('never gives one theme the money of another that is called alike', () => {
    const themes = facts.settings.themes.map((theme) => ({ ...theme, label: 'Stratégie' }));
    const alike = figuresOf({ ...facts, settings: { ...facts.settings, themes } }).coverage;
    const committed = alike.themes.filter(({ committedCents }) => committedCents > 0);
    expect(committed.map(({ id, committedCents }) => [id, committedCents])).toEqual([['4', 1_000_00]]);
  });

  it('counts the needs of active laureates alone', () => {
    expect(themed('2')).toMatchObject({ laureates: 0, experts: 0 });
    expect(coverage.regions.find(({ region }) => region === 'Corse')?.laureates).toBe(0);
  });

  it('has the missions of a region by where those who take part are', () => {
    const [bretagne, occitanie] = ['Bretagne', 'Occitanie'].map((name) =>
      coverage.regions.find(({ region }) => region === name),
    );
    expect(bretagne).toMatchObject({
      laureates: 1,
      liveMissions: 1,
      missions: 2,
      experts: 1,
      committedCents: 1_000_00,
    });
    expect(occitanie).toMatchObject({ laureates: 1, missions: 0, experts: 1, committedCents: 0 });
  });

  it('says which theme is asked for in a region where no expert has both', () => {
    expect(coverage.gaps.map(({ themeId, region, laureates }) => [themeId, region, laureates])).toEqual([
      ['1', 'Occitanie', 1],
      ['4', 'Bretagne', 1],
    ]);
  });

  it.each([
    ['unasked', { laureates: 0, liveMissions: 0, experts: 0 }],
    ['uncovered', { laureates: 1, liveMissions: 0, experts: 0 }],
    ['uncovered', { laureates: 0, liveMissions: 1, experts: 0 }],
    ['thin', { laureates: 1, liveMissions: 0, experts: 1 }],
    ['covered', { laureates: 1, liveMissions: 0, experts: 2 }],
  ] as const)('is called %s of %o', (state, covered) => expect(coverStateOf(covered)).toBe(state));
});
