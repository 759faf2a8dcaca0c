import { expect, test } from 'vitest';
import { spaced } from './french-spacing.ts';

test.each([
  ['Votre note : sans elle, rien ?', 'Votre note\u00a0: sans elle, rien\u202f?'],
  ['« Valider » ; puis', '«\u00a0Valider\u00a0»\u202f; puis'],
  ['https://exemple.fr à 12:30', 'https://exemple.fr à 12:30'],
  [' : ', ' : '],
])('%j keeps its marks with their words', (typed, shown) => {
  expect(spaced(typed)).toBe(shown);
  expect(spaced(shown)).toBe(shown);
});
