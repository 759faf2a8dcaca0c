import type { Firestore } from 'firebase-admin/firestore';
import { can } from '../domain/access/policy.ts';
import type { SignedInActor } from '../domain/actor.ts';
import type { UploadRequest } from '../domain/api.ts';
import { HOUR, MINUTE } from '../domain/calendar.ts';
import { displayName, pieces } from '../domain/dossiers/pieces.ts';
import type { ProgrammeSettings } from '../domain/programme/settings.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import type { Bucket } from './bucket.ts';
import { get } from './collection.ts';
import { UPLOADS, type Upload, uploads } from './collections/files.ts';
import { missions } from './collections/missions.ts';
import { settingsInForce } from './collections/settings.ts';
import { incomingPath, keepFile } from './stored-files.ts';

const neverArrived = 'Ce fichier n’est jamais arrivé : la connexion a sans doute été coupée. Envoyez-le à nouveau.';
const targetMissing = refuse('target-missing', 'Dites à quelle mission ou à quel dossier ce fichier appartient.');

/** Announces one upload: the server issues the id, and the client may then create that one object (1-2 reads, 1 write). */
export async function requestUpload(
  firestore: Firestore,
  asked: { actor: SignedInActor; request: UploadRequest; uploadId: string; now: number },
): Promise<{ uploadId: string; path: string } | Refusal> {
  const { actor, request, uploadId, now } = asked;
  const piece = pieces[request.piece];
  const mission = request.missionId === null ? null : await get(firestore, missions, request.missionId);
  if ((piece.of === 'mission' && mission === null) || (piece.of === 'laureate' && request.laureateId === null))
    return targetMissing;
  const refusal =
    can(actor, {
      action: 'deposit',
      piece: request.piece,
      laureateId: request.laureateId,
      expertId: mission?.expert.expertId ?? null,
    }) ?? sizeRefusal(request.size, largest(await settingsInForce(firestore), request.piece));
  if (refusal) return refusal;
  const upload: Upload = {
    id: uploadId,
    uid: actor.uid,
    piece: request.piece,
    laureateId: piece.of === 'laureate' ? request.laureateId : null,
    missionId: piece.of === 'mission' ? request.missionId : null,
    name: displayName(request.name),
    size: request.size,
    createdAt: now,
    state: 'expected',
    fileId: null,
    message: null,
  };
  await firestore.doc(uploads.path(uploadId)).create(uploads.write(upload));
  return { uploadId, path: incomingPath(actor.uid, uploadId) };
}

function largest(settings: ProgrammeSettings, piece: UploadRequest['piece']): number {
  return pieces[piece].binding ? settings.largestBindingFile : settings.largestFile;
}

function sizeRefusal(size: number, most: number): Refusal | null {
  if (size < 1) return refuse('file-empty', 'Ce fichier est vide. Choisissez-en un autre.');
  const megabytes = Math.floor(most / 1_000_000);
  return size <= most
    ? null
    : refuse(
        'file-too-large',
        `Ce fichier dépasse ${megabytes} Mo. Réduisez-le (photos moins lourdes, PDF compressé), puis réessayez.`,
      );
}

/**
 * Verifies one deposited object and moves it to its place: type by its bytes, structure, SHA-256. Runs again without harm, at the same moment
 * too: a judgment stands, and what is already judged is only cleaned up. An object that nobody announced is deleted.
 */
export async function verifyUpload(
  firestore: Firestore,
  bucket: Bucket,
  found: { uid: string; uploadId: string; now: number },
): Promise<void> {
  const object = bucket.file(incomingPath(found.uid, found.uploadId));
  const upload = await advance(firestore, found, { state: 'scanning' });
  if (upload) {
    const bytes = await bytesOf(object);
    // Announced but never sent: the sweeper meets these, and forgets them.
    const judgment = bytes ? await judged(firestore, bucket, upload, bytes) : rejected(neverArrived);
    await advance(firestore, found, judgment);
  }
  await object.delete({ ignoreNotFound: true });
}

type Step = Pick<Upload, 'state'> & Partial<Pick<Upload, 'fileId' | 'message'>>;

/**
 * Takes an upload one step on; null when there is none of this person, or when it is judged. In a transaction: of two verifications at once, the
 * slower one must not put the upload back, nor call « never arrived » what the faster one has just moved.
 */
function advance(
  firestore: Firestore,
  { uid, uploadId }: { uid: string; uploadId: string },
  step: Step,
): Promise<Upload | null> {
  const reference = firestore.doc(uploads.path(uploadId));
  return firestore.runTransaction(async (transaction) => {
    const upload = uploads.read(await transaction.get(reference));
    if (upload === null || upload.uid !== uid || upload.state === 'clean' || upload.state === 'rejected') return null;
    transaction.update(reference, uploads.write({ ...upload, ...step }));
    return upload;
  });
}

async function judged(firestore: Firestore, bucket: Bucket, upload: Upload, bytes: Uint8Array): Promise<Step> {
  // Here only: every other function would start slower for what reads files.
  const [{ inspect }, settings] = await Promise.all([import('./inspection.ts'), settingsInForce(firestore)]);
  const verdict =
    sizeRefusal(bytes.byteLength, largest(settings, upload.piece)) ??
    (await inspect(bytes, pieces[upload.piece].binding));
  if ('refused' in verdict) return rejected(verdict.message);
  const { id, uid: ownerUid, piece, laureateId, missionId, name, createdAt } = upload;
  const { contentType } = verdict;
  await keepFile(
    firestore,
    bucket,
    { id, piece, laureateId, missionId, name, ownerUid, contentType, createdAt },
    bytes,
  );
  return { state: 'clean', fileId: id };
}

function rejected(message: string): Step {
  return { state: 'rejected', message };
}

async function bytesOf(object: ReturnType<Bucket['file']>): Promise<Uint8Array | null> {
  try {
    const [bytes] = await object.download();
    return bytes;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 404) return null;
    throw error;
  }
}

/**
 * How long an upload may stay in a state before the sweeper takes it: a large file takes long on a slow line, and is announced before it is sent;
 * a verification takes seconds.
 */
const patience = { expected: 24 * HOUR, scanning: 10 * MINUTE } as const satisfies Partial<
  Record<Upload['state'], number>
>;

/** Uploads that never arrived, or whose trigger was lost or died. Bounded, so that a sweep always ends. */
export async function stuckUploads(firestore: Firestore, now: number): Promise<Upload[]> {
  const found = await Promise.all(
    Object.entries(patience).map(([state, wait]) =>
      firestore
        .collection(UPLOADS)
        .where('state', '==', state)
        .where('createdAt', '<', now - wait)
        .orderBy('createdAt', 'desc')
        .limit(50)
        .get(),
    ),
  );
  return found.flatMap(({ docs }) => uploads.list(docs));
}

/** The depositor's own upload, for the page that waits. */
export async function uploadState(
  firestore: Firestore,
  actor: SignedInActor,
  uploadId: string,
): Promise<Pick<Upload, 'state' | 'fileId' | 'message'> | Refusal> {
  const upload = await get(firestore, uploads, uploadId);
  if (upload === null || upload.uid !== actor.uid)
    return refuse('upload-unknown', 'Ce dépôt est introuvable. Choisissez le fichier à nouveau.');
  return { state: upload.state, fileId: upload.fileId, message: upload.message };
}
