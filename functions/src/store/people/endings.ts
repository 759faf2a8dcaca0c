import type { DocumentSnapshot, Firestore, WriteBatch } from 'firebase-admin/firestore';
import type { Expert } from '../../domain/experts/profile.ts';
import type { Grant } from '../../domain/missions/facts.ts';
import { emails } from '../collections/accounts.ts';
import { expertMembers, experts } from '../collections/experts.ts';
import { GRANTS, grants } from '../collections/grants.ts';
import { isOfLaureate, MEMBERS, members } from '../collections/laureates.ts';
import { OUTBOX, outbox } from '../collections/outbox.ts';
import { SIGN_IN_CODES, SIGN_IN_TOKENS, signInCodes, signInTokens } from '../collections/sign-in.ts';
import { record } from '../experts/expert-record.ts';
import { ticketsOf } from '../files/tickets.ts';
import { rewrite } from '../optimistic.ts';
import { emailPath } from './accounts.ts';

/** Deletes this person's tickets: no file opens again without asking. 1 query. */
export async function deleteTickets(firestore: Firestore, batch: WriteBatch, uid: string): Promise<void> {
  for (const { snapshot } of await ticketsOf(firestore, uid)) batch.delete(snapshot.ref);
}

/** Every dossier that was open to this person closes: `end` at once and for good, `cut` until staff restore it. 1 query. */
export async function closeGrants(
  firestore: Firestore,
  batch: WriteBatch,
  { uid, how, now }: { uid: string; how: 'end' | 'cut'; now: number },
): Promise<void> {
  const found = await firestore.collectionGroup(GRANTS).where('uid', '==', uid).get();
  for (const snapshot of found.docs) {
    const grant = grants.read(snapshot);
    if (grant === null) continue;
    const closed = how === 'cut' ? { ...grant, active: false } : endedNow(grant, now);
    rewrite(batch, snapshot, grants.write(closed));
  }
}

function endedNow(grant: Grant, now: number): Grant {
  const missions = Object.entries(grant.missions).map(([missionId, until]) => [missionId, Math.min(until, now)]);
  return { ...grant, missions: Object.fromEntries(missions) };
}

/**
 * What this person is in other organisations, as it must be now: nothing when `active` is false; under the new name or address when one changed. 1 query.
 */
export async function updateOtherSeats(
  firestore: Firestore,
  batch: WriteBatch,
  { uid, name, email, active }: { uid: string; name: string; email: string; active: boolean },
  except: ReadonlyMap<string, DocumentSnapshot>,
): Promise<void> {
  const here = except.get(uid)?.ref.path;
  const found = await firestore.collectionGroup(MEMBERS).where('uid', '==', uid).get();
  for (const snapshot of found.docs) {
    if (snapshot.ref.path === here) continue;
    const seats = isOfLaureate(snapshot.ref.path) ? members : expertMembers;
    rewriteSeat(batch, snapshot, seats, { name, email, active });
  }
}

function rewriteSeat(
  batch: WriteBatch,
  snapshot: DocumentSnapshot,
  seats: typeof members | typeof expertMembers,
  { name, email, active }: { name: string; email: string; active: boolean },
): void {
  // Each collection checks its own shape; what changes is what both have.
  const seat = seats.read(snapshot);
  if (seat !== null) rewrite(batch, snapshot, { ...snapshot.data(), name, email, active: active && seat.active });
}

/**
 * The address is freed and the new one taken. Links and codes sent to the old one sign nobody in; mails on their way, and those that nobody tries any more, go to the new one. Fails as
 * a lost race when somebody takes the new address meanwhile. 3 queries.
 */
export async function moveAddress(
  firestore: Firestore,
  batch: WriteBatch,
  { uid, from, to }: { uid: string; from: string; to: string },
): Promise<void> {
  batch.delete(firestore.doc(emailPath(from)));
  batch.create(firestore.doc(emailPath(to)), emails.write({ uid }));
  const [links, codes] = await Promise.all([
    firestore.collection(SIGN_IN_TOKENS).where('uid', '==', uid).get(),
    firestore.collection(SIGN_IN_CODES).where('uid', '==', uid).get(),
  ]);
  const unused = [
    ...links.docs.filter((snapshot) => signInTokens.read(snapshot)?.usedAt === null),
    ...codes.docs.filter((snapshot) => signInCodes.read(snapshot)?.usedAt === null),
  ];
  for (const { ref } of unused) batch.delete(ref);
  await readdress(firestore, batch, uid, { email: to });
}

/** Mails on their way, and those that nobody tries any more, as they must be addressed now. 1 query. */
export async function readdress(
  firestore: Firestore,
  batch: WriteBatch,
  uid: string,
  to: { readonly email: string } | { readonly name: string },
): Promise<void> {
  const mails = await firestore.collection(OUTBOX).where('to.uid', '==', uid).get();
  for (const snapshot of mails.docs) {
    const mail = outbox.read(snapshot);
    if (mail === null || mail.state === 'sent' || mail.state === 'discarded') continue;
    const facts = 'name' in to ? { ...mail.facts, recipientName: to.name } : mail.facts;
    rewrite(batch, snapshot, outbox.write({ ...mail, to: { ...mail.to, ...to }, facts }));
  }
}

/**
 * The company's sheet follows its contact, and its card follows the sheet: the new address of the same person, or the person who takes over, whose
 * telephone nobody knows yet. 1 read.
 */
export async function moveContact(
  firestore: Firestore,
  batch: WriteBatch,
  { expertId, from, to }: { expertId: string | null; from: string; to: Partial<Expert['contact']> },
  { eventId, by, now }: { eventId: string; by: string; now: number },
): Promise<void> {
  if (expertId === null) return;
  const snapshot = await firestore.doc(experts.path(expertId)).get();
  const expert = experts.read(snapshot);
  if (expert === null || expert.contact.email !== from) return;
  rewrite(batch, snapshot, experts.write({ ...expert, contact: { ...expert.contact, ...to } }));
  record(firestore, batch, expert, { eventId, by, what: 'updated', message: '', now });
}
