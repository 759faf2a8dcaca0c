import { describe, expect, it } from 'vitest';
import { expertWords } from '../experts/expert-address.ts';
import { laureateWords } from '../laureates/laureate-address.ts';
import { missionWords } from '../missions/mission-address.ts';
import { figurePartIn, figurePartLinks } from './figure-parts.ts';
import {
  barsDescription,
  CHARTED_MONTHS,
  directoryAddress,
  listAddress,
  monthColumns,
  monthsDescription,
  needWords,
  wholeBars,
} from './figure-words.ts';

const months = Array.from({ length: 14 }, (_, index) => ({
  month: index < 4 ? `2025-${String(index + 9).padStart(2, '0')}` : `2026-${String(index - 3).padStart(2, '0')}`,
  value: index,
}));

describe('A chart of months', () => {
  it('shows a year of them, and says which year where it begins', () => {
    const columns = monthColumns(months);
    expect(columns).toHaveLength(CHARTED_MONTHS);
    expect(columns.slice(0, 3).map(({ label, under }) => [label, under])).toEqual([
      ['nov.', '2025'],
      ['déc.', ''],
      ['janv.', '2026'],
    ]);
  });

  it('is told to who does not see it', () => {
    expect(monthsDescription(months)).toBe(
      '90 en 12 mois ; le plus : 13, en octobre 2026. Chaque mois est dans le tableau qui suit.',
    );
    expect(monthsDescription([{ month: '2026-10', value: 0 }])).toBe(
      '0 en 1 mois. Chaque mois est dans le tableau qui suit.',
    );
  });
});

describe('Bars', () => {
  const rows = [
    { label: 'Court', size: 2, value: '2 jours' },
    { label: 'Long', size: 8, value: '8 jours' },
  ];
  it('are parts of the longest', () =>
    expect(wholeBars(rows).map(({ pieces }) => pieces.map(({ part }) => part))).toEqual([[0.25], [1]]));
  it('are told to who does not see them', () => {
    expect(barsDescription(rows)).toMatch(/^Le plus : Long, 8 jours\. /);
    expect(barsDescription([])).not.toContain('Le plus');
  });
});

it('A need is said with how many answer it, in words where nobody does', () => {
  expect(needWords({ laureates: 12, experts: 3 })).toBe(`12 pour 3\u00a0experts`);
  expect(needWords({ laureates: 12, experts: 1 })).toBe(`12 pour 1\u00a0expert`);
  expect(needWords({ laureates: 12, experts: 0 })).toBe('12, sans expert');
});

it('A link to the directory says the theme and the region, as its search does', () => {
  const { searchParams } = new URL(
    directoryAddress({ thematique: '4', region: 'Île-de-France' }),
    'https://exemple.fr',
  );
  expect(Object.fromEntries(searchParams)).toEqual({ thematique: '4', region: 'Île-de-France' });
});

it('A figure leads to the list of what it counts, as that list reads its address', () => {
  const parametersIn = (address: string) => new URL(address, 'https://exemple.fr').searchParams;
  const experts = parametersIn(listAddress('experts', { theme: '4', etat: 'published' }));
  expect(expertWords.filtersIn(experts)).toMatchObject({ theme: '4', state: 'published' });
  const missions = parametersIn(listAddress('missions', { region: 'Bretagne' }));
  expect(missionWords.filtersIn(missions)).toMatchObject({ region: 'Bretagne' });
  const laureates = parametersIn(listAddress('laureats', { region: 'Bretagne', statut: 'active' }));
  expect(laureateWords.filtersIn(laureates)).toMatchObject({ region: 'Bretagne', status: 'active' });
  for (const [words, parameters] of [
    [expertWords, experts],
    [missionWords, missions],
    [laureateWords, laureates],
  ] as const)
    expect(parameters.get('vue')).toBe(words.part);
});

it('Each part of the figures has an address, and an unknown one is the first', () => {
  for (const { href, current } of figurePartLinks('argent')) {
    const { searchParams } = new URL(href, 'https://exemple.fr');
    expect(figurePartIn(searchParams) === 'argent').toBe(current);
  }
  expect(figurePartIn(new URLSearchParams('partie=inconnue'))).toBe('missions');
});
