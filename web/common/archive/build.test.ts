import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { type Refusal, refuse } from '@sur-mesure/functions/domain/refusal';
import { expect, test } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import type { FetchedFile } from '../reader/fetch-file.ts';
import { fileRow } from '../testing/fixtures.ts';
import { buildArchive } from './build.ts';
import { archiveParts } from './plan.ts';

const content = new Map([
  ['a', 'Le plan'],
  ['b', 'Le budget'],
  ['c', 'Autre chose que ce qui fut déposé'],
]);
const file = (fileId: string, text: string) =>
  fileRow(fileId, {
    piece: 'working',
    name: `${fileId}.txt`,
    size: text.length,
    contentType: 'text/plain',
    createdAt: Date.UTC(2025, 2, 4),
    sha256: createHash('sha256').update(text).digest('hex'),
  });
const [entries = []] = archiveParts([
  file('a', 'Le plan'),
  file('b', 'Le budget'),
  file('c', 'Ce qui fut déposé'),
  file('d', 'Coupé'),
]);

async function fetchFile(fileId: string): Promise<FetchedFile | Refusal> {
  const text = content.get(fileId);
  return text === undefined
    ? refuse('file_unavailable', 'La connexion a été coupée.')
    : { name: `${fileId}.txt`, bytes: new Blob([text]) };
}

async function unzipped(archive: Blob): Promise<Record<string, string>> {
  const zip = await fromBufferPromise(Buffer.from(await archive.arrayBuffer()));
  const found: Record<string, string> = {};
  for await (const entry of zip.eachEntry())
    found[entry.fileName] = (await buffer(await zip.openReadStreamPromise(entry))).toString();
  return found;
}

test('an archive holds what came and is intact, and says what is missing and why', async () => {
  const progress: number[] = [];
  const { archive, failed } = await buildArchive(entries, {
    fetchFile,
    title: 'Mission avec Oïkos',
    onProgress: (files) => progress.push(files),
    signal: new AbortController().signal,
  });
  const { 'Contenu.txt': list = '', ...files } = await unzipped(archive);
  expect(files).toEqual({ 'Document de travail/a.txt': 'Le plan', 'Document de travail/b.txt': 'Le budget' });
  expect(failed.map(({ entry }) => entry.file.fileId)).toEqual(['c', 'd']);
  const [kept = '', missing = ''] = list.split('MANQUENT');
  expect(kept).toContain('a.txt');
  expect(kept).not.toContain('c.txt');
  expect(missing).toMatch(/c\.txt\s+Le fichier reçu n’est pas celui qui a été déposé/);
  expect(missing).toMatch(/d\.txt\s+La connexion a été coupée/);
  expect(progress).toEqual([1, 2, 3, 4]);
});

test('an archive that is stopped asks for no more files', async () => {
  const stop = new AbortController();
  const asked: string[] = [];
  const building = buildArchive(entries, {
    fetchFile: (fileId) => {
      asked.push(fileId);
      stop.abort();
      return fetchFile(fileId);
    },
    title: 'Mission avec Oïkos',
    onProgress: () => undefined,
    signal: stop.signal,
  });
  await expect(building).rejects.toThrow();
  expect(asked).toEqual(['a']);
});
