import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const source = join(import.meta.dirname, '..', '..', 'functions', 'package.json');
const sourceSchema = z.object({ version: z.string(), dependencies: z.record(z.string(), z.string()) });

/** Read by firebase-tools (list of functions, emulator), in no bundle's way: nothing of them is loaded when a function runs. */
const toolsRead = ['firebase-admin', 'firebase-functions'];

/** The package.json of the deployed folder, at the exact versions of the sources. */
export async function functionsPackage() {
  const { version, dependencies } = sourceSchema.parse(JSON.parse(await readFile(source, 'utf8')));
  const versions = Object.entries(dependencies).filter(([name]) => toolsRead.includes(name));
  return {
    name: 'sur-mesure-functions',
    version,
    private: true,
    type: 'module',
    main: 'index.mjs',
    engines: { node: '24' },
    scripts: { 'gcp-build': 'node compile-cache.mjs' },
    devDependencies: Object.fromEntries(versions),
  };
}

export async function writeFunctionsPackage(folder: string): Promise<void> {
  await writeFile(join(folder, 'package.json'), `${JSON.stringify(await functionsPackage(), null, 2)}\n`);
}
