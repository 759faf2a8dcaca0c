import type { Firestore } from 'firebase-admin/firestore';
import type { Bucket } from '../bucket.ts';
import { FILES, files, type KeptFile } from '../collections/files.ts';
import { failedAs } from '../failures.ts';

/** The newest logo of a laureate that is neither replaced, withdrawn nor infected; null when there is none. One query. */
export async function logoInForce(firestore: Firestore, laureateId: string): Promise<KeptFile | null> {
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
  return newest ?? null;
}

/** Its bytes; null when there is none, or its object is gone. The query, and one read of Storage where there is one. */
export async function readLogoBytes(
  firestore: Firestore,
  bucket: Bucket,
  laureateId: string,
): Promise<Uint8Array | null> {
  const logo = await logoInForce(firestore, laureateId);
  if (logo === null) return null;
  try {
    const [bytes] = await bucket.file(logo.path).download();
    return bytes;
  } catch (error) {
    // Only that nothing is there: when Storage does not answer, the document is made again later, with its logo.
    if (failedAs(error, 'objectAbsent')) return null;
    throw error;
  }
}
