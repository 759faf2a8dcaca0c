import type { Firestore } from 'firebase-admin/firestore';
import { isKeptPiece } from '../../domain/retention/kept-longer.ts';
import { documentHashes } from '../collections/document-hashes.ts';
import { files } from '../collections/files.ts';

/**
 * Of these files, those on which a decision rests: a proof names their bytes. 2 reads a file at most. What can't be read is taken for one of them, since
 * nobody decided that its lines may go.
 */
export async function decidedAmong(firestore: Firestore, fileIds: readonly string[]): Promise<Set<string>> {
  const asked = [...new Set(fileIds)].filter((fileId) => fileId !== '');
  if (asked.length === 0) return new Set();
  const found = await firestore.getAll(...asked.map((fileId) => firestore.doc(files.path(fileId))));
  const { values, unreadable } = files.readable(found.filter(({ exists }) => exists));
  const kept = values.filter(({ piece }) => isKeptPiece(piece));
  if (kept.length === 0) return new Set(unreadable.map(lastPart));
  const named = await firestore.getAll(...kept.map(({ sha256 }) => firestore.doc(documentHashes.path(sha256))));
  const decided = kept.filter((_file, index) => named[index]?.exists);
  return new Set([...decided.map(({ id }) => id), ...unreadable.map(lastPart)]);
}

function lastPart(path: string): string {
  return path.split('/').at(-1) ?? path;
}
