import { expect, test } from 'vitest';
import { rateOf } from './rate.ts';

test('a rate is read as it is written, and is at most the whole', () => {
  expect(['20', ' 5,5 % ', '8.5', '2,1', '100'].map(rateOf)).toEqual([2_000, 550, 850, 210, 10_000]);
  expect(['', 'vingt', '-5', '100,01', '5,555'].map(rateOf)).toEqual([null, null, null, null, null]);
});
