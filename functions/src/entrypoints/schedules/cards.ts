import type { Firestore } from 'firebase-admin/firestore';
import { onSchedule } from 'firebase-functions/scheduler';
import { dayOf } from '../../domain/calendar.ts';
import { isWorkingDay } from '../../domain/working-days.ts';
import { settingsInForce } from '../../store/collections/settings.ts';
import { rebuildIndex } from '../../store/directory/index-document.ts';
import { askAboutCard, beginCardYear, cardsToAsk, cardsWithoutYear } from '../../store/experts/card-confirmations.ts';
import { forgetExpiredRegistrations } from '../../store/experts/kept-registrations.ts';
import { firestore } from '../firebase.ts';
import { warn } from '../warn.ts';
import { each } from './each.ts';
import { recorded } from './recorded.ts';

const once = { timeZone: 'Europe/Paris', maxInstances: 1, retryCount: 0, timeoutSeconds: 300 } as const;

/**
 * Each morning: registrations begun and given up are forgotten, and the index of the directory is made from its cards. On working days, cards that
 * nobody has said to be right for a year; on others nobody is asked anything.
 */
export const sweepCards = onSchedule({ ...once, schedule: 'every day 07:40' }, () =>
  recorded('sweepCards', () => cardsOf(firestore(), Date.now())),
);

/** What the schedule does, at the time it is given: answers how many cards failed. */
export async function cardsOf(database: Firestore, now: number): Promise<number> {
  const [entries] = await Promise.all([rebuildIndex(database, warn), forgetExpiredRegistrations(database, now)]);
  if (!isWorkingDay(dayOf(now), null)) return 0;
  const failed = await each(cardsWithoutYear(entries), (expertId) => beginCardYear(database, expertId));
  const toAsk = await cardsToAsk(database, dayOf(now));
  // Most mornings ask nobody: nothing else is read.
  if (toAsk.length === 0) return failed;
  const settings = await settingsInForce(database);
  if (!isWorkingDay(dayOf(now), settings)) return failed;
  return failed + (await each(toAsk, (expertId) => askAboutCard(database, expertId, { settings, now })));
}
