import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { hashOf, LARGEST_BYTES } from './file-hash.ts';

function read(file: Blob, signal = new AbortController().signal) {
  const steps: number[] = [];
  return { steps, hash: hashOf(file, { onProgress: (bytes) => steps.push(bytes), signal }) };
}

describe('the hash of a file', () => {
  test.each([1, 2_000_000, 25_000_001])('of %d bytes is the one that everybody computes', async (size) => {
    const bytes = Buffer.alloc(size, 'devis ');
    const { steps, hash } = read(new Blob([bytes]));
    expect(await hash).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(steps).toHaveLength(Math.ceil(size / 2_000_000));
    expect(steps.at(-1)).toBe(size);
  });

  test('is not computed of nothing, nor of what no document of ours can be', async () => {
    const huge = Object.defineProperty(new Blob(['a']), 'size', { value: LARGEST_BYTES + 1 });
    expect(await read(new Blob([])).hash).toMatchObject({ code: 'file_empty' });
    expect(await read(huge).hash).toMatchObject({ code: 'file_too_large' });
  });

  test('is given up when its reader stops it', async () => {
    const stop = new AbortController();
    const onProgress = () => stop.abort();
    const file = new Blob([Buffer.alloc(5_000_000)]);
    expect(await hashOf(file, { onProgress, signal: stop.signal })).toMatchObject({ code: 'hash_stopped' });
  });

  test('is refused in a sentence when the file went away meanwhile', async () => {
    const gone = Object.assign(new Blob(['a']), { slice: () => ({ arrayBuffer: () => Promise.reject(new Error()) }) });
    expect(await read(gone).hash).toMatchObject({ code: 'file_unreadable' });
  });
});
