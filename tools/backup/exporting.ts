import { appendFile, mkdir, readdir, stat, truncate } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Bucket } from '../../functions/src/store/bucket.ts';
import { inParallel } from '../seed/world.ts';
import { type Documents, everyDocument, type Line, stateOf, textOf } from './documents.ts';
import {
  collectionOf,
  exportedObjects,
  fileOf,
  hashLine,
  type Manifest,
  type Progress,
  placesIn,
  readManifest,
  readProgress,
  writeManifest,
  writeProgress,
} from './folder.ts';
import { everyObject, hashOfLines, keepObject, WIDTH } from './objects.ts';

export interface Exporting {
  readonly documents: Documents;
  readonly bucket: Bucket;
  readonly project: string;
  readonly folder: string;
  /** The past instant that the documents are to be of; null for now. */
  readonly at: string | null;
  readonly say: (line: string) => void;
}

/**
 * Writes every document and every object of a project into a folder. Documents are all of one instant, then objects are read: none of them is ever written
 * over, so that those which documents name are there. A run that was cut short goes on where the last page ended, at the same instant; Firestore answers
 * for an instant of the last hour, or of the last seven days with point-in-time recovery.
 *
 * @throws Error when the folder holds an export that is whole already.
 */
export async function exportProject(exporting: Exporting): Promise<Manifest> {
  const { folder, say, project } = exporting;
  if ((await readManifest(folder)) !== null) throw new Error(`« ${folder} » contient déjà une sauvegarde entière.`);
  // Everything of everybody: for whoever runs the command alone.
  const mode = 0o700;
  await mkdir(folder, { recursive: true, mode });
  await mkdir(placesIn(folder).documents, { recursive: true, mode });
  await mkdir(placesIn(folder).objects, { recursive: true, mode });
  const progress = await exportDocuments(exporting, await started(exporting));
  const count = Object.values(progress.byCollection).reduce((sum, some) => sum + some, 0);
  say(`Documents : ${count}, tels qu’ils étaient à ${progress.readTime}.`);
  const objects = await exportObjects(exporting);
  say(`Fichiers : ${objects.count} (${objects.bytes} octets).`);
  const manifest: Manifest = {
    ...{ format: 1, project, readTime: progress.readTime },
    documents: {
      ...{ count, byCollection: progress.byCollection },
      sha256: await hashOfLines(placesIn(folder).hashes),
    },
    objects: { ...objects, sha256: await hashOfLines(placesIn(folder).objectLines) },
  };
  await writeManifest(folder, manifest);
  return manifest;
}

async function started({ folder, documents, at, say }: Exporting): Promise<Progress> {
  const before = await readProgress(folder);
  if (before !== null) {
    say(`La sauvegarde commencée à ${before.readTime} continue.`);
    await cutBack(folder, before);
    return before;
  }
  const readTime = at ?? (await stateOf(documents)).readTime;
  await appendFile(placesIn(folder).hashes, '');
  await appendFile(placesIn(folder).objectLines, '');
  return { readTime, after: null, sizes: {}, byCollection: {}, documentsDone: false };
}

/** What was written after the last page that is known to be whole is taken away: it is read again. */
async function cutBack(folder: string, { sizes }: Progress): Promise<void> {
  const { documents, hashes } = placesIn(folder);
  const written = [hashes, ...(await readdir(documents)).map((name) => join(documents, name))];
  for (const file of written) await truncate(file, sizes[relative(folder, file)] ?? 0);
}

async function exportDocuments({ documents, folder }: Exporting, begun: Progress): Promise<Progress> {
  let progress = begun;
  if (progress.documentsDone) return progress;
  for await (const lines of everyDocument(documents, progress)) {
    progress = await withPage(folder, progress, lines);
    await writeProgress(folder, progress);
  }
  progress = { ...progress, documentsDone: true };
  await writeProgress(folder, progress);
  return progress;
}

async function withPage(folder: string, before: Progress, lines: readonly Line[]): Promise<Progress> {
  const { hashes } = placesIn(folder);
  const sizes = { ...before.sizes };
  const byCollection = { ...before.byCollection };
  for (const [file, some] of Map.groupBy(lines, ({ path }) => fileOf(folder, path))) {
    await appendFile(file, some.map((line) => `${textOf(line)}\n`).join(''));
    sizes[relative(folder, file)] = (await stat(file)).size;
  }
  await appendFile(hashes, lines.map(hashLine).join(''));
  sizes[relative(folder, hashes)] = (await stat(hashes)).size;
  for (const { path } of lines) byCollection[collectionOf(path)] = (byCollection[collectionOf(path)] ?? 0) + 1;
  return { ...before, sizes, byCollection, after: lines.at(-1)?.path ?? before.after };
}

async function exportObjects({ bucket, folder }: Exporting): Promise<{ count: number; bytes: number }> {
  let [count, bytes] = [0, 0];
  let last: string | null = null;
  for await (const { path, size } of exportedObjects(folder)) {
    count += 1;
    bytes += size;
    last = path;
  }
  for await (const objects of everyObject(bucket, last)) {
    const kept = (await inParallel(objects, WIDTH, (object) => keepObject(folder, object))).flatMap((one) => one ?? []);
    count += kept.length;
    bytes += kept.reduce((sum, { size }) => sum + size, 0);
    // In one write: a line that was cut would not be read by the run that goes on.
    await appendFile(placesIn(folder).objectLines, kept.map((line) => `${JSON.stringify(line)}\n`).join(''));
  }
  return { count, bytes };
}
