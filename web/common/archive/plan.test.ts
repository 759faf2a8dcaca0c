import type { FileRow } from '@sur-mesure/functions/domain/missions/views';
import { describe, expect, test } from 'vitest';
import { fileRow } from '../testing/fixtures.ts';
import { archiveParts, contentsText } from './plan.ts';

let count = 0;
const file = (name: string, more: Partial<FileRow> = {}) =>
  fileRow(`f${++count}`, { name, createdAt: Date.UTC(2025, 2, 4, 13, 5), sha256: 'a'.repeat(64), ...more });
const paths = (files: readonly FileRow[], largest?: number) =>
  archiveParts(files, largest).map((part) => part.map(({ path }) => path));

describe('an archive', () => {
  test('has a folder for each piece, and names that differ by more than capitals', () => {
    expect(paths([file('plan.pdf'), file('Plan.PDF'), file('plan.pdf', { piece: 'devis' })])).toEqual([
      ['Autre document/plan.pdf', 'Autre document/Plan (2).PDF', 'Devis/plan.pdf'],
    ]);
  });

  test('keeps former versions apart', () => {
    const former = file('note.pdf', { fileId: 'old' });
    expect(paths([file('note.pdf', { replacesId: 'old' }), former])).toEqual([
      ['Autre document/note.pdf', 'Autre document/Anciennes versions/note.pdf'],
    ]);
  });

  test('comes in parts that a phone can hold, and a larger file is a part alone', () => {
    const files = [file('a', { size: 60 }), file('b', { size: 40 }), file('c', { size: 1 }), file('d', { size: 150 })];
    expect(paths(files, 100)).toEqual([
      ['Autre document/a', 'Autre document/b'],
      ['Autre document/c'],
      ['Autre document/d'],
    ]);
    expect(paths([], 100)).toEqual([]);
  });
});

test('the list says what each file is, and what is missing with the reason', () => {
  const [[kept, failed] = []] = archiveParts([file('plan.pdf'), file('photo.heic', { piece: 'working' })]);
  if (kept === undefined || failed === undefined) throw new Error('two files make two entries');
  const text = contentsText({
    title: 'Dossier de La Filature',
    now: Date.UTC(2025, 2, 5),
    kept: [kept],
    failed: [{ entry: failed, reason: 'La connexion a été coupée.' }],
  });
  expect(text.startsWith('\uFEFFDossier de La Filature\r\n')).toBe(true);
  expect(text).toContain(`SHA-256 : ${'a'.repeat(64)}`);
  expect(text).toContain('déposé le mardi 4 mars 2025 à 14:05 par Anne Le Goff');
  expect(text).toMatch(/MANQUENT[\s\S]*photo\.heic\r\n {2}La connexion a été coupée\./);
});
