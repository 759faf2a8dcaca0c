import { expect, it } from 'vitest';
import { chartDescription, chartRows } from './summary-words.ts';

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

it('Rows without money have no bar', () => {
  const rows = chartRows({ rows: [row('Bretagne', 0, 0)] });
  expect(rows[0]?.pieces.map(({ part }) => part)).toEqual([0, 0]);
});
