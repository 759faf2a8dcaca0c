import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../commands.ts';

/** What the code of one-click sign-in can't do without. */
const marks = ['Comptes de démonstration', 'Bearer owner', 'useEmulator=true'];

async function textsOf(folder: string): Promise<string[]> {
  const names = await readdir(join(root, 'dist', folder), { recursive: true });
  const pages = names.filter((name) => /\.(html|js|css|map)$/.test(name));
  expect(pages.length, `dist/${folder} is not built: run "npm test"`).toBeGreaterThan(0);
  return Promise.all(pages.map((name) => readFile(join(root, 'dist', folder, name), 'utf8')));
}

it.each(marks)('the pages that are deployed never hold « %s »', async (mark) => {
  expect((await textsOf('web')).filter((text) => text.includes(mark))).toEqual([]);
});

it.each(marks)('the pages beside the emulators hold « %s »', async (mark) => {
  expect((await textsOf('web-emulator')).filter((text) => text.includes(mark))).not.toEqual([]);
});
