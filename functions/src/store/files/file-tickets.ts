import type { DocumentReference, Firestore } from 'firebase-admin/firestore';
import { TICKETS, type Ticket } from '../collections/files.ts';

/** The tickets open on these files (thirty at most), or those that a grant gave: experts' alone. Deleted with what closes a file. */
export async function ticketsOnFiles(
  firestore: Firestore,
  fileIds: readonly string[],
  via: Ticket['via'] | null = null,
): Promise<DocumentReference[]> {
  const found = await firestore.collection(TICKETS).where('fileId', 'in', fileIds.slice(0, 30)).get();
  return found.docs.filter((ticket) => via === null || ticket.get('via') === via).map(({ ref }) => ref);
}
