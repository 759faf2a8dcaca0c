import type { Actor } from '../actor.ts';
import { DAY, HOUR, type Instant } from '../calendar.ts';

/** Whose account it is: every person who may sign in. */
export type AccountKind = Exclude<Actor['kind'], 'anonymous' | 'system'>;

/**
 * How long a sign-in lasts, in milliseconds: long for people who come from a phone now and then, a working day for who reads everything.
 * `firestore.rules` and `storage.rules` say the same in seconds; a test compares.
 */
export const sessionLengths = {
  laureate: 30 * DAY,
  expert: 30 * DAY,
  staff: 12 * HOUR,
  observer: 8 * HOUR,
} as const satisfies Record<AccountKind, number>;

/** The instant at which a session must be opened anew, by the kind of account. */
export function sessionEndsAt(kind: AccountKind, signedInAt: Instant): Instant {
  return signedInAt + sessionLengths[kind];
}
