import type { Firestore, WriteBatch } from 'firebase-admin/firestore';
import type { Facts } from '../../domain/missions/facts.ts';
import type { Outcome } from '../../domain/missions/outcome.ts';
import { taskChanges } from '../../domain/missions/tasks.ts';
import { closeTask, openTask } from '../staff/tasks.ts';

/** Opens and closes, in the commit of an action, what it gives staff to do. Most actions give nothing, and cost nothing here. */
export async function missionTasks(
  firestore: Firestore,
  batch: WriteBatch,
  { mission: before, settings }: Facts,
  { mission, event }: Outcome,
): Promise<void> {
  const { opened, closed } = taskChanges(before, mission, settings);
  for (const task of opened) await openTask(firestore, batch, { ...task, subject: mission.id, at: event.at });
  for (const id of closed) await closeTask(firestore, batch, id, event.by.name, event.at);
}
