import type { Firestore } from 'firebase-admin/firestore';
import type { Bucket } from '../store/bucket.ts';
import { keepFile } from '../store/files/stored-files.ts';
import { markMade, readSource } from '../store/missions/documents.ts';

/**
 * Makes one PDF that a commit asked for. Safe to repeat, at once or later: the file's id is fixed, and a second one finds the first, which stays
 * even where records that changed in between would now give other bytes. The engine is loaded here only: half a second that other functions don't pay.
 */
export async function makeDocument(
  firestore: Firestore,
  bucket: Bucket,
  fileId: string,
  origin: string,
): Promise<void> {
  const source = await readSource(firestore, fileId);
  if (source === null) return;
  const { renderSource } = await import('./render-source.ts');
  const { bytes, name, piece, laureateId } = renderSource(source, origin);
  const { missionId, at, ownerUid } = source.request;
  await keepFile(
    firestore,
    bucket,
    { id: fileId, piece, laureateId, missionId, ownerUid, name, contentType: 'application/pdf', createdAt: at },
    bytes,
  );
  await markMade(firestore, source.request);
}
