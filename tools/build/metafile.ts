import { readFile, writeFile } from 'node:fs/promises';
import type { Metafile } from 'esbuild';
import * as z from 'zod';
import { functionsFolder } from './functions.ts';

/** Beside the folder that is deployed, not in it. */
const file = `${functionsFolder}-metafile.json`;

const metafile = z.custom<Metafile>(
  (value) => z.object({ inputs: z.object({}), outputs: z.object({}) }).safeParse(value).success,
);

/** What esbuild says of the functions that were built to be deployed: which file holds what, and what each imports. */
export async function keepMetafile(built: Metafile): Promise<void> {
  await writeFile(file, JSON.stringify(built));
}

/** Of the last build: to build them again for each file of tests that looks at them took half a minute. */
export async function readMetafile(): Promise<Metafile> {
  return metafile.parse(JSON.parse(await readFile(file, 'utf8')));
}
