import { createReadStream } from 'node:fs';
import { readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { sha256 } from '../../functions/src/store/hash.ts';
import { textOfOptional } from '../optional-file.ts';
import { type Line, textOf } from './documents.ts';

/**
 * An export, as files: `documents/{root collection}.jsonl` (a document a line), `documents.sha256` (the hash of each line), `objects/` (the bytes of
 * Storage), `objects.jsonl` (what each is, with its hash), and `manifest.json`, written last: without it, the export is not whole.
 */
export const placesIn = (folder: string) => ({
  manifest: join(folder, 'manifest.json'),
  progress: join(folder, 'progress.json'),
  documents: join(folder, 'documents'),
  hashes: join(folder, 'documents.sha256'),
  objects: join(folder, 'objects'),
  objectLines: join(folder, 'objects.jsonl'),
});

const hash = z.string().length(64);
const count = z.int().min(0);

const manifestSchema = z.object({
  format: z.literal(1),
  project: z.string(),
  /** The instant that every document is of, by the clock of the database. */
  readTime: z.string(),
  documents: z.object({ count, byCollection: z.record(z.string(), count), sha256: hash }),
  objects: z.object({ count, bytes: count, sha256: hash }),
});
export type Manifest = z.infer<typeof manifestSchema>;

const objectSchema = z.object({
  path: z.string(),
  size: count,
  sha256: hash,
  contentType: z.string(),
  contentDisposition: z.string(),
  cacheControl: z.string(),
  metadata: z.record(z.string(), z.string()),
});
export type ObjectLine = z.infer<typeof objectSchema>;

const progressSchema = z.object({
  readTime: z.string(),
  after: z.string().nullable(),
  /** Of each file, in bytes, when the last page was written. */
  sizes: z.record(z.string(), count),
  byCollection: z.record(z.string(), count),
  documentsDone: z.boolean(),
});
export type Progress = z.infer<typeof progressSchema>;

export async function readManifest(folder: string): Promise<Manifest | null> {
  return readJson(placesIn(folder).manifest, manifestSchema);
}

export async function readProgress(folder: string): Promise<Progress | null> {
  return readJson(placesIn(folder).progress, progressSchema);
}

export function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  return writeJson(placesIn(folder).manifest, manifestSchema.parse(manifest));
}

export function writeProgress(folder: string, progress: Progress): Promise<void> {
  return writeJson(placesIn(folder).progress, progressSchema.parse(progress));
}

/** Null where there is none. */
async function readJson<Value>(path: string, schema: z.ZodType<Value>): Promise<Value | null> {
  const text = await textOfOptional(path);
  return text === null ? null : schema.parse(JSON.parse(text));
}

/** Beside, then in its place: a process that dies meanwhile leaves the one of before. */
async function writeJson(path: string, value: unknown): Promise<void> {
  await writeFile(`${path}.new`, `${JSON.stringify(value, null, 2)}\n`);
  await rename(`${path}.new`, path);
}

/** Of the line of a document, the file that it is in. */
export const fileOf = (folder: string, path: string) =>
  join(placesIn(folder).documents, `${encodeURIComponent(path.split('/')[0] ?? '')}.jsonl`);

/** One flat folder: a name of Storage is not a path of this machine. */
export const objectFile = (folder: string, path: string) => join(placesIn(folder).objects, encodeURIComponent(path));

// `laureates/a/ledger/b` is in `laureates/*/ledger`.
export function collectionOf(path: string): string {
  const words = path.split('/');
  return words
    .map((word, index) => (index % 2 === 0 ? word : '*'))
    .slice(0, -1)
    .join('/');
}

/** What `documents.sha256` says, by path. */
export async function readHashes(folder: string): Promise<Map<string, string>> {
  const hashes = new Map<string, string>();
  for await (const line of linesOf(placesIn(folder).hashes)) hashes.set(line.slice(66), line.slice(0, 64));
  return hashes;
}

export const hashLine = (line: Line) => `${sha256(textOf(line))}  ${line.path}\n`;

const lineSchema = z.object({ path: z.string(), fields: z.record(z.string(), z.unknown()) });

/** Every document of an export, in the order of its files; null for a line that is none. */
export async function* exportedDocuments(folder: string): AsyncGenerator<Line | null> {
  const { documents } = placesIn(folder);
  for (const name of (await readdir(documents)).sort())
    for await (const text of linesOf(join(documents, name))) yield lineIn(text);
}

function lineIn(text: string): Line | null {
  try {
    return lineSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

export async function* exportedObjects(folder: string): AsyncGenerator<ObjectLine> {
  for await (const text of linesOf(placesIn(folder).objectLines)) yield objectSchema.parse(JSON.parse(text));
}

/** Of a file that may be larger than the memory. Not by `readline`, which also cuts a line at U+2028, where JSON does not. */
async function* linesOf(path: string): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of createReadStream(path, 'utf8')) {
    const lines = `${rest}${chunk}`.split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}
