import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { Found } from '../threats.ts';

/** A zip bomb of 42 kB declares 4.5 PB; a sheet of a million empty cells is 60 times its compressed size. */
const MOST_RATIO = 100;
const MOST_SIZE = 100_000_000;
const MOST_PARTS = 1_000;
const SMALL = 1_000_000;

export interface Archive {
  readonly zip: ZipFile;
  readonly entries: readonly Entry[];
}

/** Reads the central directory only: nothing is inflated before what it declares is known to be bearable. */
export async function openArchive(bytes: Buffer): Promise<Archive> {
  const zip = await fromBufferPromise(bytes, { strictFileNames: true }).catch(broken);
  if (zip.entryCount > MOST_PARTS) throw new Found('office-too-heavy');
  const entries: Entry[] = [];
  try {
    for await (const entry of zip.eachEntry()) entries.push(entry);
  } catch {
    // A name that leaves the archive, a size that contradicts itself, a directory cut short.
    throw new Found('office-broken');
  }
  refuseDeclared(entries, bytes.length);
  if (zip.comment.length > 0) throw new Found('file-two-faced');
  return { zip, entries };
}

function broken(): never {
  throw new Found('office-broken');
}

function refuseDeclared(entries: readonly Entry[], size: number): void {
  let total = 0;
  const names = new Set<string>();
  for (const entry of entries) {
    total += entry.uncompressedSize;
    const declaresMuch = entry.uncompressedSize > SMALL && entry.uncompressedSize > MOST_RATIO * entry.compressedSize;
    if (total > MOST_SIZE || declaresMuch) throw new Found('office-too-heavy');
    if (entry.isEncrypted()) throw new Found('office-password');
    // Two parts of one name: two readers may not open the same one.
    if (names.has(entry.fileName.toLowerCase())) throw new Found('office-broken');
    names.add(entry.fileName.toLowerCase());
  }
  if (total > SMALL && total > MOST_RATIO * size) throw new Found('office-too-heavy');
}

/** The bytes of one part, a piece at a time. More or less than declared ends in a refusal, at the first byte too many. */
export async function* piecesOf({ zip }: Archive, entry: Entry): AsyncGenerator<Buffer> {
  try {
    const stream = await zip.openReadStreamPromise(entry);
    for await (const piece of stream) yield Buffer.isBuffer(piece) ? piece : Buffer.from(piece);
  } catch (error) {
    throw error instanceof Found ? error : new Found('office-broken');
  }
}

/** A part of at most `most` bytes, whole; the rest of a longer one is left. */
export async function wholePart(archive: Archive, entry: Entry, most: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of piecesOf(archive, entry)) {
    pieces.push(piece);
    size += piece.length;
    if (size > most) break;
  }
  return Buffer.concat(pieces).subarray(0, most);
}
