import { appendFile, cp, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { MARK, sharedEntry } from './shared-process.ts';

/** A small Firebase project of its own in a temporary folder, so that the launcher is tried without the programme's code. */
export async function createScratchProject(): Promise<{ root: string; remove: () => Promise<void> }> {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'emulators-')));
  await cp(join(import.meta.dirname, 'fixtures', 'project'), root, { recursive: true });
  const functions = join(root, 'functions');
  await symlink(resolve(import.meta.dirname, '../../node_modules'), join(functions, 'node_modules'), 'dir');
  await appendFile(join(functions, 'index.js'), sharedEntry);
  await writeFile(join(functions, MARK), '');
  await writeFile(join(functions, '.secret.local'), 'SECRET="whispered"\n');
  return { root, remove: () => rm(root, { recursive: true, force: true }) };
}
