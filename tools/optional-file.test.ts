import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { textOfOptional } from './optional-file.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'optional-file-'));
});
afterAll(() => rm(folder, { recursive: true }));

it('an optional file gives its text, or null where it is not', async () => {
  const path = join(folder, 'file.txt');
  expect(await textOfOptional(path)).toBeNull();
  await writeFile(path, 'here');
  expect(await textOfOptional(path)).toBe('here');
});

it('what can’t be read is no absent file', async () => {
  await expect(textOfOptional(folder)).rejects.toThrow('EISDIR');
});
