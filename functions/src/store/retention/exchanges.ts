import type { Firestore } from 'firebase-admin/firestore';
import { roleLabels } from '../../domain/actor.ts';
import type { Instant } from '../../domain/calendar.ts';
import { liveStates } from '../../domain/missions/states.ts';
import type { ProgrammeSettings } from '../../domain/programme/settings.ts';
import { closingDay } from '../../domain/retention/closing.ts';
import { exchangesStep } from '../../domain/retention/exchanges.ts';
import { taskId } from '../../domain/staff/tasks.ts';
import { MISSIONS } from '../collections/missions.ts';
import { tasks } from '../collections/tasks.ts';
import { optimistically, rewrite } from '../optimistic.ts';
import { EXCHANGES, exchangesTask } from '../staff/task-makers.ts';

/**
 * The settings by which what was exchanged may go tonight; null while it may not. Tells staff by a task, and takes it back. 2 reads. `saved`: null
 * while there are none.
 */
export async function exchangesClosed(
  firestore: Firestore,
  saved: ProgrammeSettings | null,
  now: Instant,
): Promise<ProgrammeSettings | null> {
  const closing = saved === null ? null : closingDay(saved);
  const live = firestore.collection(MISSIONS).where('state', 'in', [...liveStates]);
  const hasLiveMission = !(await live.limit(1).select().get()).empty;
  const done = await optimistically(firestore, async (batch) => {
    const snapshot = await firestore.doc(tasks.path(taskId('exchangesToErase', EXCHANGES))).get();
    const announced = tasks.read(snapshot);
    const step = exchangesStep({ closing, hasLiveMission, announced, now });
    if (step === 'announce' && closing !== null) {
      const { subject: _same, ...about } = exchangesTask(closing, now);
      const nobody = { assigneeUid: null, snoozedUntil: null, closedAt: null, closedBy: null };
      rewrite(batch, snapshot, tasks.write({ ...about, ...nobody, id: snapshot.id }));
      return { answer: step, batch };
    }
    // By whomever it was closed: an announcement that was taken back no longer counts.
    if (step === 'cancel' && announced !== null && announced.closedBy !== roleLabels.system) {
      rewrite(batch, snapshot, tasks.write({ ...announced, closedAt: now, closedBy: roleLabels.system }));
      return { answer: step, batch };
    }
    return { answer: step, batch: null };
  });
  return done?.answer === 'erase' ? saved : null;
}
