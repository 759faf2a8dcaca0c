import { isRefusal, type Refusal, refuse } from '@sur-mesure/functions/domain/refusal';
import { call } from './api/call.ts';
import { abandoned, outcomeIsUnknown } from './api/refusals.ts';
import { forgetUpload, pendingUploads, rememberUpload } from './deposits/pending.ts';
import type { CarryOptions, Deposit, DepositTarget, Kept } from './deposits/queue.ts';
import type { Resumed, Sending } from './field/FileField.tsx';
import { depositFile } from './files.ts';

const rejected = refuse('file_rejected', 'Le fichier a été refusé par la vérification. Choisissez-en un autre.');

/** From a chosen file to a verified one: asks for a place, sends the bytes, and waits for the verdict. */
export function depositPiece(target: DepositTarget, file: File, sending: Sending): Promise<Kept | Refusal> {
  const { onProgress, onChecking, signal } = sending;
  return carryDeposit(
    { id: '', name: file.name, size: file.size, target, file, uploadId: null },
    {
      signal,
      onStep: (step) => {
        if (step.name === 'sending') onProgress(step.sentBytes);
        if (step.name === 'checking') onChecking?.(step.again);
      },
    },
  );
}

/** The same for a queue, where a deposit may have been sent during an earlier visit. */
export async function carryDeposit(
  { name, size, target, file, uploadId }: Omit<Deposit, 'step'>,
  options: CarryOptions,
): Promise<Kept | Refusal> {
  const sent = file === null || uploadId !== null ? (uploadId ?? rejected) : await send(target, file, options);
  if (isRefusal(sent)) return sent;
  if (uploadId === null) await rememberUpload({ uploadId: sent, name, size, target, at: Date.now() });
  const answer = await verdict(sent, options);
  // Abandoned is not judged: the next visit takes up the wait.
  if (!isRefusal(answer) || answer.code !== abandoned.code) await forgetUpload(sent);
  return answer;
}

/** What was sent to this place during an earlier visit and is still being verified: a field takes up the wait. */
export async function earlierDeposit(
  target: DepositTarget,
  onKept: (kept: Kept & { readonly name: string }) => void,
): Promise<Resumed | undefined> {
  const upload = (await pendingUploads([target])).at(-1);
  if (upload === undefined) return undefined;
  return {
    name: upload.name,
    size: upload.size,
    wait: async ({ onChecking, signal }) => {
      const answer = await carryDeposit(
        { ...upload, id: upload.uploadId, file: null },
        { signal, onStep: (step) => step.name === 'checking' && onChecking?.(step.again) },
      );
      if (isRefusal(answer)) return answer;
      onKept({ ...answer, name: upload.name });
      return undefined;
    },
  };
}

async function send(target: DepositTarget, file: File, { onStep, signal }: CarryOptions): Promise<string | Refusal> {
  const place = await call('requestUpload', { ...target, name: file.name, size: file.size }, { signal });
  if (isRefusal(place)) return place;
  const onProgress = (sentBytes: number) => onStep({ name: 'sending', sentBytes });
  const refusal = await depositFile({ path: place.path, file, onProgress, signal });
  return refusal ?? place.uploadId;
}

/** Between two questions about the verdict, in ms: an ordinary file takes two seconds; an antivirus that restarts, minutes. */
const waitsMs = [500, 500, 1000, 1000, 2000, 2000, 3000, 5000, 10_000, 20_000];
const LONGEST_WAIT_MS = 30_000;

/** As long as the page is open: a lost connection is asked again too, since the file itself has arrived. */
async function verdict(uploadId: string, { onStep, signal }: CarryOptions): Promise<Kept | Refusal> {
  onStep({ name: 'checking', again: false });
  for (let asked = 0; ; asked++) {
    await pause(waitsMs[asked] ?? LONGEST_WAIT_MS, signal);
    if (signal.aborted) return abandoned;
    const upload = await call('uploadState', { uploadId }, { signal });
    if (signal.aborted) return abandoned;
    if (isRefusal(upload)) {
      if (outcomeIsUnknown(upload)) continue;
      return upload;
    }
    const { state, fileId, message } = upload;
    if (fileId !== null && (state === 'clean' || state === 'unscanned')) return { fileId };
    if (state === 'rejected') return message === null ? rejected : refuse('file_rejected', message);
    onStep({ name: 'checking', again: state === 'scan_error' });
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
