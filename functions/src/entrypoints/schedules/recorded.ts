import type { Instant } from '../../domain/calendar.ts';
import { isToKeep, type ScheduleName } from '../../domain/health/schedules.ts';
import { recordRun } from '../../store/health/runs.ts';
import { firestore } from '../firebase.ts';

/** When this instance last wrote the end of each schedule. One that has just started knows nothing, and writes once more: that does no harm. */
const kept = new Map<ScheduleName, number>();

const writeRun = (schedule: ScheduleName, now: Instant) => recordRun(firestore(), schedule, now);

/**
 * Does the work of a schedule, then writes that it ended well. One that throws writes nothing, nor does one that answers how many of its items failed,
 * if any did: after its time it is late, and staff are told. Work that has no items answers nothing.
 */
export async function recorded(
  schedule: ScheduleName,
  work: () => Promise<number | undefined>,
  write = writeRun,
): Promise<void> {
  const failed = (await work()) ?? 0;
  // Thrown once all was tried, so that Cloud Scheduler shows it too.
  if (failed > 0) throw new Error(`${schedule}: ${failed} of its items failed`);
  const now = Date.now();
  if (!isToKeep(schedule, kept.get(schedule), now)) return;
  await write(schedule, now);
  kept.set(schedule, now);
}
