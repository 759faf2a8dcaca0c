import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { peakKilobytes } from '../../testing/peak-memory.ts';
import { type Source, type Written, zipEnd, zipEntries } from '../zip.ts';

/**
 * Run in a process of its own, as a deployed instance is: writes an archive of `megabytes` at `path`, and says what memory that took more than
 * its start had.
 */
const [path = '', megabytes = '0'] = process.argv.slice(2);
const MEGABYTE = 1_000_000;

async function* document(seed: number): AsyncGenerator<Uint8Array> {
  for (let piece = 0; piece < 100; piece += 1) yield new Uint8Array(MEGABYTE / 10).fill(seed + piece);
}

async function* sources(): AsyncGenerator<Source> {
  for (let written = 0; written < Number(megabytes); written += 10) {
    yield { path: `Documents/${written}.pdf`, at: 0, sha256: null, open: () => document(written) };
  }
}

const written: Written = { entries: [], missing: [], offset: 0 };
async function* bytes() {
  yield* zipEntries(sources(), written);
  yield* zipEnd(all(), written.offset);
}
async function* all() {
  yield* written.entries;
}

const before = peakKilobytes();
let heap = 0;
const watch = setInterval(() => {
  heap = Math.max(heap, process.memoryUsage().heapUsed);
}, 20);
const file = await open(path, 'w');
await pipeline(bytes(), file.createWriteStream());
clearInterval(watch);
const grown = Math.round((peakKilobytes() - before) / 1_024);
process.stdout.write(JSON.stringify({ entries: written.entries.length, grown, heap: Math.round(heap / MEGABYTE) }));
