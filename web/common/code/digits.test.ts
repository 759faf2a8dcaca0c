import { expect, test } from 'vitest';
import { digitsOf } from './digits.ts';

test.each([
  ['048213', '048213'],
  ['048 213', '048213'],
  [' 048\u00a0213\n', '048213'],
  ['Votre code : 048213', '048213'],
  ['0482139', '048213'],
  ['04', '04'],
  ['', ''],
])('%j is the code « %s »', (typed, expected) => {
  expect(digitsOf(typed)).toBe(expected);
});
