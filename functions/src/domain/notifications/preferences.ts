import type { Frequency } from './frequencies.ts';
import { choicesOf } from './mail-kinds.ts';
import type { MailName, OutboxItem } from './mails.ts';

/** What a person chose, mail by mail; absent where that person left the default of each event. */
export type Preferences = Readonly<Partial<Record<MailName, Frequency>>>;

/** When the reader of a mail is told of it: its own choice where the mail leaves one, else the default of the event. */
export function frequencyOf({ mail, when }: Pick<OutboxItem, 'mail' | 'when'>, preferences: Preferences): Frequency {
  const chosen = preferences[mail];
  return chosen !== undefined && choicesOf(mail).includes(chosen) ? chosen : when;
}
