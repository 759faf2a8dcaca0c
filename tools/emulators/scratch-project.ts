import { cp, mkdtemp, realpath, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** A small Firebase project of its own in a temporary folder, so that the launcher is tried without the programme's code. */
export async function createScratchProject(): Promise<{ root: string; remove: () => Promise<void> }> {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'emulators-')));
  await cp(join(import.meta.dirname, 'fixtures', 'project'), root, { recursive: true });
  await symlink(resolve(import.meta.dirname, '../../node_modules'), join(root, 'functions', 'node_modules'), 'dir');
  return { root, remove: () => rm(root, { recursive: true, force: true }) };
}
