import { isToKeep, type ScheduleName } from '../../domain/health/schedules.ts';
import { recordRun } from '../../store/health/runs.ts';
import { firestore } from '../firebase.ts';

/** What this instance wrote last, of each: one that has just started writes once more, which tells the truth all the same. */
const kept = new Map<ScheduleName, number>();

/** Does the work of a schedule, then writes that it ended well. One that throws writes nothing: after its time it is late, and staff are told. */
export async function recorded(schedule: ScheduleName, work: () => Promise<unknown>): Promise<void> {
  await work();
  const now = Date.now();
  if (!isToKeep(schedule, kept.get(schedule), now)) return;
  await recordRun(firestore(), schedule, now);
  kept.set(schedule, now);
}
