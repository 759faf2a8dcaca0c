import { type Refusal, refuse } from '@sur-mesure/functions/domain/refusal';

/** Far above any document of this service (20 MB at most): beyond, a phone would run out of memory to say what is known already. */
export const LARGEST_BYTES = 200_000_000;
const SLICE_BYTES = 2_000_000;

const empty = refuse('file_empty', 'Ce fichier est vide : il n’y a rien à comparer. Choisissez-en un autre.');
const tooLarge = refuse(
  'file_too_large',
  'Ce fichier pèse plus de 200 Mo : aucun document de ce service n’est aussi gros. Choisissez-en un autre.',
);
const unreadable = refuse(
  'file_unreadable',
  'Ce fichier n’a pas pu être lu jusqu’au bout : il a été déplacé, modifié, ou l’appareil n’y a pas accès. Choisissez-le à nouveau.',
);
const unsafe = refuse(
  'no_digest',
  'Ce navigateur ne calcule pas d’empreinte ici : ouvrez cette page par son adresse en https, ou avec un navigateur récent.',
);
export const stopped = refuse('hash_stopped', 'Vous avez interrompu la lecture. Rien n’a été envoyé.');

interface Reading {
  readonly onProgress: (readBytes: number) => void;
  readonly signal: AbortSignal;
}

/**
 * SHA-256 of a file, in hexadecimal, computed here: nothing is sent. Read by slices, which is the long part and can be stopped; the digest itself
 * is the browser's own, beside the page's thread. WebCrypto takes the bytes at once: rejected, a digest of ours by slices, slower and cryptography of our own.
 */
export async function hashOf(file: Blob, { onProgress, signal }: Reading): Promise<string | Refusal> {
  if (file.size === 0) return empty;
  if (file.size > LARGEST_BYTES) return tooLarge;
  if (globalThis.crypto?.subtle === undefined) return unsafe;
  try {
    const bytes = new Uint8Array(file.size);
    for (let start = 0; start < file.size; start += SLICE_BYTES) {
      if (signal.aborted) return stopped;
      bytes.set(new Uint8Array(await file.slice(start, start + SLICE_BYTES).arrayBuffer()), start);
      onProgress(Math.min(start + SLICE_BYTES, file.size));
    }
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    return signal.aborted ? stopped : Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  } catch {
    return unreadable;
  }
}
