import type { Firestore } from 'firebase-admin/firestore';
import { MINUTE } from '../../domain/calendar.ts';
import { kindOf } from '../../domain/notifications/mail-kinds.ts';
import { OUTBOX, type QueuedMail } from '../collections/outbox.ts';

/**
 * When a leased mail that found its minute full may try again: the next minute. Null when it leaves now; a mail of an account always does, and takes its
 * place in the minute. The mails tried since the minute began are counted by the index of `attemptedAt` (1 read up to 1 000 of them), up to this
 * one: of mails leased at once the first leave. Rejected: a counter, one document that every instance would write about once a second. Two
 * commits that cross may let a mail more through, which no provider minds.
 */
export async function nextMinuteFor(
  firestore: Firestore,
  { mail, attemptedAt }: QueuedMail,
  mailsAMinute: number,
): Promise<number | null> {
  if (attemptedAt === null || kindOf(mail).purpose === 'account') return null;
  const minute = attemptedAt - (attemptedAt % MINUTE);
  const counted = await firestore
    .collection(OUTBOX)
    .where('attemptedAt', '>=', minute)
    .where('attemptedAt', '<=', attemptedAt)
    .count()
    .get();
  return counted.data().count > mailsAMinute ? minute + MINUTE : null;
}
