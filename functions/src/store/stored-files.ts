import type { Firestore } from 'firebase-admin/firestore';
import type { StoredFile } from '../domain/dossiers/pieces.ts';
import type { Bucket } from './bucket.ts';
import { files } from './collections/files.ts';
import { sha256 } from './ledger-chain.ts';

/** Where a client may put what the server told it to expect, and where verified bytes are kept. Names never enter a path. */
export const incomingPath = (uid: string, uploadId: string) => `incoming/${uid}/${uploadId}`;
export const storedPath = (fileId: string) => `stored/${fileId}`;
const INCOMING = /^incoming\/([^/]+)\/([A-Za-z0-9]{20})$/;

export function parseIncoming(path: string): { uid: string; uploadId: string } | null {
  const [, uid, uploadId] = INCOMING.exec(path) ?? [];
  return uid !== undefined && uploadId !== undefined ? { uid, uploadId } : null;
}

export type FileToKeep = Omit<StoredFile, 'sha256' | 'size'>;

/**
 * Keeps bytes as a file that never changes: the object first (only if absent), then its document. A crash between the two leaves an object that
 * nobody can read and that the next attempt finds and describes, as it is: a document made again may have other bytes, and the first stay.
 */
export async function keepFile(
  firestore: Firestore,
  bucket: Bucket,
  file: FileToKeep,
  bytes: Uint8Array,
): Promise<StoredFile> {
  const path = storedPath(file.id);
  const stored = await storedOnce(bucket, file, bytes);
  const kept: StoredFile = { ...file, size: stored.byteLength, sha256: sha256(stored) };
  const reference = firestore.doc(files.path(file.id));
  try {
    await reference.create(files.write({ ...kept, path }));
    return kept;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 6)) throw error;
    return files.read(await reference.get()) ?? kept;
  }
}

/** Puts the bytes where nothing is yet. Returns those that are there from now on: these, or the ones that came first. */
async function storedOnce(bucket: Bucket, file: FileToKeep, bytes: Uint8Array): Promise<Uint8Array> {
  const object = bucket.file(storedPath(file.id));
  try {
    await object.save(Buffer.from(bytes), {
      resumable: false,
      preconditionOpts: { ifGenerationMatch: 0 },
      metadata: {
        contentType: file.contentType,
        contentDisposition: `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
        cacheControl: 'private, no-store',
      },
    });
    return bytes;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 412)) throw error;
    const [first] = await object.download();
    return first;
  }
}
