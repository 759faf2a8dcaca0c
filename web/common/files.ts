import { type Refusal, refuse } from '@sur-mesure/functions/domain/refusal';
import type { Files } from './session/storage.ts';

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

let opened: Promise<Files> | undefined;

/** Loaded at the first file only: 30 KB that most visits don't need, with the Auth library that gives Storage its tokens. */
function openFiles(): Promise<Files> {
  opened ??= import('./session/storage.ts')
    .then(({ openStorage }) => openStorage())
    .catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
  return opened;
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
    const task = (await openFiles()).send(path, file);
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
    return await (await openFiles()).read(path);
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
