import type { Instant } from '../calendar.ts';
import type { MailState } from '../notifications/mail-states.ts';

/** A mail to one of a laureate's people, as the team reads that it left; never what is in it beyond its subject. */
export interface LaureateMail {
  readonly id: string;
  readonly subject: string;
  readonly toName: string;
  readonly toEmail: string;
  /** When it was last handed to the mail server; while it never was, when it was written. */
  readonly at: Instant;
  readonly state: MailState;
  /** Why it did not arrive, as the server said; empty of the others. */
  readonly problem: string;
}

export interface LaureateMails {
  readonly mails: readonly LaureateMail[];
  /** The instant to ask for older ones with; null when there are none. */
  readonly older: Instant | null;
}
