import type { Frequency } from './frequencies.ts';
import type { MailName } from './mails.ts';

/** One line of who hears of an event: an audience, the mail that tells it, and when, unless its reader chose otherwise. */
export interface Subscription<To extends string, Mail extends MailName = MailName> {
  readonly to: To;
  readonly mail: Mail;
  readonly when: Frequency;
}
