import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { lockFile } from './functions.ts';
import { functionsPackage } from './functions-package.ts';

const versions = z.record(z.string(), z.string());
const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({ version: z.string(), resolved: z.string().optional(), devDependencies: versions.optional() }),
  ),
});

const advice = 'out of date: run "node tools/build/functions-lock.ts" and commit functions-lock.json';

async function lock() {
  return lockSchema.parse(JSON.parse(await readFile(lockFile, 'utf8'))).packages;
}

describe('the deployed package.json and its lockfile', () => {
  it('name exact versions, those of functions/package.json', async () => {
    const source = z
      .object({ dependencies: versions })
      .parse(JSON.parse(await readFile(join(import.meta.dirname, '../../functions/package.json'), 'utf8')));
    const { devDependencies } = await functionsPackage();
    expect(Object.keys(devDependencies)).toEqual(['firebase-admin', 'firebase-functions']);
    expect(source.dependencies).toMatchObject(devDependencies);
    for (const version of Object.values(devDependencies)) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it('agree with each other', async () => {
    const { version, devDependencies } = await functionsPackage();
    const packages = await lock();
    expect(packages[''], advice).toMatchObject({ version, devDependencies });
    for (const [name, exact] of Object.entries(devDependencies))
      expect(packages[`node_modules/${name}`]?.version, advice).toBe(exact);
  });

  it('install from whatever registry the machine uses, and run on Node 24', async () => {
    const resolved = Object.values(await lock()).flatMap((one) => one.resolved ?? []);
    expect(resolved).toEqual([]);
    expect((await functionsPackage()).engines).toEqual({ node: '24' });
  });
});
