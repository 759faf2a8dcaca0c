import { describe, expect, test } from 'vitest';
import { looksLikeEmail, pathToAsk, tokenIn } from './link-token.ts';

describe('the token of a mailed link', () => {
  test('is read from the fragment, decoded', () => {
    expect(tokenIn('#jeton=a%2Bb_c-1')).toBe('a+b_c-1');
  });
  test.each(['', '#', '#jeton=', '#contenu'])('is absent from %j', (hash) => {
    expect(tokenIn(hash)).toBeUndefined();
  });
});

test('a link leads back to the page without its fragment, or to one’s own space', () => {
  expect(pathToAsk('/decision?mission=12#confirmer')).toBe('/decision?mission=12');
  expect(pathToAsk(undefined)).toBe('/');
});

test.each([
  ['lea@atelier-du-lac.fr', true],
  [' lea@atelier.fr ', true],
  ['lea@atelier', false],
  ['lea atelier.fr', false],
  ['lea@atelier.', false],
])('%j as an address: %s', (typed, expected) => {
  expect(looksLikeEmail(typed)).toBe(expected);
});
