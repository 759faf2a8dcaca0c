import type { Instant } from '../../domain/calendar.ts';

/**
 * The records of a ZIP whose entries are stored as they are (APPNOTE 6.3.10), each made alone, so that an archive can be written by steps that end
 * and go on: a library that streams one holds its directory in memory until the end (`docs/decisions/027`). An entry is under 4 GB, which no
 * document of ours comes near; the archive and the number of entries are not, hence ZIP64 where it is needed.
 */
export interface ZipEntry {
  /** `/` between folders; UTF-8. */
  readonly path: string;
  readonly at: Instant;
  readonly size: number;
  readonly crc32: number;
  /** Where its local header begins, in bytes from the start of the archive. */
  readonly offset: number;
}

const LARGEST_32 = 0xff_ff_ff_ff;
const MOST_16 = 0xff_ff;
/** ZIP64 is understood from this version on. */
const VERSION = 45;
/** Names are UTF-8; size and print come after the bytes. */
const FLAGS = 0x08_08;
const UNIX = 3;
const READABLE_FILE = 0o10_0644;

/** What comes before the bytes of an entry. */
export function localHeader(path: string, at: Instant): Buffer {
  const name = Buffer.from(path);
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04_03_4b_50, 0);
  header.writeUInt16LE(VERSION, 4);
  header.writeUInt16LE(FLAGS, 6);
  header.writeUInt32LE(dosTime(at), 10);
  header.writeUInt16LE(name.byteLength, 26);
  return Buffer.concat([header, name]);
}

/** What comes after them. @throws RangeError for an entry of 4 GB. */
export function descriptor({ crc32, size }: Pick<ZipEntry, 'crc32' | 'size'>): Buffer {
  if (size >= LARGEST_32) throw new RangeError('an entry of an archive is under 4 GB');
  const record = Buffer.alloc(16);
  record.writeUInt32LE(0x08_07_4b_50, 0);
  record.writeUInt32LE(crc32, 4);
  record.writeUInt32LE(size, 8);
  record.writeUInt32LE(size, 12);
  return record;
}

/** The line of an entry in the directory that ends the archive. */
export function directoryLine({ path, at, size, crc32, offset }: ZipEntry): Buffer {
  const name = Buffer.from(path);
  const far = offset >= LARGEST_32 ? farOffset(offset) : Buffer.alloc(0);
  const line = Buffer.alloc(46);
  line.writeUInt32LE(0x02_01_4b_50, 0);
  line.writeUInt16LE((UNIX << 8) | VERSION, 4);
  line.writeUInt16LE(VERSION, 6);
  line.writeUInt16LE(FLAGS, 8);
  line.writeUInt32LE(dosTime(at), 12);
  line.writeUInt32LE(crc32, 16);
  line.writeUInt32LE(size, 20);
  line.writeUInt32LE(size, 24);
  line.writeUInt16LE(name.byteLength, 28);
  line.writeUInt16LE(far.byteLength, 30);
  line.writeUInt16LE(READABLE_FILE, 40);
  line.writeUInt32LE(Math.min(offset, LARGEST_32), 42);
  return Buffer.concat([line, name, far]);
}

function farOffset(offset: number): Buffer {
  const extra = Buffer.alloc(12);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(8, 2);
  extra.writeBigUInt64LE(BigInt(offset), 4);
  return extra;
}

/** The last bytes: where the directory is, twice when it is too far or too long for the first form. */
export function endOfArchive(directory: {
  readonly entries: number;
  readonly offset: number;
  readonly size: number;
}): Buffer {
  const { entries, offset, size } = directory;
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06_05_4b_50, 0);
  end.writeUInt16LE(Math.min(entries, MOST_16), 8);
  end.writeUInt16LE(Math.min(entries, MOST_16), 10);
  end.writeUInt32LE(Math.min(size, LARGEST_32), 12);
  end.writeUInt32LE(Math.min(offset, LARGEST_32), 16);
  const fits = entries < MOST_16 && offset < LARGEST_32 && size < LARGEST_32;
  return fits ? end : Buffer.concat([farEnd(directory), end]);
}

function farEnd({ entries, offset, size }: { entries: number; offset: number; size: number }): Buffer {
  const end = Buffer.alloc(56 + 20);
  end.writeUInt32LE(0x06_06_4b_50, 0);
  end.writeBigUInt64LE(44n, 4);
  end.writeUInt16LE((UNIX << 8) | VERSION, 12);
  end.writeUInt16LE(VERSION, 14);
  end.writeBigUInt64LE(BigInt(entries), 24);
  end.writeBigUInt64LE(BigInt(entries), 32);
  end.writeBigUInt64LE(BigInt(size), 40);
  end.writeBigUInt64LE(BigInt(offset), 48);
  // Where this record is, for readers that come from the end.
  end.writeUInt32LE(0x07_06_4b_50, 56);
  end.writeBigUInt64LE(BigInt(offset + size), 64);
  end.writeUInt32LE(1, 72);
  return end;
}

/** As MS-DOS writes a date and an hour, which has no zone: UTC here, and two seconds of precision. */
function dosTime(at: Instant): number {
  const date = new Date(at);
  const day = ((date.getUTCFullYear() - 1980) << 9) | ((date.getUTCMonth() + 1) << 5) | date.getUTCDate();
  const hour = (date.getUTCHours() << 11) | (date.getUTCMinutes() << 5) | (date.getUTCSeconds() >> 1);
  return ((day << 16) | hour) >>> 0;
}
