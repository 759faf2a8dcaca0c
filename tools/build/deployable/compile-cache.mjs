import { readdir, rm } from 'node:fs/promises';
import { flushCompileCache } from 'node:module';

/**
 * Run by Cloud Build after the install (`gcp-build`): loads every file once and keeps V8's compiled code beside them. Made there and not on the
 * machine that deploys, because another Node, even a patch away, ignores it.
 */
// There is no project at that moment, and Storage triggers want a bucket's name to be defined.
process.env.FIREBASE_CONFIG ??= JSON.stringify({ projectId: 'build', storageBucket: 'build' });

// Of the function that is being built, which would hide the list of all of them.
delete process.env.FUNCTION_TARGET;

await rm(new URL('.compile-cache', import.meta.url), { recursive: true, force: true });
await import('./index.mjs');
for (const folder of ['by-function', 'chunks'])
  for (const file of await readdir(new URL(folder, import.meta.url))) await import(`./${folder}/${file}`);
flushCompileCache();
