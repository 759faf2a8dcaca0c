import type { Firestore } from 'firebase-admin/firestore';
import { type Instant, MINUTE } from '../../domain/calendar.ts';
import { kindOf } from '../../domain/notifications/mail-kinds.ts';
import { OUTBOX, type QueuedMail } from '../collections/outbox.ts';

type Tried = Pick<QueuedMail, 'mail' | 'attemptedAt'>;

/** When a leased mail that found its minute full may try again: the next minute. Null when it leaves now. */
export type NextMinute = (mail: Tried, mailsAMinute: number) => Promise<Instant | null>;

/** The mails tried from an instant to another, both included. */
export type CountTried = (from: Instant, until: Instant) => Promise<number>;

/** By the index of `attemptedAt`: 1 read up to 1 000 of them. */
export function countingIn(firestore: Firestore): CountTried {
  return async (from, until) => {
    const tried = firestore.collection(OUTBOX).where('attemptedAt', '>=', from).where('attemptedAt', '<=', until);
    return (await tried.count().get()).data().count;
  };
}

/**
 * Of a mail that leaves alone. One of an account always does, and takes its place in the minute. The mails tried since the minute began are counted, up
 * to this one: of mails leased at once the first leave. Rejected: a counter, one document that every instance would write about once a second. Two
 * commits that cross may let a mail more through, which no provider minds.
 */
export function nextMinuteAlone(count: CountTried): NextMinute {
  return async (mail, mailsAMinute) => {
    const at = countedAt(mail);
    if (at === null) return null;
    return (await count(minuteOf(at), at)) > mailsAMinute ? minuteOf(at) + MINUTE : null;
  };
}

/** Mails that leave on one count. */
const ON_ONE_COUNT = 10;

/**
 * Of those of one sweep: the first is counted for, and the next ones take the places after its own. What others send meanwhile may let as many more
 * through. None waits but on a count of its own.
 */
export function nextMinuteInSweep(count: CountTried): NextMinute {
  const alone = nextMinuteAlone(count);
  let last: { readonly minute: Instant; readonly counted: Promise<number>; taken: number } | null = null;
  return async (mail, mailsAMinute) => {
    const at = countedAt(mail);
    if (at === null) return null;
    const minute = minuteOf(at);
    if (last === null || last.minute !== minute || last.taken === ON_ONE_COUNT)
      last = { minute, counted: count(minute, at), taken: 0 };
    const ours = last;
    const after = ours.taken;
    ours.taken += 1;
    try {
      if ((await ours.counted) + after <= mailsAMinute) return null;
    } catch (error) {
      if (last === ours) last = null;
      throw error;
    }
    return alone(mail, mailsAMinute);
  };
}

/** Null of a mail that waits for no minute. */
function countedAt({ mail, attemptedAt }: Tried): Instant | null {
  return kindOf(mail).purpose === 'account' ? null : attemptedAt;
}

const minuteOf = (at: Instant) => at - (at % MINUTE);
