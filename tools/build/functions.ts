import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..', '..');
export const functionsFolder = join(root, 'dist', 'functions');

/**
 * What is deployed is generated: one bundle split by what each function needs (the PDF engine apart), a package.json with exact versions, and its
 * own lockfile. With workspaces there is none in functions/, and an internal package name there would fail the cloud build.
 */
export async function buildFunctions(): Promise<void> {
  await rm(functionsFolder, { recursive: true, force: true });
  await mkdir(functionsFolder, { recursive: true });
  await build({
    entryPoints: [join(root, 'functions', 'src', 'index.ts')],
    outdir: functionsFolder,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    outExtension: { '.js': '.mjs' },
    chunkNames: 'chunks/[name]-[hash]',
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'none',
    external: ['firebase-functions', 'firebase-functions/*', 'firebase-admin', 'firebase-admin/*', '@google-cloud/*'],
    // CommonJS inside the bundle asks for Node's own modules by require.
    banner: { js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);" },
  });
  await writePackage();
}

async function writePackage(): Promise<void> {
  const source = JSON.parse(await readFile(join(root, 'functions', 'package.json'), 'utf8'));
  const kept = ['@google-cloud/firestore', 'firebase-admin', 'firebase-functions'];
  const dependencies = Object.fromEntries(kept.map((name) => [name, source.dependencies[name]]));
  const manifest = { name: 'sur-mesure-functions', version: source.version, private: true, type: 'module', main: 'index.mjs', engines: { node: '24' }, dependencies };
  await writeFile(join(functionsFolder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  await cp(join(root, 'tools', 'build', 'functions-lock.json'), join(functionsFolder, 'package-lock.json'), { force: true });
}
