import type { Firestore } from 'firebase-admin/firestore';
import { logger } from 'firebase-functions';
import { onSchedule } from 'firebase-functions/scheduler';
import { dayOf } from '../../domain/calendar.ts';
import { digestMorning } from '../../domain/notifications/periods.ts';
import { isWorkingDay } from '../../domain/working-days.ts';
import { settingsInForce } from '../../store/collections/settings.ts';
import { makeDigest } from '../../store/notifications/digests.ts';
import { type DueDigest, dueDigests } from '../../store/notifications/due-digests.ts';
import { waitingNow } from '../../store/notifications/waiting.ts';
import { firestore } from '../firebase.ts';
import { eachApart } from './each.ts';
import { recorded } from './recorded.ts';

/** Their digests write nothing in common. */
const PEOPLE_TOGETHER = 4;

/** Each working morning, once the deadlines of 07:30 have queued what they tell. It only queues: the outbox sends. */
export const makeDigests = onSchedule(
  {
    schedule: 'every day 07:45',
    timeZone: 'Europe/Paris',
    maxInstances: 1,
    retryCount: 0,
    timeoutSeconds: 300,
  },
  () => recorded('makeDigests', () => digestsOf(firestore(), Date.now())),
);

/** What the schedule does, at the time it is given. A person whose digest fails is told the next morning: what was held still is. Answers how many failed. */
export async function digestsOf(database: Firestore, now: number): Promise<number> {
  if (!isWorkingDay(dayOf(now), null)) return 0;
  const settings = await settingsInForce(database);
  const morning = digestMorning(now, settings);
  if (morning === null) return 0;
  const { waiting, unreadable } = await waitingNow(database, settings, now);
  const found = await dueDigests(database, morning, now, waiting);
  const leftOut = [...unreadable, ...found.unreadable];
  if (leftOut.length > 0) logger.error('digests leave out what can’t be read', { documents: leftOut });
  // In order for each person: the digest of a week takes up what that of the day left held.
  const make = async (due: DueDigest) => {
    await makeDigest(database, due, { waiting, now });
  };
  return eachApart(found.due, ({ person }) => person, make, PEOPLE_TOGETHER);
}
