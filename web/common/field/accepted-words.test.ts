import { pieceKinds } from '@sur-mesure/functions/domain/dossiers/pieces';
import { expect, test } from 'vitest';
import { acceptedEndings, largestAccepted } from '../deposits/accepted.ts';
import { acceptedWords } from './accepted-words.ts';

test('what is accepted is said by the programs people know, with the largest size', () => {
  const words = acceptedWords(acceptedEndings('other'), 20_000_000);
  expect(words).toBe('PDF, photos et images, Word, Excel, PowerPoint, LibreOffice, CSV, texte : 20\u00a0Mo au plus.');
  expect(acceptedWords(['csv', 'dwg'], 1_000)).toBe('CSV, DWG : 1\u00a0Ko au plus.');
});

test('of a logo, a page says its own size, which is less than what it takes otherwise', () => {
  expect([largestAccepted('logo', 20_000_000), largestAccepted('other', 20_000_000)]).toEqual([500_000, 20_000_000]);
  expect(acceptedWords(acceptedEndings('logo'), 500_000)).toBe('PNG, JPG, JPEG : 500\u00a0Ko au plus.');
});

test('where only a PDF is, one is told how to make it, from a computer and from a phone', () => {
  const words = acceptedWords(acceptedEndings('devis'), 10_000_000);
  expect(words).toMatch(/^PDF : 10\u00a0Mo au plus\. .*Word.*téléphone/);
});

test('every piece accepts a PDF, but a logo, which is a picture; and none an archive or a program', () => {
  expect(acceptedEndings('logo')).toEqual(['png', 'jpg', 'jpeg']);
  for (const piece of pieceKinds) {
    expect(acceptedEndings(piece)).toContain(piece === 'logo' ? 'png' : 'pdf');
    for (const refused of ['zip', 'exe', 'docm', 'html', 'svg']) expect(acceptedEndings(piece)).not.toContain(refused);
  }
});
