import type { Instant } from '../calendar.ts';
import type { StampsView } from '../proofs/day-stamp.ts';

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
    readonly about: string;
    readonly problem: string;
    readonly createdAt: Instant;
    readonly attempts: number;
  }[];
}
