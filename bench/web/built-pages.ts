import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { root } from '../../tools/commands.ts';

/** What is deployed: the production build of the pages. */
export const builtPages = join(root, 'dist', 'web');

/** Thousands of bytes that Hosting sends for these. */
export function sentKb(bytes: Uint8Array): number {
  return brotliCompressSync(bytes).byteLength / 1_000;
}

/**
 * The scripts that the page of this address imports before anything happens: what its HTML names, which Vite makes the whole static graph of
 * its entry (`modulepreload`). Empty for a page that is not a file, or has no script.
 */
export function namedScripts(path: string): string[] {
  const file = join(builtPages, `${path === '/' ? 'index' : path.slice(1)}.html`);
  if (!existsSync(file)) return [];
  const html = readFileSync(file, 'utf8');
  return [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+\.js)"/g)].flatMap(([, script]) => script ?? []);
}

export function builtFile(path: string): Buffer {
  return readFileSync(join(builtPages, path));
}

/** Thousands of bytes of every typeface of the pages together; WOFF2 is compressed already. */
export function fontsKb(): number {
  const assets = join(builtPages, 'assets');
  const fonts = readdirSync(assets).filter((name) => name.endsWith('.woff2'));
  return fonts.reduce((total, name) => total + readFileSync(join(assets, name)).byteLength, 0) / 1_000;
}

/** The service that the whole Firestore library listens to, under any minifier; its small sister never listens, and only `firebase/app` knows their names. */
const firestoreMark = 'google.firestore.v1.Firestore';

export function holdsFirestore(script: Buffer): boolean {
  return script.includes(firestoreMark);
}
