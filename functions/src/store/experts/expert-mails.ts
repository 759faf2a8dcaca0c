import type { Firestore, WriteBatch } from 'firebase-admin/firestore';
import { type Expert, expertStates } from '../../domain/experts/profile.ts';
import type { ExpertMail } from '../../domain/notifications/expert-subscriptions.ts';
import { outbox, queued } from '../collections/outbox.ts';
import { settingsInForce } from '../collections/settings.ts';

interface Told {
  readonly mail: ExpertMail;
  /** Of the event that is told. */
  readonly eventId: string;
  readonly byName: string;
  readonly reason: string;
  readonly now: number;
}

interface Recipient {
  /** Null for the team's own address. */
  readonly uid: string | null;
  readonly name: string;
  readonly email: string;
}

/** Queues, with the rest of `batch`, one mail for each of these people about where their registration stands. */
export function tellExperts(
  firestore: Firestore,
  batch: WriteBatch,
  expert: Expert,
  people: readonly Recipient[],
  told: Told,
): void {
  for (const person of people) queue(firestore, batch, expert, person, told);
}

/** Queues the mail that leads the team to the file. 1 read, of the settings. */
export async function tellTeam(firestore: Firestore, batch: WriteBatch, expert: Expert, told: Told): Promise<void> {
  const { contact } = await settingsInForce(firestore);
  queue(firestore, batch, expert, { uid: null, name: contact.name, email: contact.email }, told);
}

function queue(firestore: Firestore, batch: WriteBatch, expert: Expert, to: Recipient, told: Told): void {
  const { mail, eventId, byName, reason, now } = told;
  const item = queued({
    id: `${mail}.${eventId}${to.uid ?? 's'}`,
    mail,
    to: { email: to.email, name: to.name, uid: to.uid },
    facts: {
      recipientName: to.name,
      reader: to.uid === null ? 'staff' : 'expert',
      laureateName: '',
      expertName: expert.company,
      happened: expertStates[expert.state],
      byName,
      reason,
      state: expert.state,
      need: '',
    },
    path: to.uid === null ? `/equipe?expert=${expert.id}` : '/expert',
    createdAt: now,
  });
  batch.create(firestore.doc(outbox.path(item.id)), outbox.write(item));
}
