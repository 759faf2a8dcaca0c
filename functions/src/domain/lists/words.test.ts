import { expect, it } from 'vitest';
import { hasWords, isNumberOf } from './words.ts';

it('Words are found in any order, whatever accents, capitals and apostrophes', () => {
  expect(hasWords("L’Économie d'à côté", 'cote ECONOMIE')).toBe(true);
  expect(hasWords("L’Économie d'à côté", 'economie rurale')).toBe(false);
  expect(hasWords('Rien', '')).toBe(true);
});

it('A company is found by its SIREN or SIRET, and not by a digit of it', () => {
  const sirets = ['73282932000074'];
  expect([isNumberOf(sirets, '732 829 320'), isNumberOf(sirets, '73282932000074')]).toEqual([true, true]);
  expect([isNumberOf(sirets, '3'), isNumberOf(sirets, '732829321'), isNumberOf(sirets, '')]).toEqual([
    false,
    false,
    false,
  ]);
});
