import type {
  DocumentReference,
  DocumentSnapshot,
  Firestore,
  QueryDocumentSnapshot,
  Timestamp,
  Transaction,
} from 'firebase-admin/firestore';
import { MINUTE } from '../domain/calendar.ts';
import type { DeadMailCause } from '../domain/incidents/dead-mails.ts';
import { type NotSent, takingUp } from '../domain/notifications/leaving.ts';
import { OUTBOX, type OutboxProgress, outbox, type QueuedMail } from './collections/outbox.ts';
import { lostRaceOrGone } from './lost-race.ts';
import { markRefusedAddress } from './people/address-problems.ts';
import { deadMailTask } from './staff/task-makers.ts';
import { openTask } from './staff/tasks.ts';

const LEASE = 2 * MINUTE;
/** Races for one mail; who loses more leaves it to the sweep. */
const MOST_LOST = 5;
/** Minutes before each new attempt; after the last, the mail is dead: the entrypoint writes an error in the logs, and the document keeps the reason. */
const backOff = [1, 5, 15, 60, 180, 360, 720];

/** A mail that is still to leave by itself: the others are over, or gathered with others, or dead until staff ask for them. */
const leaves: ReadonlySet<QueuedMail['state']> = new Set(['pending', 'leased', 'retry']);

/** A mail in hand, as its lease wrote it. `writtenAt` is of that writing: whoever has written it since has it in hand. */
export interface LeasedMail {
  readonly mail: QueuedMail;
  readonly writtenAt: Timestamp;
}

/**
 * Takes a mail, by its id or as a query found it, to send it; null when it is over, not due, or in somebody's hands. One holder at a time: its lease must
 * run out first. Without a lock, since of two that read it at once the second writes in vain; then it reads again, for what was written may be
 * another's words (`takenUp`). 1 write, and 1 read of a mail that was not just found.
 */
export async function leaseMail(
  firestore: Firestore,
  mail: string | QueryDocumentSnapshot,
  now: number,
): Promise<LeasedMail | null> {
  const reference = typeof mail === 'string' ? firestore.doc(outbox.path(mail)) : mail.ref;
  let snapshot: DocumentSnapshot = typeof mail === 'string' ? await reference.get() : mail;
  for (let lost = 0; lost < MOST_LOST; lost += 1) {
    const item = outbox.read(snapshot);
    if (item === null || !leaves.has(item.state) || now < item.nextMs) return null;
    const trying = { state: 'leased', attempt: item.attempt + 1, attemptedAt: now, nextMs: now + LEASE } as const;
    const writtenAt = await writtenOver(snapshot, trying);
    if (writtenAt !== null) return { mail: { ...item, ...trying }, writtenAt };
    snapshot = await reference.get();
  }
  return null;
}

/** When the fields were written, or null: only over the document as it was read. */
async function writtenOver(
  { ref, updateTime }: { readonly ref: DocumentReference; readonly updateTime?: Timestamp | undefined },
  fields: Partial<OutboxProgress>,
): Promise<Timestamp | null> {
  if (updateTime === undefined) return null;
  try {
    return (await ref.update(fields, { lastUpdateTime: updateTime })).writeTime;
  } catch (error) {
    // Gone too when its holder has ended it (`dropMail`).
    if (lostRaceOrGone(error)) return null;
    throw error;
  }
}

/**
 * Ends a mail that has nobody to go to: an address that was typed and has no account. Deleted rather than marked, since a stranger's address is
 * nothing for us to keep.
 */
export async function dropMail(firestore: Firestore, itemId: string): Promise<void> {
  await firestore.doc(outbox.path(itemId)).delete();
}

export type Delivery = { readonly outcome: 'sent' } | NotDelivered;

type NotDelivered =
  | { readonly outcome: 'retry'; readonly reason: string }
  | { readonly outcome: 'dead'; readonly cause: DeadMailCause; readonly reason: string };

/**
 * Records what became of a leased mail, and answers the state it is in from now on. Only its holder may: a late answer of an older attempt is
 * dropped (null). One that left costs a write; what went wrong, a read more and what tells staff.
 */
export async function recordDelivery(
  firestore: Firestore,
  leased: LeasedMail,
  delivery: Delivery,
  now: number,
): Promise<QueuedMail['state'] | null> {
  if (delivery.outcome === 'sent') return writtenByHolder(firestore, leased, { state: 'sent', problem: null });
  const reference = firestore.doc(outbox.path(leased.mail.id));
  return firestore.runTransaction(async (transaction) => {
    const current = heldBy(leased, outbox.read(await transaction.get(reference)));
    if (current === null) return null;
    const next = after(current, delivery, now);
    if (next.cause === 'address') await markRefusedAddress(firestore, transaction, next, now);
    if (next.state === 'dead') await openTask(firestore, transaction, await deadMailTask(firestore, next, now));
    transaction.update(reference, outbox.write(next));
    return next.state;
  });
}

/**
 * Puts a leased mail aside as `leaving` says, for its holder alone, and answers the state it is in; it was not tried (1 write). What a later mail
 * takes up is written in the same commit, while nobody has that mail in hand; else this one is due again, and what becomes of it is decided anew.
 */
export async function putAside(
  firestore: Firestore,
  leased: LeasedMail,
  leaving: NotSent,
  now: number,
): Promise<QueuedMail['state'] | null> {
  const untried = { attempt: leased.mail.attempt - 1, attemptedAt: null };
  const later = leaving.does === 'supersede' && leaving.carried ? leaving.into : null;
  if (later === null) return writtenByHolder(firestore, leased, { ...untried, ...aside(leaving) });
  const reference = firestore.doc(outbox.path(leased.mail.id));
  return firestore.runTransaction(async (transaction) => {
    const current = heldBy(leased, outbox.read(await transaction.get(reference)));
    if (current === null) return null;
    const taken = await takenUp(firestore, transaction, current, later);
    const over = taken ? aside(leaving) : ({ state: 'pending', nextMs: now } as const);
    transaction.update(reference, outbox.write({ ...current, ...untried, ...over }));
    return over.state;
  });
}

/** Written since its lease, a mail may still be this holder's: whoever changes a person's address changes whom it goes to. Only then a transaction (1 read more). */
async function writtenByHolder(
  firestore: Firestore,
  leased: LeasedMail,
  fields: Partial<OutboxProgress> & Pick<OutboxProgress, 'state'>,
): Promise<QueuedMail['state'] | null> {
  const ref = firestore.doc(outbox.path(leased.mail.id));
  if ((await writtenOver({ ref, updateTime: leased.writtenAt }, fields)) !== null) return fields.state;
  return firestore.runTransaction(async (transaction) => {
    const current = heldBy(leased, outbox.read(await transaction.get(ref)));
    if (current === null) return null;
    transaction.update(ref, { ...fields });
    return fields.state;
  });
}

/** The mail as it is now, for the holder of its newest attempt. */
function heldBy({ mail }: LeasedMail, current: QueuedMail | null): QueuedMail | null {
  return current !== null && current.state === 'leased' && current.attempt === mail.attempt ? current : null;
}

function aside(leaving: NotSent) {
  switch (leaving.does) {
    case 'hold':
      return { state: 'held', heldFor: leaving.period } as const;
    case 'wait':
      return { state: 'pending', nextMs: leaving.until } as const;
    case 'supersede':
      return { state: 'superseded', into: leaving.into, problem: leaving.why } as const;
    default:
      return leaving satisfies never;
  }
}

/** Whether nothing of the mail is lost: the later one, which waits, tells of it from now on. */
async function takenUp(
  firestore: Firestore,
  transaction: Transaction,
  item: QueuedMail,
  into: string,
): Promise<boolean> {
  const reference = firestore.doc(outbox.path(into));
  const later = outbox.read(await transaction.get(reference));
  if (later === null || later.state !== 'pending') return false;
  transaction.update(reference, outbox.write(takingUp(later, item)));
  return true;
}

function after(item: QueuedMail, delivery: NotDelivered, now: number): QueuedMail {
  const { reason: problem } = delivery;
  if (delivery.outcome === 'dead') return { ...item, state: 'dead', cause: delivery.cause, problem };
  const minutes = backOff[item.attempt - 1];
  return minutes === undefined
    ? { ...item, state: 'dead', cause: 'silence', problem }
    : { ...item, state: 'retry', nextMs: now + minutes * MINUTE, problem };
}

/** Mails whose trigger, lease or retry time has passed: the sweeper's work, oldest first. */
export async function dueMails(firestore: Firestore, now: number, most: number): Promise<QueryDocumentSnapshot[]> {
  const found = await firestore
    .collection(OUTBOX)
    .where('state', 'in', ['pending', 'leased', 'retry'])
    .where('nextMs', '<=', now)
    .orderBy('nextMs')
    .limit(most)
    .get();
  return found.docs;
}
