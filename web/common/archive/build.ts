import { isRefusal, type Refusal, refuse } from '@sur-mesure/functions/domain/refusal';
import { makeZip } from 'client-zip';
import type { FetchedFile } from '../reader/fetch-file.ts';
import { type ArchiveEntry, contentsText, INDEX_NAME } from './plan.ts';

export interface Failure {
  readonly entry: ArchiveEntry;
  readonly reason: string;
}

interface BuildOptions {
  /** Gets one file, with its ticket. */
  readonly fetchFile: (fileId: string) => Promise<FetchedFile | Refusal>;
  readonly title: string;
  readonly onProgress: (files: number, bytes: number) => void;
  readonly signal: AbortSignal;
}

const changed = refuse(
  'changed_bytes',
  'Le fichier reçu n’est pas celui qui a été déposé : prévenez l’équipe du programme.',
);

/**
 * An archive of files, each with its ticket and its line in the access log, one after the other. One that does not come is said in the list, and the
 * others are there.
 * @throws DOMException AbortError when `signal` is aborted.
 */
export async function buildArchive(
  entries: readonly ArchiveEntry[],
  { fetchFile, title, onProgress, signal }: BuildOptions,
): Promise<{ readonly archive: Blob; readonly failed: readonly Failure[] }> {
  const kept: ArchiveEntry[] = [];
  const failed: Failure[] = [];
  let bytes = 0;
  async function* contents() {
    for (const entry of entries) {
      signal.throwIfAborted();
      const input = await verified(entry, fetchFile);
      signal.throwIfAborted();
      if (isRefusal(input)) failed.push({ entry, reason: input.message });
      else {
        kept.push(entry);
        yield { name: entry.path, input, lastModified: new Date(entry.file.createdAt), size: input.byteLength };
      }
      bytes += entry.file.size;
      onProgress(kept.length + failed.length, bytes);
    }
    yield { name: INDEX_NAME, input: contentsText({ title, now: Date.now(), kept, failed }), lastModified: new Date() };
  }
  const archive = await new Response(makeZip(contents()), { headers: { 'Content-Type': 'application/zip' } }).blob();
  return { archive, failed };
}

/** The bytes, which must be those of the print that the list gives. */
async function verified({ file }: ArchiveEntry, fetchFile: BuildOptions['fetchFile']): Promise<ArrayBuffer | Refusal> {
  const fetched = await fetchFile(file.fileId);
  if (isRefusal(fetched)) return fetched;
  const bytes = await fetched.bytes.arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return sha256 === file.sha256 ? bytes : changed;
}
