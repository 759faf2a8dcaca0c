import type { Day, Instant } from '../calendar.ts';

/**
 * The proofs of one day in Paris, that an authority (RFC 3161) stamps together: from then on, somebody who is not us says that they existed.
 * Nothing stands in for it while it is missing, our own clock least of all.
 */
export type DayStamp = WaitingStamp | AuthorityStamp;

interface DayProofs {
  readonly day: Day;
  /** Of the place of each record, or of the record where it has none, in the order in which they were made. */
  readonly hashes: readonly string[];
}

export interface WaitingStamp extends DayProofs {
  readonly state: 'waiting';
  readonly attempts: number;
  readonly triedAt: Instant | null;
  /** Why the last attempt failed, for staff; null before any. */
  readonly problem: string | null;
}

export interface AuthorityStamp extends DayProofs {
  readonly state: 'stamped';
  /** By the authority's clock. */
  readonly stampedAt: Instant;
  readonly authority: string;
  /** Whether its certificate says that it is one of a demonstration. */
  readonly demonstration: boolean;
  readonly serial: string;
  /** RFC 3161, in base64: what a check reads again, years later. */
  readonly token: string;
}

/** What the authority answers about one hash. A failure is an answer, with a sentence for staff. */
export type StampAnswer =
  | (Omit<AuthorityStamp, 'day' | 'hashes' | 'state' | 'stampedAt' | 'token'> & {
      readonly stamped: true;
      readonly atMs: Instant;
      readonly token: Uint8Array;
    })
  | { readonly stamped: false; readonly message: string };

/** What the team reads of time-stamps. */
export interface StampsView {
  /** False when the deployment has no authority: nothing is stamped, and nothing waits. */
  readonly configured: boolean;
  readonly waiting: readonly (Pick<WaitingStamp, 'day' | 'attempts' | 'triedAt' | 'problem'> & {
    readonly proofs: number;
  })[];
  readonly last: Pick<AuthorityStamp, 'day' | 'stampedAt' | 'authority' | 'demonstration'> | null;
}
