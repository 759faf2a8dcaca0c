import type { Firestore } from 'firebase-admin/firestore';
import type { MailFacts, MailName, OutboxItem } from '../../domain/notifications/mails.ts';
import { noFacts } from '../../domain/notifications/mails.ts';
import type { Subscription } from '../../domain/notifications/subscription.ts';
import type { ProgrammeSettings } from '../../domain/programme/settings.ts';
import { ACCOUNTS, accounts } from '../collections/accounts.ts';

/** What the team is told: the rest of each mail comes from who receives it. */
interface TeamLetter extends Pick<OutboxItem, 'id' | 'path' | 'mission' | 'createdAt'> {
  readonly facts: Partial<MailFacts>;
}

export interface TeamRecipient<Mail extends MailName> {
  /** Null for the address of France Tiers-Lieux. */
  readonly uid: string | null;
  readonly name: string;
  readonly email: string;
  readonly told: Subscription<string, Mail>;
}

/**
 * The address of France Tiers-Lieux and each person of the team, as far as the rows name them. A person who reads that address is written to once,
 * there. One query where `team` is named (2 to 10 documents), none otherwise.
 */
export async function teamRecipients<Mail extends MailName>(
  firestore: Firestore,
  { name, email }: ProgrammeSettings['contact'],
  rows: readonly Subscription<string, Mail>[],
): Promise<TeamRecipient<Mail>[]> {
  const mailbox = rows.filter(({ to }) => to === 'mailbox').map((told) => ({ uid: null, name, email, told }));
  const team = rows.find(({ to }) => to === 'team');
  if (team === undefined) return mailbox;
  const found = await firestore.collection(ACCOUNTS).where('kind', '==', 'staff').where('active', '==', true).get();
  const people = accounts.list(found.docs).filter((account) => account.email !== email);
  return [...mailbox, ...people.map(({ uid, name, email }) => ({ uid, name, email, told: team }))];
}

/** The mails that tell the team of an event, one a recipient; `letter.id` names the event, and each mail adds its own to it. */
export async function teamMails<Mail extends MailName>(
  firestore: Firestore,
  contact: ProgrammeSettings['contact'],
  rows: readonly Subscription<string, Mail>[],
  letter: TeamLetter,
): Promise<OutboxItem[]> {
  const recipients = await teamRecipients(firestore, contact, rows);
  return recipients.map(({ uid, name, email, told: { mail, when } }) => ({
    ...letter,
    id: [mail, letter.id, ...(uid === null ? [] : [uid])].join('.'),
    mail,
    to: { email, name, uid },
    facts: { ...noFacts, ...letter.facts, recipientName: name, reader: 'staff' },
    when,
    parts: [],
  }));
}
