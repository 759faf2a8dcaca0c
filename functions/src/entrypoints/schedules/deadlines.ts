import type { Firestore } from 'firebase-admin/firestore';
import { logger } from 'firebase-functions';
import { onSchedule } from 'firebase-functions/scheduler';
import { dayOf } from '../../domain/calendar.ts';
import type { Mission } from '../../domain/missions/mission.ts';
import { isWorkingDay } from '../../domain/working-days.ts';
import { settingsInForce } from '../../store/collections/settings.ts';
import { dueMissions, playDueMission } from '../../store/missions/deadlines.ts';
import { liveMissions, missingTasks, neverOpened, openMissing, renewDueDays } from '../../store/staff/missing-tasks.ts';
import { firestore } from '../firebase.ts';
import { each, eachApart } from './each.ts';
import { recorded } from './recorded.ts';

/**
 * One after the other, the three hundred missions of a full morning would take most of the time that a schedule has. Missions that laureates share may still
 * meet: whichever loses the race is written again.
 */
const LAUREATES_TOGETHER = 4;

const once = { timeZone: 'Europe/Paris', maxInstances: 1, retryCount: 0, timeoutSeconds: 300 } as const;

/** Each working morning, before offices open: reminders, deadlines and ends. On other days time does nothing to anybody. */
export const sweepDeadlines = onSchedule({ ...once, schedule: 'every day 07:30' }, () =>
  recorded('sweepDeadlines', () => deadlinesOf(firestore(), Date.now())),
);

/** What the schedule does, at the time it is given: answers how many failed. */
export async function deadlinesOf(database: Firestore, now: number): Promise<number> {
  if (!isWorkingDay(dayOf(now), null)) return 0;
  const due = await dueMissions(database, dayOf(now));
  // Many mornings have none: nothing else is read.
  if (due.length === 0) return 0;
  const settings = await settingsInForce(database);
  if (!isWorkingDay(dayOf(now), settings)) return 0;
  const playDue = async (mission: Mission) => {
    const refusal = await playDueMission(database, mission, { settings, now });
    // It moved meanwhile, which is well; the same refusal every morning would be a fault.
    if (refusal) logger.warn('a due mission was refused', { mission: mission.id, code: refusal.code });
  };
  return eachApart(due, ({ laureateIds }) => laureateIds[0], playDue, LAUREATES_TOGETHER);
}

/** What waits without a task, and live missions whose day is not the one that the settings give: every night. */
export const sweepTasks = onSchedule({ ...once, schedule: 'every day 04:00' }, () =>
  recorded('sweepTasks', () => tasksOf(firestore(), Date.now())),
);

/** What the schedule does, at the time it is given: answers how many failed. */
export async function tasksOf(database: Firestore, now: number): Promise<number> {
  const [settings, live] = await Promise.all([settingsInForce(database), liveMissions(database)]);
  await renewDueDays(database, { live, settings });
  const missing = await neverOpened(database, await missingTasks(database, { live, settings, now }));
  return each(missing, async (task) => {
    await openMissing(database, task);
  });
}
