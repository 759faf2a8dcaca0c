import type { DocumentSnapshot, Firestore, Query } from 'firebase-admin/firestore';
import { MINUTE } from '../../domain/calendar.ts';
import { grantEndsAt } from '../../domain/missions/facts.ts';
import type { Bucket } from '../bucket.ts';
import { get } from '../collection.ts';
import { TICKETS, type Ticket, tickets } from '../collections/files.ts';
import { grants } from '../collections/grants.ts';
import { cameFirst, lostRaceOrGone } from '../lost-race.ts';
import { stripFile } from './download-tokens.ts';

export const TICKET_LIFETIME = 5 * MINUTE;
/** Clocks differ: Storage may still honour a ticket that we call expired. */
const GRACE = MINUTE;

/** A ticket as it was read: `snapshot` is what deleting it rests on. */
export interface KeptTicket {
  readonly ticket: Ticket;
  readonly snapshot: DocumentSnapshot;
}

/** Every ticket of a person; with `laureateId`, those that its dossier's grant gave. One query, a read a ticket; expired ones are swept. */
export async function ticketsOf(firestore: Firestore, uid: string, laureateId?: string): Promise<KeptTicket[]> {
  const found = await kept(firestore.collection(TICKETS).where('uid', '==', uid));
  return laureateId === undefined
    ? found
    : found.filter(({ ticket }) => ticket.via === 'grant' && ticket.laureateId === laureateId);
}

/**
 * What the metadata trigger may have missed: strips the files that were opened and deletes their expired tickets. A client mints a token only
 * with a ticket, so that every token is on a file that has one, until here. 1 read, 2 metadata reads and 1 delete a ticket.
 */
export async function expiredTickets(firestore: Firestore, now: number, most = 300): Promise<KeptTicket[]> {
  return kept(
    firestore
      .collection(TICKETS)
      .where('expiresMs', '<=', now - GRACE)
      .orderBy('expiresMs')
      .limit(most),
  );
}

/** What an access that is over leaves: nothing. 1 read, and what `closeTicket` costs for each ticket. */
export async function closeGrantTickets(
  firestore: Firestore,
  bucket: Bucket,
  { laureateId, uid, now }: { laureateId: string; uid: string; now: number },
): Promise<void> {
  const grant = await get(firestore, grants, laureateId, uid);
  if (grant !== null && now < grantEndsAt(grant)) return;
  const found = await ticketsOf(firestore, uid, laureateId);
  await Promise.all(found.map((ticket) => closeTicket(bucket, ticket)));
}

/** Strips the file, then deletes its ticket, unless the file was opened again meanwhile: the new ticket is for the next sweep. */
export async function closeTicket(bucket: Bucket, { ticket, snapshot }: KeptTicket): Promise<void> {
  await stripFile(bucket, ticket.fileId);
  const unchanged = snapshot.updateTime ? { lastUpdateTime: snapshot.updateTime } : {};
  // A cut deletes tickets too.
  await cameFirst(snapshot.ref.delete(unchanged), lostRaceOrGone);
}

async function kept(query: Query): Promise<KeptTicket[]> {
  const { docs } = await query.get();
  return docs.flatMap((snapshot) => {
    const ticket = tickets.read(snapshot);
    return ticket === null ? [] : [{ ticket, snapshot }];
  });
}
