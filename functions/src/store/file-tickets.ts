import type { DocumentReference, Firestore } from 'firebase-admin/firestore';
import { TICKETS, type Ticket } from './collections/files.ts';

/** The tickets open on these files (thirty at most a query): of experts alone with `via: 'grant'`. Deleted with what closes a file. */
export async function ticketsOnFiles(
  firestore: Firestore,
  fileIds: readonly string[],
  via: Ticket['via'] | null = null,
): Promise<DocumentReference[]> {
  const opened = firestore.collection(TICKETS).where('fileId', 'in', fileIds.slice(0, 30));
  const found = await (via === null ? opened : opened.where('via', '==', via)).get();
  return found.docs.map(({ ref }) => ref);
}
