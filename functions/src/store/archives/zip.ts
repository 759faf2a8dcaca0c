import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { MissingFile } from '../../domain/archives/manifest.ts';
import type { Instant } from '../../domain/calendar.ts';
import { failedAs } from '../failures.ts';
import { descriptor, directoryLine, endOfArchive, localHeader, type ZipEntry } from './zip-format.ts';

/** What goes in: a place, and bytes that are read once, when their turn comes. */
export interface Source {
  readonly path: string;
  readonly at: Instant;
  readonly open: () => AsyncIterable<Uint8Array>;
  /** What the service said of a document when it was kept; null of what it writes now. */
  readonly sha256: string | null;
}

/** An entry with the print of its bytes, for the manifest. */
export interface WrittenEntry extends ZipEntry {
  readonly sha256: string;
}

/** What was written so far: filled while the bytes go. */
export interface Written {
  readonly entries: WrittenEntry[];
  readonly missing: MissingFile[];
  /** Where the next byte of the archive goes. */
  offset: number;
}

/** Told of each piece once it is on its way; waits for what this does. */
type OnBytes = (bytes: number, source: Source) => Promise<void>;

const absent = 'Le service n’a plus ce document : prévenez l’équipe France Tiers-Lieux.';
const changed = 'Ce document n’est plus celui qui avait été déposé : prévenez l’équipe France Tiers-Lieux.';

/**
 * The bytes of these entries, which go on where `written` stands. One piece of a file is in memory at a time, whatever they weigh. A document that
 * is gone is left out and one that changed is kept and said to have: the others must not be lost for it. Any other failure is thrown.
 */
export async function* zipEntries(
  sources: AsyncIterable<Source>,
  written: Written,
  onBytes: OnBytes = async () => {},
): AsyncGenerator<Uint8Array> {
  for await (const source of sources) {
    const bytes = source.open()[Symbol.asyncIterator]();
    // The first bytes come before the header, so that what is gone leaves no trace of an entry.
    const first = await orAbsent(bytes.next());
    if (first === null) written.missing.push({ path: source.path, sha256: source.sha256 ?? '', reason: absent });
    else yield* oneEntry(source, chunks(first, bytes), written, onBytes);
  }
}

async function* oneEntry(
  source: Source,
  bytes: AsyncIterable<Uint8Array>,
  written: Written,
  onBytes: OnBytes,
): AsyncGenerator<Uint8Array> {
  const { path, at, sha256: expected } = source;
  const offset = written.offset;
  const header = localHeader(path, at);
  yield header;
  const hash = createHash('sha256');
  let [size, print] = [0, 0];
  for await (const chunk of bytes) {
    hash.update(chunk);
    print = crc32(chunk, print);
    size += chunk.byteLength;
    yield chunk;
    await onBytes(chunk.byteLength, source);
  }
  const after = descriptor({ crc32: print, size });
  yield after;
  const sha256 = hash.digest('hex');
  written.offset = offset + header.byteLength + size + after.byteLength;
  written.entries.push({ path, at, size, crc32: print, offset, sha256 });
  if (expected !== null && expected !== sha256) written.missing.push({ path, sha256: expected, reason: changed });
}

/** The directory and the end: `entries` are all those of the archive, and `offset` is where the directory begins. */
export async function* zipEnd(entries: AsyncIterable<ZipEntry>, offset: number): AsyncGenerator<Uint8Array> {
  let [count, size] = [0, 0];
  for await (const entry of entries) {
    const line = directoryLine(entry);
    count += 1;
    size += line.byteLength;
    yield line;
  }
  yield endOfArchive({ entries: count, offset, size });
}

async function* chunks(first: IteratorResult<Uint8Array>, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    for (let next = first; !next.done; next = await rest.next()) yield next.value;
  } finally {
    // Whoever stops reading lets the object go.
    await rest.return?.();
  }
}

async function orAbsent<Value>(first: Promise<Value>): Promise<Value | null> {
  try {
    return await first;
  } catch (error) {
    if (failedAs(error, 'objectAbsent')) return null;
    throw error;
  }
}
