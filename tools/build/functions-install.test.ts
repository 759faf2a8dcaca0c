import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { functionsFolder } from './functions.ts';
import { readManifest } from './manifest.ts';

/** Costs about ten seconds and the npm registry (or its cache): what Cloud Build does with the folder, outside of the workspace. */
let folder: string;
// `npm test` keeps what it compiles in a place of its own; Cloud Build has no such thing, and what is deployed carries its own.
const { NODE_COMPILE_CACHE: _ours, ...env } = process.env;

async function inFolder(command: string, ...values: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(command, values, { cwd: folder, env });
  return stdout;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sur-mesure-install-'));
  await cp(functionsFolder, folder, { recursive: true, filter: (path) => !path.includes('.compile-cache') });
}, 120_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the generated folder, alone on a machine', () => {
  it('installs by npm ci, compiles ahead, is pruned of the tools, and still lists the same functions', async () => {
    await inFolder('npm', 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline');
    const { endpoints } = await readManifest(folder, 'demo-install.firebasestorage.app');
    await inFolder('npm', 'run', 'gcp-build');
    const [cache = ''] = await readdir(join(folder, '.compile-cache'));
    expect(cache).toContain(process.version);
    expect((await readdir(join(folder, '.compile-cache', cache))).length).toBeGreaterThan(3);
    await inFolder('npm', 'prune', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund');
    expect(await exported()).toEqual(Object.keys(endpoints).sort());
  }, 120_000);
});

/** The names of the functions, as the functions framework finds them: by loading the folder in a process of its own. */
async function exported(): Promise<string[]> {
  const program = `
    process.env.FIREBASE_CONFIG = '{"projectId":"demo-install","storageBucket":"demo-install"}';
    const found = Object.entries(await import('./index.mjs')).filter(([, one]) => typeof one === 'function');
    console.log(JSON.stringify(found.map(([name]) => name).sort()));`;
  const output = await inFolder(process.execPath, '--input-type=module', '--eval', program);
  return z.array(z.string()).parse(JSON.parse(output.trim().split('\n').at(-1) ?? ''));
}
