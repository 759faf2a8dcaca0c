import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Metafile } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { loads } from '../../bench/cold/loads.ts';
import { filesByFunction, reached } from './by-function.ts';
import { bundling, functionsFolder } from './functions.ts';
import { readMetafile } from './metafile.ts';

const listSchema = z.record(z.string(), z.unknown());
type List = z.infer<typeof listSchema>;

let metafile: Metafile;
/** Target → name → endpoint, of what a process with that target finds. */
let found: Readonly<Record<string, List>>;

const NONE = '';
const UNKNOWN = 'anyFunction';

/** One process for all targets: the entry is loaded again for each, which reads the environment again. */
async function foundWith(targets: readonly string[]) {
  const program = `
    const found = {};
    for (const target of ${JSON.stringify(targets)}) {
      if (target === '') delete process.env.FUNCTION_TARGET; else process.env.FUNCTION_TARGET = target;
      const functions = Object.entries(await import('./index.mjs?' + target)).filter(([, one]) => one !== undefined);
      found[target] = Object.fromEntries(functions.map(([name, one]) => [name, one.__endpoint]));
    }
    console.log(JSON.stringify(found));`;
  const env = {
    PATH: process.env.PATH,
    // What is deployed keeps what it compiles in its own folder, which is looked at here and left as it is.
    NODE_DISABLE_COMPILE_CACHE: '1',
    GCLOUD_PROJECT: 'demo-targets',
    FIREBASE_CONFIG: JSON.stringify({ projectId: 'demo-targets', storageBucket: 'demo-targets' }),
  };
  const options = { cwd: functionsFolder, env, maxBuffer: 50_000_000 };
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program], options);
  return z.record(z.string(), listSchema).parse(JSON.parse(stdout));
}

beforeAll(async () => {
  metafile = await readMetafile();
  found = await foundWith([NONE, UNKNOWN, ...filesByFunction(metafile).keys()]);
}, 120_000);

const whole = () => found[NONE] ?? {};

function filesAtOnce(file: string): string[] {
  return [...reached(metafile, file, ['import-statement'])];
}

function sizeOf(files: readonly string[]): number {
  return files.reduce((sum, path) => sum + (metafile.outputs[path]?.bytes ?? 0), 0);
}

function fileOf(name: string): string {
  return filesByFunction(metafile).get(name) ?? `no file for ${name}`;
}

const wholeFile = () =>
  Object.keys(metafile.outputs).find((path) => metafile.outputs[path]?.entryPoint === bundling.entryPoints.functions) ??
  'no file';

describe('a process that is told its function', () => {
  it('finds it as it is among all of them: the same name, trigger and options', () => {
    expect(Object.keys(whole()).length).toBeGreaterThan(50);
    for (const [name, endpoint] of Object.entries(whole()))
      expect(found[name], name).toMatchObject({ [name]: endpoint });
  });

  it('finds only those of the same module besides', () => {
    for (const name of Object.keys(whole())) {
      const together = Object.keys(whole()).filter((other) => fileOf(other) === fileOf(name));
      expect(Object.keys(found[name] ?? {}).sort(), name).toEqual(together.sort());
    }
  });

  it('loads less than all of them, in few files', () => {
    for (const name of Object.keys(whole())) {
      const files = filesAtOnce(fileOf(name));
      expect(sizeOf(files), name).toBeLessThan(0.95 * sizeOf(filesAtOnce(wholeFile())));
      expect(files.length, name).toBeLessThan(15);
    }
  });

  it('is measured by the bench where it loads the most, at once', () => {
    const sizes = Object.keys(whole()).map((name) => ({ name, size: sizeOf(filesAtOnce(fileOf(name))) }));
    const [heaviest] = sizes.toSorted((a, b) => b.size - a.size);
    expect(loads.map(({ target }) => target)).toContain(heaviest?.name);
  });
});

describe('a process that is told no function, or one that there is not', () => {
  it('finds all of them: deployments list them so, and one process of the emulators answers for many', () => {
    expect(Object.keys(found[UNKNOWN] ?? {})).toEqual(Object.keys(whole()));
  });
});
