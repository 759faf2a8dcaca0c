import type { UploadRequest } from '@sur-mesure/functions/domain/api';
import { isRefusal, type Refusal, refuse } from '@sur-mesure/functions/domain/refusal';
import { call } from './api/call.ts';
import { abandoned } from './api/refusals.ts';
import type { Sending } from './field/FileField.tsx';
import { depositFile } from './files.ts';

const rejected = refuse('file_rejected', 'Le fichier a été refusé par la vérification. Choisissez-en un autre.');
const slow = refuse(
  'scan_pending',
  'La vérification du fichier prend plus de temps que prévu. Réessayez dans quelques minutes.',
);

/** Between two questions about the verdict: 0.5 s at first, then longer; about 40 s in all. */
const waitsMs = [500, 500, 1000, 1000, 2000, 2000, 3000, 5000, 5000, 10_000, 10_000];

export interface Deposited {
  readonly fileId: string;
}

/** From a chosen file to a verified one: asks for a place, sends the bytes, and waits for the verdict. */
export async function depositPiece(
  piece: Pick<UploadRequest, 'piece' | 'missionId' | 'laureateId'>,
  file: File,
  { onProgress, signal }: Sending,
): Promise<Deposited | Refusal> {
  const place = await call('requestUpload', { ...piece, name: file.name, size: file.size }, { signal });
  if (isRefusal(place)) return place;
  const refusal = await depositFile({ path: place.path, file, onProgress, signal });
  return refusal ?? (await verdict(place.uploadId, signal));
}

async function verdict(uploadId: string, signal: AbortSignal): Promise<Deposited | Refusal> {
  for (const waitMs of waitsMs) {
    await new Promise((resolve) => setTimeout(resolve, waitMs));
    if (signal.aborted) return abandoned;
    const upload = await call('uploadState', { uploadId }, { signal });
    if (isRefusal(upload)) return upload;
    if (upload.state === 'rejected')
      return upload.message === null ? rejected : refuse('file_rejected', upload.message);
    if (upload.state === 'clean' && upload.fileId !== null) return { fileId: upload.fileId };
  }
  return slow;
}
