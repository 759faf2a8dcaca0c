import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { root } from '../commands.ts';

const lock = z.object({
  packages: z.record(
    z.string(),
    z.looseObject({
      optionalDependencies: z.record(z.string(), z.string()).optional(),
      resolved: z.string().optional(),
    }),
  ),
});

const read = async () => lock.parse(JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')));

describe('the lockfile', () => {
  it('names the binaries of every platform, which an install over existing packages drops', async () => {
    const { packages } = await read();
    const named = new Set(
      Object.keys(packages).map((path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)),
    );
    const platforms = Object.keys(packages['node_modules/@biomejs/biome']?.optionalDependencies ?? {});
    expect(platforms.length).toBeGreaterThan(4);
    expect(platforms.filter((name) => !named.has(name))).toEqual([]);
  });

  it('names no registry', async () => {
    const { packages } = await read();
    const addresses = Object.values(packages).flatMap(({ resolved }) => (resolved?.includes('://') ? [resolved] : []));
    expect(addresses).toEqual([]);
  });
});
