import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { plainFields } from '../../tools/backup/values.ts';
import { finder, knownCollections } from '../../tools/stored/collections.ts';

const exportedLine = z.object({ path: z.string(), fields: z.record(z.string(), z.unknown()) });
const known = await knownCollections();
const find = finder(known);

/**
 * What each release wrote, a document of each shape: `documents.jsonl` of its demonstration (`tools/backup/freeze.ts`), `unplayed.jsonl` of what no
 * demonstration fills. A failure here says that what a programme holds would no more be read: the change brings a migration
 * (`functions/src/store/migrations/migrations.ts`). These files are never written again.
 */
const files = globSync('*/*.jsonl', { cwd: import.meta.dirname }).sort();
const releases = [...Map.groupBy(files, (file) => dirname(file))].map(([release, some]) => ({
  release,
  lines: some.flatMap((file) =>
    readFileSync(join(import.meta.dirname, file), 'utf8')
      .split('\n')
      .filter((text) => text !== '')
      .map((text) => exportedLine.parse(JSON.parse(text))),
  ),
}));

describe.each(releases)('What $release wrote', ({ lines }) => {
  it('is read by the code of today, each document by all that read it', () => {
    const unread = lines.flatMap(({ path, fields }) => {
      const readers = find(path)?.readers ?? [];
      const failures = readers.map(({ parsed }) => parsed(plainFields(fields))).filter(({ success }) => !success);
      return readers.length === 0 || failures.length > 0 ? [path] : [];
    });
    expect(unread).toEqual([]);
  });

  it('would not be, were a field of it to go: this test can fail', () => {
    const mission = lines.find(({ path }) => find(path)?.shape === 'missions/{}');
    const { needId: _gone, ...rest } = plainFields(mission?.fields ?? {});
    expect(find(mission?.path ?? '')?.readers.map(({ parsed }) => parsed(rest).success)).toEqual([false]);
  });
});

it('Each collection has an example in a release, but for those that are newer than all of them', () => {
  const met = new Set(releases.flatMap(({ lines }) => lines.map(({ path }) => find(path)?.shape)));
  const newer: readonly string[] = [];
  expect(
    known
      .map(({ shape }) => shape)
      .filter((shape) => !met.has(shape))
      .sort(),
  ).toEqual(newer);
});
