import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { fromBufferPromise, openPromise, type ZipFile } from 'yauzl';
import { sha256 } from '../hash.ts';
import { once } from './contents.ts';
import { type Source, type Written, type WrittenEntry, zipEnd, zipEntries } from './zip.ts';

const folder = mkdtempSync(join(tmpdir(), 'sur-mesure-archive-'));
afterAll(() => rmSync(folder, { recursive: true }));

const at = Date.UTC(2025, 2, 4, 13, 5, 6);
const source = (path: string, text: string, more: Partial<Source> = {}): Source => ({
  ...{ path, at, sha256: sha256(text), open: () => once(Buffer.from(text)) },
  ...more,
});
const gone = source('Devis/perdu.pdf', '', {
  // biome-ignore lint/correctness/useYield: nothing comes before the failure.
  open: async function* () {
    throw Object.assign(new Error('No such object'), { code: 404 });
  },
});

async function* each<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items;
}

/** One step after the other, each from where the one before ended, as functions write them. */
async function written(steps: readonly (readonly Source[])[]): Promise<{ bytes: Buffer; state: Written }> {
  const pieces: Uint8Array[] = [];
  const state: Written = { entries: [], missing: [], offset: 0 };
  for (const step of steps) {
    const own: Written = { entries: [], missing: [], offset: state.offset };
    for await (const piece of zipEntries(each(step), own)) pieces.push(piece);
    state.entries.push(...own.entries);
    state.missing.push(...own.missing);
    state.offset = own.offset;
  }
  for await (const piece of zipEnd(each(state.entries), state.offset)) pieces.push(piece);
  return { bytes: Buffer.concat(pieces), state };
}

async function read(zip: ZipFile): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for await (const entry of zip.eachEntry()) {
    const pieces: Buffer[] = [];
    for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(Buffer.from(piece));
    found[entry.fileName] = Buffer.concat(pieces).toString();
    expect(entry.getLastModDate({ timezone: 'UTC' }).getTime()).toBe(at);
  }
  return found;
}

describe('a ZIP that is written piece by piece', () => {
  const sources = [source('Été/devis.pdf', 'un devis'), source('vide.txt', ''), source('b.json', '{}')];

  it('is read by another program, accents included', async () => {
    const { bytes } = await written([sources]);
    const zip = await fromBufferPromise(bytes, { strictFileNames: true });
    expect(await read(zip)).toEqual({ 'Été/devis.pdf': 'un devis', 'vide.txt': '', 'b.json': '{}' });
  });

  it('is the same bytes, wherever its steps end', async () => {
    const whole = await written([sources]);
    for (const end of [0, 1, 2, 3]) expect(await written([sources.slice(0, end), sources.slice(end)])).toEqual(whole);
  });

  it('leaves out a document that is gone, keeps one that changed, and says both', async () => {
    const changed = source('Devis/changé.pdf', 'autre chose', { sha256: sha256('ce qui avait été déposé') });
    const { bytes, state } = await written([[gone, changed, source('ensuite.txt', 'intact')]]);
    expect(Object.keys(await read(await fromBufferPromise(bytes)))).toEqual(['Devis/changé.pdf', 'ensuite.txt']);
    expect(state.missing).toEqual([
      { path: 'Devis/perdu.pdf', sha256: gone.sha256, reason: expect.stringContaining('n’a plus ce document') },
      { path: 'Devis/changé.pdf', sha256: changed.sha256, reason: expect.stringContaining('n’est plus celui') },
    ]);
  });

  it('fails on any other failure of what it reads, rather than being short', async () => {
    const broken = source('a.pdf', '', {
      open: async function* () {
        yield Buffer.from('le début');
        throw Object.assign(new Error('reset'), { code: 503 });
      },
    });
    await expect(written([[broken]])).rejects.toThrow('reset');
  });

  it('goes past 4 GB, where the first form of a ZIP ends', async () => {
    const path = join(folder, 'far.zip');
    const far: Written = { entries: [], missing: [], offset: 5_000_000_000 };
    const file = await open(path, 'w');
    // Nothing is written before: what is on the disk is the last kilobyte.
    let position = far.offset;
    const put = async (pieces: AsyncIterable<Uint8Array>) => {
      for await (const piece of pieces)
        position += (await file.write(piece, 0, piece.byteLength, position)).bytesWritten;
    };
    await put(zipEntries(each([source('loin.txt', 'au-delà')]), far));
    await put(zipEnd(each(far.entries), far.offset));
    await file.close();
    expect(await read(await openPromise(path))).toEqual({ 'loin.txt': 'au-delà' });
    rmSync(path);
  });

  it('has more entries than the first form counts', async () => {
    const entries = Array.from(
      { length: 70_000 },
      (_, index): WrittenEntry => ({ path: `${index}`, at, size: 0, crc32: 0, offset: 0, sha256: '' }),
    );
    const pieces: Uint8Array[] = [];
    for await (const piece of zipEnd(each(entries), 0)) pieces.push(piece);
    expect((await fromBufferPromise(Buffer.concat(pieces))).entryCount).toBe(70_000);
  });

  it('of 300 MB is made in a memory that does not grow with it', { timeout: 60_000 }, async () => {
    const path = join(folder, 'large.zip');
    const program = join(import.meta.dirname, 'testing/write-large.ts');
    const { stdout } = await promisify(execFile)(process.execPath, [program, path, '300']);
    const { entries, grown, heap } = JSON.parse(stdout);
    expect(entries).toBe(30);
    expect(statSync(path).size).toBeGreaterThan(300_000_000);
    expect((await openPromise(path)).entryCount).toBe(30);
    rmSync(path);
    // In megabytes: a fourth of the archive at most, whatever the collector leaves for later.
    expect(grown).toBeLessThan(75);
    expect(heap).toBeLessThan(50);
  });
});
