import { createInterface } from 'node:readline';
import * as z from 'zod';
import type { Bucket } from '../bucket.ts';
import type { KeptArchive } from '../collections/archives.ts';
import { servedAs, storedPath } from '../files/stored-files.ts';
import type { WrittenEntry } from './zip.ts';

/** The pieces of an archive while it is made, and beside each what the directory will say of it: no rule of Storage opens them to anybody. */
const workFolder = (run: string) => `archives/${run}/`;
/** Where a step writes its piece: each attempt its own, so that two of them never write one object. */
export const partPath = ({ run, step }: KeptArchive, attempt: string) => `${workFolder(run)}${step}-${attempt}`;
const entriesPath = (part: string) => `${part}.entries`;
/** What Storage joins at once. */
const MOST_JOINED = 32;

const entrySchema: z.ZodType<WrittenEntry> = z.object({
  path: z.string(),
  at: z.int(),
  size: z.int(),
  crc32: z.int(),
  offset: z.int(),
  sha256: z.string(),
});

/** A line an entry, so that they are read again one by one. */
export async function keepEntries(bucket: Bucket, part: string, entries: readonly WrittenEntry[]): Promise<void> {
  const lines = entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
  await bucket.file(entriesPath(part)).save(lines, { resumable: false, contentType: 'application/x-ndjson' });
}

/** What a piece holds, read line by line. */
export async function* entriesIn(bucket: Bucket, part: string): AsyncGenerator<WrittenEntry> {
  const input = bucket.file(entriesPath(part)).createReadStream();
  for await (const line of createInterface({ input })) yield entrySchema.parse(JSON.parse(line));
}

/** Makes of the pieces the one object that is downloaded, where tickets open it as any file. Returns its size, in bytes. */
export async function joinParts(
  bucket: Bucket,
  { run, title }: KeptArchive,
  parts: readonly string[],
): Promise<number> {
  const [last = ''] = await joinedByGroups(bucket, run, parts);
  const whole = bucket.file(storedPath(run));
  // With metadata of its own: a copy would carry along the piece's.
  await bucket.file(last).copy(whole, { ...servedAs('application/zip', title), metadata: { archive: run } });
  const [{ size }] = await whole.getMetadata();
  return Number(size);
}

/** Storage joins objects where they are, without a byte leaving it, and so many at a time. */
async function joinedByGroups(bucket: Bucket, run: string, parts: readonly string[]): Promise<readonly string[]> {
  if (parts.length <= 1) return parts;
  const joined: string[] = [];
  for (let at = 0; at < parts.length; at += MOST_JOINED) {
    const path = `${workFolder(run)}joined-${parts.length}-${at}`;
    await bucket.combine([...parts.slice(at, at + MOST_JOINED)], path);
    joined.push(path);
  }
  return joinedByGroups(bucket, run, joined);
}

/** Deletes the pieces that an archive was made of. */
export async function clearWork(bucket: Bucket, run: string): Promise<void> {
  await bucket.deleteFiles({ prefix: workFolder(run), force: true });
}

/** Deletes an archive, with the pieces of it that are left. */
export async function clearArchive(bucket: Bucket, run: string): Promise<void> {
  await Promise.all([bucket.file(storedPath(run)).delete({ ignoreNotFound: true }), clearWork(bucket, run)]);
}
