import type { Firestore, WriteBatch } from 'firebase-admin/firestore';
import { addDays, dayOf } from '../../domain/calendar.ts';
import type { Facts } from '../../domain/missions/facts.ts';
import type { MissionEvent } from '../../domain/missions/mission.ts';
import type { Outcome } from '../../domain/missions/outcome.ts';
import { taskChanges } from '../../domain/missions/tasks.ts';
import { taskId } from '../../domain/staff/tasks.ts';
import type { Invoice } from '../../domain/subsidy/invoice.ts';
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
  { mission, event, invoice }: Outcome,
): Promise<void> {
  const { opened, closed } = taskChanges(before, mission, settings);
  for (const task of opened) {
    const laureate = task.laureateId === null ? null : await get(firestore, laureates, task.laureateId);
    const assigneeUid = laureate?.referent?.uid ?? null;
    // A reminder sent once the deadline has passed changes the words of the task, and not since when it waits.
    const at = task.kind === 'deadlinePassed' ? (mission.deadlinePassedAt ?? event.at) : event.at;
    await openTask(firestore, batch, { ...task, subject: mission.id, at, assigneeUid });
  }
  for (const id of closed) await closeTask(firestore, batch, id, event.by.name, event.at);
  if (invoice) await invoiceTask(firestore, batch, invoice, { event, days: settings.invoiceTaskDays });
}

/** An invoice that nobody answers is staff's after some days; its payment, or the word that it is not paid, closes the task. */
export async function invoiceTask(
  firestore: Firestore,
  batch: WriteBatch,
  { id, number, laureateName, laureateId, missionId, expertId, status }: Invoice,
  { event, days }: { event: Pick<MissionEvent, 'at' | 'by'>; days: number },
): Promise<void> {
  const kind = 'invoiceToRecord';
  if (status !== 'deposited') return closeTask(firestore, batch, taskId(kind, id), event.by.name, event.at);
  await openTask(firestore, batch, {
    ...{ kind, subject: id, at: event.at, about: `Facture ${number}, adressée à ${laureateName}` },
    ...{ laureateId, missionId, expertId, snoozedUntil: addDays(dayOf(event.at), days) },
  });
}
