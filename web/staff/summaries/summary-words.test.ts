import { summaryOf } from '@sur-mesure/functions/domain/summaries/figures';
import { factsWith, missionOf, monday } from '@sur-mesure/functions/domain/summaries/testing/programme';
import { expect, it } from 'vitest';
import { chartDescription, chartRows, foldedAfter, keyFigures, withoutMoney } from './summary-words.ts';

const spent = (settledCents: number, committedCents: number) => ({ settledCents, committedCents, paidCents: 0 });
const row = (label: string, settledCents: number, committedCents: number) => ({
  ...{ label, count: 1, before: spent(0, 0) },
  after: spent(settledCents, committedCents),
});

it('The longest bar is the largest row, and what is said of it is what the eye sees', () => {
  const rows = chartRows({ rows: [row('Bretagne', 100_00, 100_00), row('Corse', 300_00, 100_00)] });
  expect(rows.map(({ pieces }) => pieces.map(({ part }) => part))).toEqual([
    [0.25, 0.25],
    [0.75, 0.25],
  ]);
  expect(chartDescription(rows).replaceAll(/\s+/g, ' ')).toMatch(/^Le plus grand : Corse, 400,00 €\./);
});

it('Rows without money have no bar: they are named apart', () => {
  const table = { rows: [row('Bretagne', 0, 0), row('Corse', 0, 100_00), row('Mayotte', 100_00, 0)] };
  expect(chartRows(table).map(({ label }) => label)).toEqual(['Corse', 'Mayotte']);
  expect(withoutMoney(table)).toEqual(['Bretagne']);
});

it('A long list shows its first rows; one that is read at a glance is never folded for a row or two', () => {
  expect([0, 1, 5, 6, 40].map(foldedAfter)).toEqual([0, 1, 5, 3, 3]);
});

it('The figures of a summary agree with what they count, and say since when the oldest waits', () => {
  const waiting = { ...missionOf('m1', ['4.2'], 'awaiting_validation'), since: monday - 12 * 24 * 3_600_000 };
  const held = missionOf('m2', ['4.2'], 'on_hold');
  const figures = keyFigures(summaryOf(factsWith({ missions: [waiting, held] })));
  expect(figures.map(({ value, words }) => `${value} ${words}`)).toEqual([
    '1 attente, la plus ancienne depuis 12\u00a0jours',
    '1 mission bloquée',
    '0 rapport en retard',
    '0 subvention presque épuisée',
    '0 accès qui prend fin',
    '1 sous-thématique sans expert',
  ]);
  const [none] = keyFigures(summaryOf(factsWith({})));
  expect(none).toMatchObject({ value: '0', words: 'attente' });
});
