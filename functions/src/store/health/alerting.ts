import type { Firestore } from 'firebase-admin/firestore';
import { dayOf, type Instant } from '../../domain/calendar.ts';
import { spaced } from '../../domain/french-spacing.ts';
import { type JudgedFact, judgeHealth } from '../../domain/health/facts.ts';
import { serviceSubscriptions } from '../../domain/notifications/service-subscriptions.ts';
import { get } from '../collection.ts';
import { outbox } from '../collections/outbox.ts';
import { settingsInForce } from '../collections/settings.ts';
import { cameFirst } from '../lost-race.ts';
import { queueMails } from '../notifications/queue.ts';
import { teamMails } from '../notifications/team.ts';
import { readHealth, type Watched } from './reading.ts';
import { followAll } from './runs.ts';

const PAGE = '/equipe?vue=sante';

/**
 * Reads the service, and tells the team of each fact that fell short, once a day at most: the mail of the mailbox names the fact and the day, and is
 * created or not. Answers what fell short. Costs what `readHealth` does; with an alert, 1 read, 1 query of the team and a write a mail.
 */
export async function watchService(firestore: Firestore, watched: Watched): Promise<JudgedFact[]> {
  const reading = await readHealth(firestore, watched);
  await followAll(firestore, reading.runs, watched.now);
  const short = judgeHealth(reading).filter(({ isShort }) => isShort);
  for (const fact of short) if (fact.alerts) await alert(firestore, fact, watched.now);
  return short;
}

async function alert(firestore: Firestore, { name, label, found, todo }: JudgedFact, now: Instant): Promise<void> {
  const event = `${name}.${dayOf(now)}`;
  if ((await get(firestore, outbox, `healthShort.${event}`)) !== null) return;
  const { contact } = await settingsInForce(firestore);
  const items = await teamMails(firestore, contact, serviceSubscriptions.healthShort, {
    id: event,
    facts: { happened: label, reason: spaced(`${label} : ${found} ${todo ?? ''}`.trim()) },
    ...{ path: PAGE, mission: null, createdAt: now },
  });
  const batch = firestore.batch();
  queueMails(firestore, batch, items);
  // Of two looks at the same moment, whoever comes second finds that the team is told.
  await cameFirst(batch.commit());
}
