import type { Firestore, WriteBatch } from 'firebase-admin/firestore';
import { type Expert, expertStates } from '../../domain/experts/profile.ts';
import type { ExpertAudience, ExpertMail } from '../../domain/notifications/expert-subscriptions.ts';
import { noFacts, type OutboxItem } from '../../domain/notifications/mails.ts';
import type { Subscription } from '../../domain/notifications/subscription.ts';
import { settingsInForce } from '../collections/settings.ts';
import { queueMails } from '../notifications/queue.ts';
import { teamMails } from '../notifications/team.ts';

interface Told {
  /** Who hears of the event, as its table says. */
  readonly rows: readonly Subscription<ExpertAudience, ExpertMail>[];
  readonly eventId: string;
  readonly byName: string;
  readonly reason: string;
  /** Those of the company who are told. */
  readonly people: readonly { readonly uid: string; readonly name: string; readonly email: string }[];
  readonly now: number;
}

/** Queues, with the rest of `batch`, the mails about where a registration stands. One read of the settings, one query for the team. */
export async function tellOfExpert(
  firestore: Firestore,
  batch: WriteBatch,
  expert: Expert,
  { rows, eventId, byName, reason, people, now }: Told,
): Promise<void> {
  const facts = {
    ...{ ...noFacts, expertName: expert.company, happened: expertStates[expert.state] },
    ...{ byName, reason, state: expert.state },
  };
  const company = rows.filter(({ to }) => to === 'company');
  const items = company.flatMap(({ mail, when }) =>
    people.map(
      ({ uid, name, email }): OutboxItem => ({
        id: `${mail}.${eventId}${uid}`,
        mail,
        to: { email, name, uid },
        facts: { ...facts, recipientName: name, reader: 'expert' },
        path: '/expert',
        ...{ when, mission: null, parts: [], createdAt: now },
      }),
    ),
  );
  queueMails(firestore, batch, items);
  const { contact } = await settingsInForce(firestore);
  const letter = { id: `${eventId}s`, facts, path: `/equipe?expert=${expert.id}`, mission: null, createdAt: now };
  queueMails(firestore, batch, await teamMails(firestore, contact, rows, letter));
}
