import type { Firestore, WriteBatch } from 'firebase-admin/firestore';
import type { StoredFile } from '../../domain/dossiers/pieces.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { Bucket } from '../bucket.ts';
import { files, type KeptFile } from '../collections/files.ts';
import { previewRequests } from '../collections/preview-requests.ts';
import { failedAs } from '../failures.ts';
import { sha256 } from '../hash.ts';
import { optimistically, rewrite } from '../optimistic.ts';

/** Where a client may put what the server told it to expect, and where verified bytes and their pictures are kept. Names never enter a path. */
export const incomingPath = (uid: string, uploadId: string) => `incoming/${uid}/${uploadId}`;
/** Where a verified file is. */
export const storedPath = (fileId: string) => `stored/${fileId}`;
/** Where its picture is. */
export const previewPath = (fileId: string) => `previews/${fileId}`;
export const PREVIEW_TYPE = 'image/webp';
const INCOMING = /^incoming\/([^/]+)\/([A-Za-z0-9]{20})$/;

/** Whose deposit an object is, by its path; null for an object that is none. */
export function parseIncoming(path: string): { uid: string; uploadId: string } | null {
  const [, uid, uploadId] = INCOMING.exec(path) ?? [];
  return uid !== undefined && uploadId !== undefined ? { uid, uploadId } : null;
}

/** What is not said is so of the documents that we make: by no side, shared with nobody by choice, nothing to scan. */
const madeByUs = { ownerName: '', side: null, shared: false, replacesId: null, scan: 'clean' } as const;
const anew = { replacedById: null, withdrawnAt: null } as const;

type Told = keyof typeof madeByUs;
export type FileToKeep = Omit<StoredFile, 'sha256' | 'size' | 'generation' | 'preview' | keyof typeof anew | Told> &
  Partial<Pick<StoredFile, Told>>;

const replacedMeanwhile = refuse(
  'already-replaced',
  'Une autre version de ce document est arrivée avant la vôtre, qui n’a pas été gardée. Rechargez la page, puis remplacez la plus récente.',
);

/**
 * Keeps bytes as a file that never changes: the object first (only if absent), then its document. A crash between the two leaves an object that
 * nobody can read and that the next attempt finds and describes, as it is: a document made again may have other bytes, and the first stay.
 * `from`: the object that holds these very bytes; the service then copies it, and nothing is sent again.
 */
export async function keepFile(
  firestore: Firestore,
  bucket: Bucket,
  file: FileToKeep,
  bytes: Uint8Array,
  from: StoredObject | null = null,
): Promise<StoredFile> {
  const kept = described(file, await storedOnce(bucket, file, bytes, from));
  const reference = firestore.doc(files.path(file.id));
  try {
    const batch = firestore.batch();
    created(firestore, batch, kept);
    await batch.commit();
    return kept;
  } catch (error) {
    if (!failedAs(error, 'documentExists')) throw error;
    return files.read(await reference.get()) ?? kept;
  }
}

/**
 * The same, after another version: both are kept, in one commit that refuses when that one has a next version already or was withdrawn. A new
 * version is shared as the one before it: the laureate chose for the document. Then 2 reads and 2 writes.
 */
export async function keepVersion(
  firestore: Firestore,
  bucket: Bucket,
  file: FileToKeep & { readonly replacesId: string },
  bytes: Uint8Array,
  from: StoredObject | null = null,
): Promise<StoredFile | Refusal> {
  const kept = described(file, await storedOnce(bucket, file, bytes, from));
  const [reference, former] = [firestore.doc(files.path(file.id)), firestore.doc(files.path(file.replacesId))];
  const done = await optimistically<StoredFile | Refusal>(firestore, async (batch) => {
    const [own, before] = await firestore.getAll(reference, former);
    const [already, replaced] = [own && files.read(own), before && files.read(before)];
    if (already) return { answer: already, batch: null };
    if (!before || !replaced || replaced.replacedById !== null || replaced.withdrawnAt !== null)
      return { answer: replacedMeanwhile, batch: null };
    const version = { ...kept, shared: replaced.shared };
    created(firestore, batch, version);
    rewrite(batch, before, files.write({ ...replaced, replacedById: file.id }));
    return { answer: version, batch };
  });
  return done?.answer ?? replacedMeanwhile;
}

/** With what asks for its picture, where there is one to draw. */
function created(firestore: Firestore, batch: WriteBatch, file: KeptFile): void {
  batch.create(firestore.doc(files.path(file.id)), files.write(file));
  if (file.preview !== 'pending') return;
  batch.set(firestore.doc(previewRequests.path(file.id)), previewRequests.write({ at: file.createdAt }));
}

function described(file: FileToKeep, { bytes, generation }: Stored): KeptFile {
  return {
    ...madeByUs,
    ...file,
    ...anew,
    size: bytes.byteLength,
    sha256: sha256(bytes),
    generation,
    preview: file.contentType === 'application/pdf' ? 'pending' : 'none',
    path: storedPath(file.id),
  };
}

/** How every object of ours is served: saved and never run, by one person, for now. The name as RFC 8187 writes it: letters, digits and %. */
export function servedAs(contentType: string, name: string) {
  const encoded = encodeURIComponent(name.toWellFormed()).replaceAll(
    /['()*!]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return {
    contentType,
    contentDisposition: `attachment; filename*=UTF-8''${encoded}`,
    cacheControl: 'private, no-store',
  };
}

export type StoredObject = ReturnType<Bucket['file']>;

interface Stored {
  readonly bytes: Uint8Array;
  readonly generation: string;
}

/** Puts the bytes where nothing is yet. Returns those that are there from now on, these or the ones that came first, and how Storage calls them. */
async function storedOnce(
  bucket: Bucket,
  file: FileToKeep,
  bytes: Uint8Array,
  from: StoredObject | null,
): Promise<Stored> {
  const object = bucket.file(storedPath(file.id));
  const metadata = servedAs(file.contentType, file.name);
  const preconditionOpts = { ifGenerationMatch: 0 };
  try {
    if (from === null) await object.save(asBuffer(bytes), { resumable: false, preconditionOpts, metadata });
    // With metadata of its own: a copy would carry along the token that every deposit of a client has.
    else await from.copy(object, { ...metadata, metadata: { deposit: file.id }, preconditionOpts });
    return { bytes, generation: await generationOf(object) };
  } catch (error) {
    // Somebody was first (412), and has taken away what this copies (404).
    if (!(error instanceof Error && 'code' in error && (error.code === 412 || error.code === 404))) throw error;
    const [first] = await object.download();
    return { bytes: first, generation: await generationOf(object) };
  }
}

/** What is there is never written over, so that it may be asked after. */
async function generationOf(object: StoredObject): Promise<string> {
  const [{ generation }] = await object.getMetadata();
  return String(generation);
}

/** The same bytes, not a copy: a file of 20 MB is in memory once. */
function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
