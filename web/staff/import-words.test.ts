import { expect, test } from 'vitest';
import { importWords } from './import-words.ts';

const nothing = { created: 0, updated: 0, unchanged: 0, written: false, changes: [], problems: [], left: [] };
const problem = { line: 4, column: 'siret', value: '12', reason: 'le SIRET a 14 chiffres' };

function plain(report: Parameters<typeof importWords>[0]): string {
  return importWords(report).sentence.replaceAll('\u00a0', ' ');
}

test('a file says what it would change', () => {
  expect(plain({ ...nothing, created: 12, updated: 1, unchanged: 85 })).toBe(
    '12 lauréats à ajouter, 1 lauréat à mettre à jour, 85 lauréats déjà à jour.',
  );
  expect(importWords({ ...nothing, created: 12, updated: 1 }).toWrite).toBe(13);
});

test('a line in error counts once, however many of its cells are wrong', () => {
  const report = { ...nothing, problems: [problem, { ...problem, column: 'nom' }] };
  expect(importWords(report).linesInError).toBe(1);
  expect(plain(report)).toBe('1 ligne en erreur.');
});

test('a file that was written says what it changed, and leaves nothing to write', () => {
  const report = { ...nothing, created: 2, written: true, problems: [problem] };
  expect(plain(report)).toBe('2 lauréats ajoutés, 1 ligne laissée de côté.');
  expect(importWords(report).toWrite).toBe(0);
});

test('an empty file says so', () => {
  expect(plain(nothing)).toBe('Le fichier ne contient aucun lauréat.');
});
