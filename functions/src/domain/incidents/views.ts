import type { Instant } from '../calendar.ts';
import type { StampsView } from '../proofs/day-stamp.ts';
import type { DeadMailCause } from './dead-mails.ts';
import type { ToCall } from './whom-to-call.ts';

/** What the service could not do by itself, and waits for staff. */
export interface Incidents {
  readonly stamps: StampsView;
  readonly letters: readonly {
    readonly id: string;
    readonly what: string;
    readonly subject: string;
    readonly code: string;
    readonly attempts: number;
    readonly lastSeenAt: Instant;
    readonly replaying: boolean;
  }[];
  readonly mails: readonly {
    readonly id: string;
    readonly recipient: string;
    readonly email: string;
    /** Empty when the address is of nobody here. */
    readonly organisation: string;
    readonly about: string;
    /** Null for those that died before causes were told apart. */
    readonly cause: DeadMailCause | null;
    /** What the server answered. */
    readonly problem: string;
    readonly createdAt: Instant;
    readonly attempts: number;
    /** How many wait for this address, this one included. */
    readonly alike: number;
    /** Whether it is marked in error; null when it is of no account, and can't be. */
    readonly addressMarked: boolean | null;
    readonly call: readonly ToCall[];
    /** Page of ours where the address is changed; null when it is of no account. */
    readonly peoplePath: string | null;
  }[];
}
