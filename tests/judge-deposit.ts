import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Run in a process of its own, as a deployed instance is, without what the emulator puts around: judges the deposit at `path` with the functions
 * of `folder`. The function says itself what it took at most.
 */
const [folder = '', path = ''] = process.argv.slice(2);
const { checkUpload } = await import(pathToFileURL(join(folder, 'index.mjs')).href);
await checkUpload.run({ data: { name: path } });
process.exit(0);
