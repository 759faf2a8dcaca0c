import type { Firestore } from 'firebase-admin/firestore';
import type { Bucket } from '../bucket.ts';
import { FILES, files } from '../collections/files.ts';

/**
 * The bytes of a laureate's logo: the newest that is neither replaced, withdrawn nor infected; null when there is none, or its object is gone. One
 * query, and one read of Storage where there is one.
 */
export async function readLogoBytes(
  firestore: Firestore,
  bucket: Bucket,
  laureateId: string,
): Promise<Uint8Array | null> {
  const found = await firestore
    .collection(FILES)
    .where('laureateId', '==', laureateId)
    .where('piece', '==', 'logo')
    .where('replacedById', '==', null)
    .where('withdrawnAt', '==', null)
    .get();
  const [newest] = files
    .list(found.docs)
    .filter(({ scan }) => scan !== 'infected')
    .toSorted((a, b) => b.createdAt - a.createdAt);
  if (newest === undefined) return null;
  try {
    const [bytes] = await bucket.file(newest.path).download();
    return bytes;
  } catch (error) {
    // Only that nothing is there: when Storage does not answer, the document is made again later, with its logo.
    if (error instanceof Error && 'code' in error && error.code === 404) return null;
    throw error;
  }
}
