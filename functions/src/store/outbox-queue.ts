import type { Firestore, Transaction } from 'firebase-admin/firestore';
import { MINUTE } from '../domain/calendar.ts';
import type { DeadMailCause } from '../domain/incidents/dead-mails.ts';
import { type NotSent, takingUp } from '../domain/notifications/leaving.ts';
import { OUTBOX, outbox, type QueuedMail } from './collections/outbox.ts';
import { markRefusedAddress } from './people/address-problems.ts';
import { deadMailTask } from './staff/task-makers.ts';
import { openTask } from './staff/tasks.ts';

const LEASE = 2 * MINUTE;
/** Minutes before each new attempt; after the last, the mail is dead: the entrypoint writes an error in the logs, and the document keeps the reason. */
const backOff = [1, 5, 15, 60, 180, 360, 720];

/** A mail that is still to leave by itself: the others are over, or gathered with others, or dead until staff ask for them. */
const leaves: ReadonlySet<QueuedMail['state']> = new Set(['pending', 'leased', 'retry']);

/** Takes a mail to send it; null when it is over, not due, or in somebody's hands. One holder at a time: its lease must run out first. */
export function leaseMail(firestore: Firestore, itemId: string, now: number): Promise<QueuedMail | null> {
  const reference = firestore.doc(outbox.path(itemId));
  return firestore.runTransaction(async (transaction) => {
    const item = outbox.read(await transaction.get(reference));
    if (item === null || !leaves.has(item.state) || now < item.nextMs) return null;
    const trying = { attempt: item.attempt + 1, attemptedAt: now, nextMs: now + LEASE };
    const leased: QueuedMail = { ...item, state: 'leased', ...trying };
    transaction.update(reference, outbox.write(leased));
    return leased;
  });
}

/**
 * Ends a mail that has nobody to go to: an address that was typed and has no account. Deleted rather than marked, since a stranger's address is
 * nothing for us to keep.
 */
export async function dropMail(firestore: Firestore, itemId: string): Promise<void> {
  await firestore.doc(outbox.path(itemId)).delete();
}

export type Delivery =
  | { readonly outcome: 'sent' }
  | { readonly outcome: 'retry'; readonly reason: string }
  | { readonly outcome: 'dead'; readonly cause: DeadMailCause; readonly reason: string };

/**
 * Records what became of a leased mail, and answers the state it is in from now on. Only the holder of the newest attempt may: a late answer of
 * an older one is dropped (null).
 */
export async function recordDelivery(
  firestore: Firestore,
  item: QueuedMail,
  delivery: Delivery,
  now: number,
): Promise<QueuedMail['state'] | null> {
  const reference = firestore.doc(outbox.path(item.id));
  return firestore.runTransaction(async (transaction) => {
    const current = outbox.read(await transaction.get(reference));
    if (current === null || current.state !== 'leased' || current.attempt !== item.attempt) return null;
    const next = after(current, delivery, now);
    if (next.cause === 'address') await markRefusedAddress(firestore, transaction, next, now);
    if (next.state === 'dead') await openTask(firestore, transaction, await deadMailTask(firestore, next, now));
    transaction.update(reference, outbox.write(next));
    return next.state;
  });
}

/**
 * Puts a leased mail aside as `leaving` says, for its holder alone, and answers the state it is in; it was not tried. What a later mail takes up is
 * written in the same commit, while nobody has that mail in hand; else this one is due again, and what becomes of it is decided anew.
 */
export async function putAside(
  firestore: Firestore,
  item: QueuedMail,
  leaving: NotSent,
  now: number,
): Promise<QueuedMail['state'] | null> {
  const reference = firestore.doc(outbox.path(item.id));
  return firestore.runTransaction(async (transaction) => {
    const current = outbox.read(await transaction.get(reference));
    if (current === null || current.state !== 'leased' || current.attempt !== item.attempt) return null;
    const untried: QueuedMail = { ...current, attempt: current.attempt - 1, attemptedAt: null };
    const taken = await takenUp(firestore, transaction, current, leaving);
    const next: QueuedMail = taken ? { ...untried, ...aside(leaving) } : { ...untried, state: 'pending', nextMs: now };
    transaction.update(reference, outbox.write(next));
    return next.state;
  });
}

function aside(leaving: NotSent): Partial<QueuedMail> {
  switch (leaving.does) {
    case 'hold':
      return { state: 'held', heldFor: leaving.period };
    case 'wait':
      return { state: 'pending', nextMs: leaving.until };
    case 'supersede':
      return { state: 'superseded', into: leaving.into, problem: leaving.why };
    default:
      return leaving satisfies never;
  }
}

/** Whether nothing of the mail is lost: the later one, which waits, tells of it from now on. */
async function takenUp(
  firestore: Firestore,
  transaction: Transaction,
  item: QueuedMail,
  leaving: NotSent,
): Promise<boolean> {
  if (leaving.does !== 'supersede' || !leaving.carried || leaving.into === null) return true;
  const reference = firestore.doc(outbox.path(leaving.into));
  const later = outbox.read(await transaction.get(reference));
  if (later === null || later.state !== 'pending') return false;
  transaction.update(reference, outbox.write(takingUp(later, item)));
  return true;
}

function after(item: QueuedMail, delivery: Delivery, now: number): QueuedMail {
  if (delivery.outcome === 'sent') return { ...item, state: 'sent', problem: null };
  const { reason: problem } = delivery;
  if (delivery.outcome === 'dead') return { ...item, state: 'dead', cause: delivery.cause, problem };
  const minutes = backOff[item.attempt - 1];
  return minutes === undefined
    ? { ...item, state: 'dead', cause: 'silence', problem }
    : { ...item, state: 'retry', nextMs: now + minutes * MINUTE, problem };
}

/** Mails whose trigger, lease or retry time has passed: the sweeper's work, oldest first. */
export async function dueMails(firestore: Firestore, now: number, most: number): Promise<string[]> {
  const found = await firestore
    .collection(OUTBOX)
    .where('state', 'in', ['pending', 'leased', 'retry'])
    .where('nextMs', '<=', now)
    .orderBy('nextMs')
    .limit(most)
    .get();
  return found.docs.map(({ id }) => id);
}
