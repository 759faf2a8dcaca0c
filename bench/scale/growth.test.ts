import { expect, it } from 'vitest';
import { goalsOf, mostReads } from './growth.ts';

const [small, large] = [
  { missions: 70, laureates: 24, experts: 14 },
  { missions: 10_010, laureates: 3_432, experts: 2_002 },
] as const;

it('What may be read of a larger programme follows the rule of what reads it', () => {
  expect(mostReads('not', 33, small, large)).toBe(33);
  // 21, 7 and 5 documents of lines where there was one of each.
  expect(mostReads('lists', 33, small, large)).toBe(63);
  expect(mostReads(200, 44, small, large)).toBe(200);
  expect(mostReads('all', 100, small, large)).toBe(15_730);
});

it('An answer that has a limit of its own is held to it at ten times the programme, and the heaviest to that of all', () => {
  const measure = (bytes: number) => ({ reads: 1, writes: 0, requests: 1, milliseconds: 1, bytes });
  const sized = (size: typeof small | typeof large, bytes: number) => ({
    size,
    measures: new Map([
      ['page home', { grows: 'not' as const, mostKB: 10, measure: measure(bytes) }],
      ['page list', { grows: 'not' as const, measure: measure(2 * bytes) }],
    ]),
  });
  const answers = goalsOf([sized(small, 2_000), sized(large, 8_000)]).filter(({ unit }) => unit === 'KB');
  expect(answers).toMatchObject([
    { name: 'heaviest page answers, at 10010', ours: 16, reference: 250 },
    { name: 'page home answers, at 10010', ours: 8, reference: 10 },
  ]);
});
