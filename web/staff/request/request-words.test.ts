import { expect, test } from 'vitest';
import { pressWords, requestedWords } from './request-words.ts';

test('the button of the team says who is asked, and what left says whom a mail reaches', () => {
  expect(pressWords([])).toBe('Demander la mission');
  expect(pressWords(['La Forge'])).toBe('Demander la mission à La Forge');
  expect(pressWords(['La Forge', 'Tisse'])).toMatch(/^Demander la mission à 2\sexperts$/);
  expect(requestedWords.title(1)).toBe('La demande est partie');
  expect(requestedWords.title(2)).toBe('Les 2 demandes sont parties');
  expect(requestedWords.follows(2)).toContain('chaque expert');
});
