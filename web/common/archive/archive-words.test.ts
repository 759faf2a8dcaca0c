import { expect, test } from 'vitest';
import { progressOf, readySentence } from './archive-words.ts';

const spaced = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

test('progress is said in documents and bytes, and never past the end', () => {
  const total = { files: 1_200, bytes: 12_000_000 };
  const { label, ratio, figure } = progressOf({ total, done: { files: 45, bytes: 3_000_000 } });
  expect(spaced(label)).toBe('Préparation de l’archive, 45 documents sur 1 200');
  expect([ratio, spaced(figure)]).toEqual([0.25, '3 Mo sur 12 Mo']);
  expect(progressOf({ total, done: { files: 1_200, bytes: 13_000_000 } }).ratio).toBe(1);
  // Nothing but texts: there is nothing to wait for.
  expect(progressOf({ total: { files: 0, bytes: 0 }, done: { files: 0, bytes: 0 } }).ratio).toBe(1);
  expect(progressOf({ total: null, done: { files: 0, bytes: 0 } }).ratio).toBe(0);
});

test('one that is ready says its size, when it was made and when it goes', () => {
  const readyAt = Date.UTC(2025, 2, 4, 13, 5);
  expect(spaced(readySentence({ size: 12_400_000, readyAt, expiresAt: Date.UTC(2025, 2, 11, 13, 5) }))).toBe(
    '12,4 Mo, préparée le mardi 4 mars 2025 à 14:05. Elle s’efface le mardi 11 mars 2025.',
  );
});
