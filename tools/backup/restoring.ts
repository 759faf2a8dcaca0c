import type { Bucket } from '../../functions/src/store/bucket.ts';
import { inParallel } from '../seed/world.ts';
import { Comparison, type Difference } from './differences.ts';
import { createDocuments, type Documents, everyDocument, hashOf, type Line, stateOf, textOf } from './documents.ts';
import { exportedDocuments, exportedObjects, type ObjectLine, placesIn, readHashes, readManifest } from './folder.ts';
import { hashOfFile, hashOfLines, putObject, readObjects, tellingOf, WIDTH } from './objects.ts';

export interface Restoring {
  readonly documents: Documents;
  readonly bucket: Bucket;
  readonly folder: string;
  readonly say: (line: string) => void;
}

/** What an export lacks, against its own hashes: each document and each file by its name, or the lists of them when those were changed. */
export async function faultsOf(folder: string): Promise<Difference[]> {
  const manifest = await readManifest(folder);
  if (manifest === null) return [{ what: 'manifest.json', how: 'missing' }];
  const { hashes, objectLines } = placesIn(folder);
  const lists: Difference[] = [];
  if ((await hashOfLines(hashes)) !== manifest.documents.sha256)
    lists.push({ what: 'documents.sha256', how: 'changed' });
  if ((await hashOfLines(objectLines)) !== manifest.objects.sha256)
    lists.push({ what: 'objects.jsonl', how: 'changed' });
  return [...lists, ...(await faultsOfDocuments(folder)), ...(await faultsOfObjects(folder))];
}

async function faultsOfDocuments(folder: string): Promise<Difference[]> {
  const comparison = new Comparison(await readHashes(folder));
  for await (const line of exportedDocuments(folder)) {
    // What is no document has no name: the one that it was is missed.
    if (line !== null) comparison.see(line.path, hashOf(line));
  }
  return comparison.differences();
}

async function faultsOfObjects(folder: string): Promise<Difference[]> {
  const faults: Difference[] = [];
  for await (const { path, sha256 } of exportedObjects(folder)) {
    const found = await hashOfFile(folder, path);
    if (found !== sha256) faults.push({ what: path, how: found === null ? 'missing' : 'changed' });
  }
  return faults;
}

/** Whether there is no document and no file. */
export async function isEmpty({ documents, bucket }: Pick<Restoring, 'documents' | 'bucket'>): Promise<boolean> {
  const [objects] = await bucket.getFiles({ autoPaginate: false, maxResults: 1 });
  return objects.length === 0 && (await stateOf(documents)).isEmpty;
}

/** Half of what one request may hold, and few enough that one takes a second. */
const MOST_BYTES = 5_000_000;
const MOST_DOCUMENTS = 200;

/** What was put back, and the paths where something was already, which is left as it is. */
export interface PutBack {
  readonly count: number;
  readonly present: readonly string[];
}

/** Everything of an export, or what `wants` of it, where it is not yet: a restoration that was cut short may be run again. */
export async function restoreProject(
  { documents, bucket, folder, say }: Restoring,
  wants: (path: string) => boolean = () => true,
): Promise<PutBack> {
  const present: string[] = [];
  let [count, objects] = [0, 0];
  for await (const lines of batches(exportedDocuments(folder), wants)) {
    present.push(...(await createDocuments(documents, lines)));
    count += lines.length;
  }
  say(`Documents lus dans la sauvegarde : ${count}.`);
  for await (const some of groups(exportedObjects(folder), wants)) {
    const put = await inParallel(some, WIDTH, (line) => putObject(folder, bucket, line));
    present.push(...some.filter((_line, index) => !put[index]).map(({ path }) => path));
    objects += some.length;
  }
  say(`Fichiers lus dans la sauvegarde : ${objects}.`);
  return { count: count + objects - present.length, present };
}

async function* batches(lines: AsyncIterable<Line | null>, wants: (path: string) => boolean): AsyncGenerator<Line[]> {
  let [batch, bytes]: [Line[], number] = [[], 0];
  for await (const line of lines) {
    if (line === null || !wants(line.path)) continue;
    const size = textOf(line).length;
    if (batch.length === MOST_DOCUMENTS || (batch.length > 0 && bytes + size > MOST_BYTES)) {
      yield batch;
      [batch, bytes] = [[], 0];
    }
    batch.push(line);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}

async function* groups(
  lines: AsyncIterable<ObjectLine>,
  wants: (path: string) => boolean,
): AsyncGenerator<ObjectLine[]> {
  let group: ObjectLine[] = [];
  for await (const line of lines) {
    if (wants(line.path)) group.push(line);
    if (group.length < WIDTH * 4) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}

/**
 * A project against an export: each document and each file, read again whole. `look` sees each document on the way, since reading them is what costs.
 */
export async function differencesOf(
  { documents, bucket, folder }: Pick<Restoring, 'documents' | 'bucket' | 'folder'>,
  look: (line: Line) => void = () => undefined,
): Promise<Difference[]> {
  const kept = new Comparison(await readHashes(folder));
  const { readTime } = await stateOf(documents);
  for await (const lines of everyDocument(documents, { readTime })) {
    for (const line of lines) {
      kept.see(line.path, hashOf(line));
      look(line);
    }
  }
  const expected = new Map<string, string>();
  for await (const line of exportedObjects(folder)) expected.set(line.path, tellingOf(line));
  const files = new Comparison(expected);
  for await (const object of readObjects(bucket)) files.see(object.path, tellingOf(object));
  return [...kept.differences(), ...files.differences()];
}
