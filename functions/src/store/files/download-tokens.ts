import type { Bucket } from '../bucket.ts';
import { failedAs } from '../failures.ts';
import { previewPath, storedPath } from './stored-files.ts';

/** What Firebase calls the secret that opens an object to anybody, whatever the rules and the tickets say. */
export const TOKENS = 'firebaseStorageDownloadTokens';
const KEPT = /^(?:stored|previews)\/[^/]+$/;

/** Whether an object is one that clients read with a ticket, so that a client may have minted a token on it. */
export function isRead(path: string): boolean {
  return KEPT.test(path);
}

/** Whether an object may be read by anybody who has its link. */
export function carriesToken({ metadata }: { readonly metadata?: unknown }): boolean {
  return typeof metadata === 'object' && metadata !== null && TOKENS in metadata;
}

/**
 * Takes away the download tokens of one object, so that a link saved in between opens nothing; false when it had none. Null removes them in
 * production. The emulator keeps them, so the object is then rewritten over itself with other metadata of its own: `copy` carries tokens along
 * unless it is told what to put. An object that is gone has none.
 */
export async function stripTokens(bucket: Bucket, path: string): Promise<boolean> {
  const object = bucket.file(path);
  try {
    const [before] = await object.getMetadata();
    if (!carriesToken(before)) return false;
    const [after] = await object.setMetadata({ metadata: { [TOKENS]: null } });
    if (!carriesToken(after)) return true;
    const { contentType = '', contentDisposition = '', cacheControl = '' } = before;
    await object.copy(object, { contentType, contentDisposition, cacheControl, metadata: { tokens: 'stripped' } });
    return true;
  } catch (error) {
    if (failedAs(error, 'objectAbsent')) return false;
    throw error;
  }
}

/** Of a file, and of the picture of its first page: one ticket opens both. */
export async function stripFile(bucket: Bucket, fileId: string): Promise<void> {
  await Promise.all([storedPath(fileId), previewPath(fileId)].map((path) => stripTokens(bucket, path)));
}
