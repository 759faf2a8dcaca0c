import { expect, it } from 'vitest';
import { mostReads } from './growth.ts';

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
