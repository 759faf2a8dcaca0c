import type { Firestore } from 'firebase-admin/firestore';
import { logger } from 'firebase-functions';
import { onSchedule } from 'firebase-functions/scheduler';
import { digestMorning } from '../../domain/notifications/periods.ts';
import { settingsInForce } from '../../store/collections/settings.ts';
import { makeDigest } from '../../store/notifications/digests.ts';
import { dueDigests } from '../../store/notifications/due-digests.ts';
import { waitingNow } from '../../store/notifications/waiting.ts';
import { firestore } from '../firebase.ts';
import { each } from './each.ts';

/** Each working morning, once the deadlines of 07:30 have queued what they tell. It only queues: the outbox sends. */
export const makeDigests = onSchedule(
  {
    schedule: 'every day 07:45',
    timeZone: 'Europe/Paris',
    maxInstances: 1,
    retryCount: 0,
    timeoutSeconds: 300,
  },
  () => digestsOf(firestore(), Date.now()),
);

/** What the schedule does, at the time it is given. A person whose digest fails is told the next morning: what was held still is. */
export async function digestsOf(database: Firestore, now: number): Promise<void> {
  const settings = await settingsInForce(database);
  const morning = digestMorning(now, settings);
  if (morning === null) return;
  const { waiting, unreadable } = await waitingNow(database, settings, now);
  const found = await dueDigests(database, morning, now, waiting);
  const leftOut = [...unreadable, ...found.unreadable];
  if (leftOut.length > 0) logger.error('digests leave out what can’t be read', { documents: leftOut });
  await each(found.due, async (due) => {
    await makeDigest(database, due, { waiting, now });
  });
}
