import { expect, it } from 'vitest';
import { missionOf } from '../summaries/testing/programme.ts';
import { monthRows } from './months.ts';
import { april } from './testing/facts.ts';

const on = (day: string) => Date.parse(`${day}T11:00:00Z`);

it('Missions are counted in the month of each of their steps, from the first one to the month that goes on', () => {
  const closed = missionOf('m1', ['1.1'], 'closed');
  const asked = missionOf('m2', ['1.1'], 'awaiting_expert');
  const missions = [
    { ...closed, createdAt: on('2023-12-31'), validatedAt: on('2024-02-01') },
    // Half past eleven in the evening, in UTC: the next month has begun in Paris.
    { ...asked, createdAt: Date.parse('2024-01-31T23:30:00Z'), validatedAt: null },
  ];
  expect(monthRows({ missions, at: april })).toEqual([
    { month: '2023-12', requests: 1, validations: 0, reports: 0 },
    { month: '2024-01', requests: 0, validations: 0, reports: 0 },
    { month: '2024-02', requests: 1, validations: 1, reports: 0 },
    { month: '2024-03', requests: 0, validations: 0, reports: 1 },
    { month: '2024-04', requests: 0, validations: 0, reports: 0 },
  ]);
  expect(monthRows({ missions: [], at: april })).toEqual([]);
});
