import { expect, test } from 'vitest';
import { authorOf, effectOf } from './line-words.ts';

test('a line says what it adds or takes, and a memo that it does neither', () => {
  const shown = [500_00, -3_000_00, 0].map((cents) => effectOf({ cents }).replaceAll(/[\u00a0\u202f]/g, ' '));
  expect(shown).toEqual(['+ 500,00 €', '− 3 000,00 €', 'sans effet']);
});

test('and who wrote it', () => {
  expect(authorOf({ number: 3, byName: 'Anne Le Goff' })).toBe('Ligne 3, par Anne Le Goff');
});
