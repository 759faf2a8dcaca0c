import { createHash } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { Bucket } from '../../functions/src/store/bucket.ts';
import { failedAs } from '../../functions/src/store/failures.ts';
import { TOKENS } from '../../functions/src/store/files/download-tokens.ts';
import { inParallel } from '../seed/world.ts';
import { type ObjectLine, objectFile } from './folder.ts';

export type StoredObject = ReturnType<Bucket['file']>;

/** The library puts twelve listeners on each stream that it reads, whatever its size: two more than Node warns of, for each object. */
setMaxListeners(20);

const OBJECTS_AT_ONCE = 500;
export const WIDTH = 8;

/** Every object of a bucket, in pages, ordered by name. `after`: the last that was read already. */
export async function* everyObject(bucket: Bucket, after: string | null): AsyncGenerator<StoredObject[]> {
  let query: object | null = { autoPaginate: false, maxResults: OBJECTS_AT_ONCE };
  while (query !== null) {
    const [objects, next]: [StoredObject[], object | null, ...unknown[]] = await bucket.getFiles(query);
    // Storage names them in order: what comes before was read by the run that was cut short.
    const some = after === null ? objects : objects.filter(({ name }) => name > after);
    if (some.length > 0) yield some;
    query = next;
  }
}

/** Writes the bytes of one object beside the others; null when it was taken away meanwhile. Bytes pass through, one piece at a time. */
export async function keepObject(folder: string, object: StoredObject): Promise<ObjectLine | null> {
  try {
    const [metadata] = await object.getMetadata();
    await using file = await open(objectFile(folder, object.name), 'w');
    const { size, sha256 } = await hashed(object, (piece) => file.write(piece));
    const { contentType = '', contentDisposition = '', cacheControl = '' } = metadata;
    const own = Object.entries(metadata.metadata ?? {}).filter(([key]) => key !== TOKENS);
    return {
      ...{ path: object.name, size, sha256, contentType, contentDisposition, cacheControl },
      // A token opens an object to anybody, whatever the rules say: it is no part of what is kept.
      metadata: Object.fromEntries(own.map(([key, value]) => [key, String(value)])),
    };
  } catch (error) {
    if (failedAs(error, 'objectAbsent')) return null;
    throw error;
  }
}

/** Puts one object back where there is none; false when one is there, which is left as it is. */
export async function putObject(folder: string, bucket: Bucket, line: ObjectLine): Promise<boolean> {
  const { contentType, contentDisposition, cacheControl, metadata } = line;
  const to = bucket.file(line.path).createWriteStream({
    ...{ resumable: false, preconditionOpts: { ifGenerationMatch: 0 } },
    metadata: { contentType, contentDisposition, cacheControl, metadata },
  });
  try {
    await pipeline(createReadStream(objectFile(folder, line.path)), to);
    return true;
  } catch (error) {
    if (!failedAs(error, 'objectExists')) throw error;
    return false;
  }
}

/** Of what a folder holds; null where it holds nothing. */
export async function hashOfFile(folder: string, path: string): Promise<string | null> {
  const digest = createHash('sha256');
  try {
    await pipeline(createReadStream(objectFile(folder, path)), digest);
    return digest.digest('hex');
  } catch (error) {
    if (failedAs(error, 'fileAbsent')) return null;
    throw error;
  }
}

async function hashed(
  object: StoredObject,
  keep: (piece: Buffer) => Promise<unknown>,
): Promise<{ readonly size: number; readonly sha256: string }> {
  const digest = createHash('sha256');
  let size = 0;
  for await (const piece of object.createReadStream()) {
    digest.update(piece);
    size += piece.byteLength;
    await keep(piece);
  }
  return { size, sha256: digest.digest('hex') };
}

/** The hash of each object, and how it is served, some at a time. */
export async function* readObjects(bucket: Bucket): AsyncGenerator<Served & { readonly path: string }> {
  for await (const objects of everyObject(bucket, null))
    yield* await inParallel(objects, WIDTH, async (object) => {
      const { contentType = '', contentDisposition = '', cacheControl = '' } = object.metadata;
      const { sha256 } = await hashed(object, async () => undefined);
      return { path: object.name, sha256, contentType, contentDisposition, cacheControl };
    });
}

type Served = Pick<ObjectLine, 'sha256' | 'contentType' | 'contentDisposition' | 'cacheControl'>;

/** What must be the same of an object: its bytes, and how they are served. */
export function tellingOf({ sha256, contentType, contentDisposition, cacheControl }: Served): string {
  return [sha256, contentType, contentDisposition, cacheControl].join('\n');
}

/** Of a file of an export, whatever its size. */
export async function hashOfLines(path: string): Promise<string> {
  const digest = createHash('sha256');
  await pipeline(createReadStream(path), digest);
  return digest.digest('hex');
}
