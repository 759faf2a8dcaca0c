import { readdir, readFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { currentBill } from '../sbom/sbom.ts';
import { reached } from './by-function.ts';
import { bundling, functionsFolder } from './functions.ts';
import { readMetafile } from './metafile.ts';

let metafile: Metafile;

beforeAll(async () => {
  metafile = await readMetafile();
}, 120_000);

/** The sources of what a process loads before it knows which function it runs: those of all of them. */
function loadedByAll(): string[] {
  const main = Object.keys(metafile.outputs).filter(
    (path) => metafile.outputs[path]?.entryPoint === bundling.entryPoints.functions,
  );
  const files = main.flatMap((path) => [...reached(metafile, path, ['import-statement'])]);
  return files.flatMap((path) => Object.keys(metafile.outputs[path]?.inputs ?? {}));
}

describe('the bundle of the functions', () => {
  it.each([
    ['the PDF engine', /\/(pdf-lib|handlebars|marked)\/|functions\/src\/documents\//],
    ['the SMTP engine', /\/nodemailer\//],
    ['the tables of file types', /\/file-type\//],
    ['what draws previews', /\/(@hyzyla|@jsquash)\//],
    ['what writes blank documents', /\/(docx|fflate)\//],
    ['the administration of databases', /firestore_admin_client/],
    ['messages of Firestore as classes', /@google-cloud\/firestore.*\/protos\/\w+\.js$/],
    ['long operations, rights and places as classes', /google-gax\/build\/protos\/\w+\.js$/],
    ['the CSV reader', /\/csv-parse\//],
    // `import { z } from 'zod'` brings all fifty; `import * as z` brings the one in use.
    ['the languages of zod', /\/zod\/v4\/locales\/(?!en\.|index\.)/],
  ])('leaves %s to the functions that need it', (_what, pattern) => {
    const sources = loadedByAll();
    expect(sources.length).toBeGreaterThan(100);
    expect(sources.filter((source) => pattern.test(source))).toEqual([]);
  });

  it('holds no package that the bill of materials does not name', () => {
    const named = new Set(currentBill().components.map(({ name }) => name));
    const inputs = Object.values(metafile.outputs).flatMap((output) => Object.keys(output.inputs));
    const held = inputs.flatMap((path) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []);
    expect(new Set(held).size).toBeGreaterThan(20);
    expect([...new Set(held)].filter((name) => !named.has(name))).toEqual([]);
  });

  it('needs no package and names no folder of the machine that built it', async () => {
    const imported = Object.values(metafile.outputs).flatMap(({ imports }) =>
      imports.filter(({ external }) => external),
    );
    expect(imported.map(({ path }) => path).filter((path) => !isBuiltin(path))).toEqual([]);
    for (const file of await readdir(functionsFolder, { recursive: true })) {
      if (file.endsWith('.mjs'))
        expect(await readFile(join(functionsFolder, file), 'utf8')).not.toContain(bundling.absWorkingDir);
    }
  });
});
