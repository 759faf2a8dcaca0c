import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../commands.ts';
import { finder, knownCollections } from '../stored/collections.ts';
import { textOf } from './documents.ts';
import { exportedDocuments } from './folder.ts';
import { examplesOf } from './freezing.ts';

/**
 * `node tools/backup/freeze.ts DOSSIER 0.2.0`: keeps, of an export of the demonstration by a release, one document of each shape, which every later release
 * must read (docs/backups.md).
 */
const [folder, release] = process.argv.slice(2);
if (folder === undefined || release === undefined || !/^\d+\.\d+\.\d+$/.test(release)) {
  console.error('Dites quelle sauvegarde, et de quelle version : node tools/backup/freeze.ts DOSSIER 0.2.0');
  process.exitCode = 1;
} else {
  const examples = await examplesOf(exportedDocuments(folder), finder(await knownCollections()));
  const target = join(root, 'tests', 'exports', release);
  await mkdir(target, { recursive: true });
  await writeFile(join(target, 'documents.jsonl'), examples.map((line) => `${textOf(line)}\n`).join(''));
  console.log(`Documents gardés : ${examples.length}.`);
}
