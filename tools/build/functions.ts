import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, join, relative } from 'node:path';
import { type BuildOptions, build, type Metafile } from 'esbuild';
import { byFunction, filesByFunction } from './by-function.ts';
import { writeFunctionsPackage } from './functions-package.ts';
import { leanerFirestore } from './leaner-firestore.ts';

const root = join(import.meta.dirname, '..', '..');
export const functionsFolder = join(root, 'dist', 'functions');
export const lockFile = join(import.meta.dirname, 'functions-lock.json');

/** What CommonJS packages find around them, for those that become part of an ES module. */
const commonJsSurroundings = [
  `import { createRequire as requireFrom } from 'node:module';`,
  'const require = requireFrom(import.meta.url);',
  'const __filename = import.meta.filename;',
  'const __dirname = import.meta.dirname;',
].join('');

/** The sources in one file and, apart, what a function imports when it needs it. The bench builds its peer from the same options. */
export const bundling = {
  absWorkingDir: root,
  entryPoints: { functions: 'functions/src/index.ts' },
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  outExtension: { '.js': '.mjs' },
  chunkNames: 'chunks/[name]-[hash]',
  metafile: true,
  logLevel: 'warning',
} as const satisfies BuildOptions;

/**
 * Writes the folder that is deployed: everything the functions need in a few files, so that a cold start opens 6 files instead of 1 100 and loads
 * one function, with a package.json and a lockfile for the tools. Why so: `docs/decisions/006-deployable-functions.md` and `059`.
 */
export async function buildFunctions(folder = functionsFolder): Promise<Metafile> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const { entryPoints, plugins } = await byFunction(bundling, bundling.entryPoints.functions);
  const { metafile } = await build({
    ...bundling,
    entryPoints: { ...bundling.entryPoints, ...entryPoints },
    plugins: [leanerFirestore, ...plugins],
    outdir: folder,
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'none',
    banner: { js: commonJsSurroundings },
  });
  await writeFile(join(folder, 'index.mjs'), entry(metafile, folder));
  await cp(join(import.meta.dirname, 'deployable'), folder, { recursive: true });
  await copyWasm(join(folder, 'wasm'));
  await writeFunctionsPackage(folder);
  await cp(lockFile, join(folder, 'package-lock.json'));
  return metafile;
}

/** Read at run time by `store/files/first-page.ts`: what draws the first page of a PDF, and what encodes the picture. */
const webAssembly = ['@hyzyla/pdfium/pdfium.wasm', '@jsquash/webp/codec/enc/webp_enc_simd.wasm'] as const;

async function copyWasm(folder: string): Promise<void> {
  const { resolve } = createRequire(join(root, 'functions', 'package.json'));
  await Promise.all(webAssembly.map((name) => cp(resolve(name), join(folder, basename(name)))));
}

function exportsOf({ outputs }: Metafile): string[] {
  const [main] = Object.values(outputs).filter(({ entryPoint }) => entryPoint === bundling.entryPoints.functions);
  return main?.exports ?? [];
}

/**
 * The compile cache has to be switched on before the functions are loaded, so they are not imported but required: an `await import` here would be
 * refused by the functions emulator, which requires this file. Without a target, or with another, everything is loaded: deployments list the
 * functions so, one process of the emulators answers for many of them, and where a function has gone the platform itself says that it is missing.
 */
function entry(metafile: Metafile, folder: string): string {
  const functions = exportsOf(metafile);
  const paths = filesByFunction(metafile);
  const files = functions.flatMap((name) => {
    const path = paths.get(name);
    return path === undefined ? [] : [[name, `./${relative(folder, join(root, path))}`]];
  });
  return [
    `import { createRequire, enableCompileCache } from 'node:module';`,
    '',
    `enableCompileCache({ directory: \`\${import.meta.dirname}/.compile-cache\`, portable: true });`,
    `const files = new Map(Object.entries(${JSON.stringify(Object.fromEntries(files))}));`,
    `const file = files.get(process.env.FUNCTION_TARGET) ?? './functions.mjs';`,
    `export const { ${functions.join(', ')} } = createRequire(import.meta.url)(file);`,
    '',
  ].join('\n');
}
