import { type Refusal, refuse } from '@sur-mesure/functions/domain/refusal';
import type { FirebaseStorage } from 'firebase/storage';
import { firebaseApp } from './session/firebase.ts';
import { openSession } from './session/session.ts';

type Storage = typeof import('firebase/storage');

const notSent = refuse(
  'upload_interrupted',
  'Le fichier n’a pas été envoyé : la connexion a été coupée. Votre texte est enregistré. Réessayez.',
);
const stopped = refuse('upload_stopped', 'Vous avez interrompu l’envoi. Le fichier n’a pas été gardé.');
const notAllowed = refuse(
  'upload_refused',
  'Le fichier n’a pas été accepté. Demandez un nouvel envoi depuis cette page.',
);
const notOpened = refuse(
  'file_unavailable',
  'Ce fichier ne s’est pas ouvert : la connexion a été coupée. Réessayez quand le réseau est revenu.',
);
/** The five minutes of a ticket have passed, or an access has just ended. */
const ticketExpired = refuse(
  'ticket_expired',
  'Ce fichier ne s’ouvre plus : l’accès a pris fin. Rechargez la page pour voir ce qui vous reste ouvert.',
);

let opened: Promise<{ readonly library: Storage; readonly storage: FirebaseStorage }> | undefined;

/** Loaded at the first file only: 8 KB that most visits don't need. */
function openStorage(): Promise<{ readonly library: Storage; readonly storage: FirebaseStorage }> {
  opened ??= open().catch((error: unknown) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

async function open(): Promise<{ readonly library: Storage; readonly storage: FirebaseStorage }> {
  const [library, app] = await Promise.all([import('firebase/storage'), firebaseApp(), openSession()]);
  const storage = library.getStorage(app);
  if (__EMULATORS__) await (await (await import('./demonstration.tsx')).emulators()).connectStorage(storage);
  return { library, storage };
}

export interface Deposit {
  /** The place `requestUpload` opened: `incoming/{uid}/{uploadId}`. */
  readonly path: string;
  readonly file: File;
  readonly onProgress: (sentBytes: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Puts a file in the sender's own entry zone, from where the server checks and moves it. The upload resumes by itself over short cuts of
 * the network; the entry zone takes each id once.
 */
export async function depositFile({ path, file, onProgress, signal }: Deposit): Promise<Refusal | undefined> {
  try {
    const { library, storage } = await openStorage();
    const place = library.ref(storage, path);
    const task = library.uploadBytesResumable(place, file, { contentType: file.type || 'application/octet-stream' });
    if (signal.aborted) task.cancel();
    signal.addEventListener('abort', () => task.cancel(), { once: true });
    task.on('state_changed', ({ bytesTransferred }) => onProgress(bytesTransferred));
    await task;
    return undefined;
  } catch (error) {
    return refusalOf(error);
  }
}

const refusalsByCode: Readonly<Record<string, Refusal>> = {
  'storage/canceled': stopped,
  'storage/unauthorized': notAllowed,
  'storage/unauthenticated': notAllowed,
};

function refusalOf(error: unknown): Refusal {
  return refusalsByCode[codeOf(error)] ?? notSent;
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

/** The bytes of a file for which `openFile` has just written a ticket. Never through a download address: those outlive every rule. */
export async function readFile(path: string): Promise<Blob | Refusal> {
  try {
    const { library, storage } = await openStorage();
    return await library.getBlob(library.ref(storage, path));
  } catch (error) {
    return codeOf(error) === 'storage/unauthorized' ? ticketExpired : notOpened;
  }
}

/** Hands bytes to the browser under a name, without leaving the page. */
export function saveAs(bytes: Blob, name: string): void {
  const address = URL.createObjectURL(bytes);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads the address after this turn; a minute is ample, and then the memory is given back.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
