import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { forget, keptIn, requireWholeExport } from './kept.ts';

const metadata = {
  version: '14.27.0',
  firestore: { version: '1', path: 'firestore_export', metadata_file: 'firestore_export/all.overall_export_metadata' },
  auth: { version: '1', path: 'auth_export' },
  storage: { version: '1', path: 'storage_export' },
};
const whole = {
  'firebase-export-metadata.json': JSON.stringify(metadata),
  'firestore_export/all.overall_export_metadata': 'bytes',
  'auth_export/accounts.json': '{}',
  'auth_export/config.json': '{}',
  'storage_export/buckets.json': '{}',
};

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kept-'));
});
afterEach(() => forget(folder));

async function save(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    const path = join(keptIn(folder).data, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
}

it('asks nothing of a first start', async () => {
  await expect(requireWholeExport(keptIn(folder))).resolves.toBeUndefined();
});

it('takes a whole save', async () => {
  await save(whole);
  await expect(requireWholeExport(keptIn(folder))).resolves.toBeUndefined();
});

it.each(Object.keys(whole))('refuses a save without %s, and says how to start afresh', async (name) => {
  await save(whole);
  await rm(join(keptIn(folder).data, name));
  await expect(requireWholeExport(keptIn(folder))).rejects.toThrow(/cut short.\n.*npm start -- --reset/);
});

it('refuses a save whose list was cut short', async () => {
  await save({ ...whole, 'firebase-export-metadata.json': '{"version":' });
  await expect(requireWholeExport(keptIn(folder))).rejects.toThrow('npm start -- --reset');
});

it('forgets everything when starting afresh, and has nothing to forget the first time', async () => {
  await save(whole);
  await forget(folder);
  await expect(stat(folder)).rejects.toThrow('ENOENT');
  await forget(folder);
});
