import type { Firestore } from 'firebase-admin/firestore';
import type { SignedInActor } from '../../domain/actor.ts';
import { HOUR, MINUTE } from '../../domain/calendar.ts';
import { type Piece, pieces, type Scan } from '../../domain/dossiers/pieces.ts';
import { largestFile, sizeRefusal } from '../../domain/dossiers/quotas.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import type { Bucket } from '../bucket.ts';
import { get } from '../collection.ts';
import { FILES, files, type KeptFile, UPLOADS, type Upload, uploads } from '../collections/files.ts';
import { settingsInForce } from '../collections/settings.ts';
import { failedAs } from '../failures.ts';
import { lostRaceOrGone } from '../lost-race.ts';
import { optimistically, rewrite } from '../optimistic.ts';
import type { Scanner } from '../scanner/verdict.ts';
import { stripTokens } from './download-tokens.ts';
import { ticketsOnFiles } from './file-tickets.ts';
import { incomingPath, keepFile, keepVersion, type StoredObject } from './stored-files.ts';

/** Who judges what is deposited. */
export interface Judges {
  /** Null where no antivirus is configured. */
  readonly scanner: Scanner | null;
  /** Why documents could not print this picture, or null: asked of those who make them, which the store does not know. */
  readonly printRefusal: (bytes: Uint8Array) => Promise<Refusal | null>;
}

const neverArrived = 'Ce fichier n’est jamais arrivé : la connexion a sans doute été coupée. Envoyez-le à nouveau.';
const notAsAnnounced =
  'Ce fichier n’a pas la taille annoncée : il a changé pendant l’envoi. Fermez-le dans vos autres programmes, puis déposez-le à nouveau.';
const infected =
  'L’antivirus a trouvé un programme malveillant dans ce fichier, qui n’a pas été gardé. Analysez votre ordinateur, puis déposez une version saine.';
const scanAwaited =
  'Votre fichier est bien arrivé ; l’antivirus ne répond pas encore. Nous réessayons toutes les dix minutes : vous n’avez rien à faire.';

/**
 * Verifies one deposited object and moves it to its place: type by its bytes, structure, antivirus, SHA-256. Runs again without harm, at the same
 * moment too: a judgment stands, and what is already judged is only cleaned up. An object that nobody announced is deleted; one that the
 * antivirus could not judge stays where nobody can read it. Returns the new state, null when there was nothing to judge.
 */
export async function verifyUpload(
  firestore: Firestore,
  bucket: Bucket,
  judges: Judges,
  found: { uid: string; uploadId: string },
): Promise<Upload['state'] | null> {
  const object = bucket.file(incomingPath(found.uid, found.uploadId));
  const upload = await advance(firestore, found, { state: 'scanning' });
  const judgment = upload && (await judged(firestore, bucket, { ...judges, upload, object }));
  if (judgment) await advance(firestore, found, judgment);
  // What waits for the antivirus keeps no token either: the sender got one with the upload, that would show these bytes to anybody.
  if (judgment?.state === 'scan_error') await stripTokens(bucket, incomingPath(found.uid, found.uploadId));
  else await object.delete({ ignoreNotFound: true });
  return judgment?.state ?? null;
}

const final: ReadonlySet<Upload['state']> = new Set(['clean', 'unscanned', 'rejected']);

type Step = Pick<Upload, 'state'> & Partial<Pick<Upload, 'fileId' | 'message'>>;

/**
 * Takes an upload one step on; null when there is none of this person, or when it is judged. Only over what was read: of two verifications at once,
 * the slower one must not put the upload back, nor call « never arrived » what the faster one has just moved.
 */
async function advance(
  firestore: Firestore,
  { uid, uploadId }: { uid: string; uploadId: string },
  step: Step,
): Promise<Upload | null> {
  const reference = firestore.doc(uploads.path(uploadId));
  const done = await optimistically<Upload | null>(
    firestore,
    async (batch) => {
      const snapshot = await reference.get();
      const upload = uploads.read(snapshot);
      if (upload === null || upload.uid !== uid || final.has(upload.state)) return { answer: null, batch: null };
      rewrite(batch, snapshot, uploads.write({ ...upload, ...step }));
      return { answer: upload, batch };
    },
    lostRaceOrGone,
  );
  if (done === null) throw new Error(`upload ${uploadId} is verified by too many at once: it will be taken up again`);
  return done.answer;
}

interface Deposited extends Judges {
  readonly upload: Upload;
  readonly object: StoredObject;
}

async function judged(firestore: Firestore, bucket: Bucket, deposited: Deposited): Promise<Step> {
  const { scanner, upload, object } = deposited;
  const size = await sizeOf(object);
  // Announced, and never sent: the sweeper meets these, and forgets them.
  if (size === null) return rejected(neverArrived);
  // Room was counted for what was announced, and no more is read.
  if (size > upload.size) return rejected(notAsAnnounced);
  const bytes = await bytesOf(object, size);
  // Gone since: another verification of it was faster, and its judgment stands.
  if (bytes === null) return rejected(neverArrived);
  const verdict = await verdictOn(firestore, deposited, bytes);
  if (isRefusal(verdict)) return rejected(verdict.message);
  const scan = await scanned(scanner, bytes);
  if (scan === 'infected') return rejected(infected);
  if (scan === null) return { state: 'scan_error', message: scanAwaited };
  const { id, uid: ownerUid, piece, laureateId, missionId, name, createdAt, ownerName, side, replacesId } = upload;
  const { contentType } = verdict;
  const channel = upload.channel ?? null;
  const file = {
    id,
    piece,
    channel,
    laureateId,
    missionId,
    name,
    ownerUid,
    ownerName,
    side,
    contentType,
    createdAt,
    scan,
  };
  const kept =
    replacesId === null
      ? await keepFile(firestore, bucket, file, bytes, object)
      : await keepVersion(firestore, bucket, { ...file, replacesId }, bytes, object);
  return isRefusal(kept) ? rejected(kept.message) : { state: scan, fileId: id, message: null };
}

/** What the bytes are, or why they are refused. What documents print is judged first: what they can't print is told so, whatever else it is. */
async function verdictOn(
  firestore: Firestore,
  { upload, printRefusal }: Deposited,
  bytes: Uint8Array,
): Promise<{ contentType: string } | Refusal> {
  // Here only: every other function would start slower for what reads files.
  const [{ inspect }, settings] = await Promise.all([import('../inspection/inspect.ts'), settingsInForce(firestore)]);
  const { binding, printed }: Piece = pieces[upload.piece];
  return (
    sizeRefusal(bytes.byteLength, largestFile(settings, upload.piece)) ??
    (printed && (await printRefusal(bytes))) ??
    inspect(bytes, binding)
  );
}

/** Null when there is an antivirus and no answer. */
async function scanned(scanner: Scanner | null, bytes: Uint8Array): Promise<Scan | null> {
  if (scanner === null) return 'unscanned';
  const { verdict } = await scanner.scan(bytes);
  return verdict === 'error' ? null : verdict;
}

function rejected(message: string): Step {
  return { state: 'rejected', message };
}

/** In bytes; null when nothing is there. */
async function sizeOf(object: StoredObject): Promise<number | null> {
  try {
    const [{ size }] = await object.getMetadata();
    return Number(size);
  } catch (error) {
    return nullWhereGone(error);
  }
}

/** The object in one buffer of its own size: `download` collects pieces and joins them, and needs twice the memory. Null when nothing is there. */
async function bytesOf(object: StoredObject, size: number): Promise<Uint8Array | null> {
  const bytes = Buffer.allocUnsafeSlow(size);
  let read = 0;
  try {
    for await (const part of object.createReadStream()) {
      if (!(part instanceof Uint8Array)) throw new Error('Storage answers with something else than bytes');
      bytes.set(part, read);
      read += part.byteLength;
    }
  } catch (error) {
    return nullWhereGone(error);
  }
  return bytes.subarray(0, read);
}

function nullWhereGone(error: unknown): null {
  if (failedAs(error, 'objectAbsent')) return null;
  throw error;
}

/**
 * How long an upload may stay in a state before the sweeper takes it: a large file takes long on a slow line, and is announced before it is sent;
 * a verification takes seconds.
 */
const patience = { expected: 24 * HOUR, scanning: 10 * MINUTE, scan_error: 0 } as const satisfies Partial<
  Record<Upload['state'], number>
>;

/** Uploads that never arrived, whose trigger was lost or died, or that the antivirus has not judged. Bounded, so that a sweep always ends. */
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

/** Files kept while no antivirus was configured: closed to everyone since one is, until each is judged. Bounded, so that a sweep always ends. */
export async function unscannedFiles(firestore: Firestore): Promise<KeptFile[]> {
  const found = await firestore.collection(FILES).where('scan', '==', 'unscanned').limit(20).get();
  return files.list(found.docs);
}

/** Judges a kept file. One found infected is closed to everyone, its tickets with it; without an answer it waits for the next sweep. */
export async function scanFile(
  firestore: Firestore,
  bucket: Bucket,
  scanner: Scanner,
  file: KeptFile,
): Promise<Scan | null> {
  const [bytes] = await bucket.file(file.path).download();
  const scan = await scanned(scanner, bytes);
  if (scan === null) return null;
  const batch = firestore.batch();
  batch.update(firestore.doc(files.path(file.id)), { scan });
  if (scan === 'infected') for (const ticket of await ticketsOnFiles(firestore, [file.id])) batch.delete(ticket);
  await batch.commit();
  return scan;
}
