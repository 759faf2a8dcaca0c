import type { Firestore } from 'firebase-admin/firestore';
import type { Instant } from '../../domain/calendar.ts';
import { type ScheduleName, type ScheduleRun, scheduleNames } from '../../domain/health/schedules.ts';
import { SCHEDULE_RUNS, scheduleRuns } from '../collections/schedule-runs.ts';
import { failedAs } from '../failures.ts';
import { cameFirst } from '../lost-race.ts';

/** Writes that a schedule ended well (1 write, 2 the first time). Two ends at once say the same: the last one stands. */
export async function recordRun(firestore: Firestore, schedule: ScheduleName, now: Instant): Promise<void> {
  const reference = firestore.doc(scheduleRuns.path(schedule));
  try {
    await reference.update({ at: now });
  } catch (error) {
    // Nothing was written of it yet.
    if (!failedAs(error, 'documentAbsent')) throw error;
    await reference.set(scheduleRuns.write({ schedule, since: now, at: now }));
  }
}

/**
 * What is known of every schedule: a read each. What can't be read, or is of a schedule that is gone, is left out: a document that is not of its
 * schema must not hide the others.
 */
export async function knownRuns(firestore: Firestore): Promise<ScheduleRun[]> {
  const found = await firestore.collection(SCHEDULE_RUNS).get();
  return scheduleRuns.readable(found.docs).values;
}

/** From now on, a schedule that nobody follows is expected: one that never runs at all would otherwise never be late. */
export async function followAll(firestore: Firestore, known: readonly ScheduleRun[], now: Instant): Promise<void> {
  const followed = new Set(known.map(({ schedule }) => schedule));
  for (const schedule of scheduleNames.filter((name) => !followed.has(name))) {
    const run = scheduleRuns.write({ schedule, since: now, at: null });
    // Otherwise it ran for the first time meanwhile, which is all that is wanted.
    await cameFirst(firestore.doc(scheduleRuns.path(schedule)).create(run));
  }
}
