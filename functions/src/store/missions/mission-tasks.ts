import type { Firestore, WriteBatch } from 'firebase-admin/firestore';
import type { Facts } from '../../domain/missions/facts.ts';
import type { Outcome } from '../../domain/missions/outcome.ts';
import { taskChanges } from '../../domain/missions/tasks.ts';
import { get } from '../collection.ts';
import { laureates } from '../collections/laureates.ts';
import { closeTask, openTask } from '../staff/tasks.ts';

/**
 * Opens and closes, in the commit of an action, what it gives staff to do. Most actions give nothing, and cost nothing here; what is opened
 * falls to the referent of the laureate, when it has one (1 read).
 */
export async function missionTasks(
  firestore: Firestore,
  batch: WriteBatch,
  { mission: before, settings }: Facts,
  { mission, event }: Outcome,
): Promise<void> {
  const { opened, closed } = taskChanges(before, mission, settings);
  for (const task of opened) {
    const laureate = task.laureateId === null ? null : await get(firestore, laureates, task.laureateId);
    const assigneeUid = laureate?.referent?.uid ?? null;
    await openTask(firestore, batch, { ...task, subject: mission.id, at: event.at, assigneeUid });
  }
  for (const id of closed) await closeTask(firestore, batch, id, event.by.name, event.at);
}
