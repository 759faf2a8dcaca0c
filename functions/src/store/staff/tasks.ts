import type { DocumentData, DocumentReference, Firestore } from 'firebase-admin/firestore';
import type { Day, Instant } from '../../domain/calendar.ts';
import { type StaffTask, type TaskAbout, taskId } from '../../domain/staff/tasks.ts';
import type { Readable } from '../collection.ts';
import { TASKS, tasks } from '../collections/tasks.ts';

export interface OpenedTask extends TaskAbout {
  /** Id of what it is about: one task a kind and subject. */
  readonly subject: string;
  readonly at: Instant;
  /** Whom it falls to from the start; null for the whole team. */
  readonly assigneeUid?: string | null | undefined;
  /** Shown from that day on; absent for what waits from the start. */
  readonly snoozedUntil?: Day | undefined;
}

/** A batch, or a transaction that has read what it must. */
interface Writes {
  set(reference: DocumentReference, value: DocumentData): unknown;
}

/**
 * Opens a task with the event that makes it (1 read, 1 write in `batch`), and answers its id. One that is open stays as it is (since when,
 * whose, put off until when) but for what it is about. One that was closed opens again. Two events at the same moment may both write it, the same way: no precondition,
 * since losing a decision to the race of its task would be the worse of the two.
 */
export async function openTask(firestore: Firestore, batch: Writes, opened: OpenedTask): Promise<string> {
  const { subject, assigneeUid = null, snoozedUntil = null, ...about } = opened;
  const id = taskId(opened.kind, subject);
  const { reference, task: before } = await find(firestore, id);
  const fresh: StaffTask = { ...about, id, assigneeUid, snoozedUntil, closedAt: null, closedBy: null };
  const kept = before !== null && before.closedAt === null;
  if (!kept) batch.set(reference, tasks.write(fresh));
  else if (before.about !== opened.about) batch.set(reference, tasks.write({ ...before, ...about }));
  return id;
}

/** Closes a task with what was done about it (1 read, 1 write in `batch`). Closing one that is not open is nothing. `by` is a name. */
export async function closeTask(
  firestore: Firestore,
  batch: Writes,
  id: string,
  by: string,
  now: Instant,
): Promise<void> {
  const { reference, task } = await find(firestore, id);
  if (task === null || task.closedAt !== null) return;
  batch.set(reference, tasks.write({ ...task, closedAt: now, closedBy: by }));
}

/** Says otherwise what an open task is about (1 read, at most 1 write in `batch`). */
export async function rewordTask(
  firestore: Firestore,
  batch: Writes,
  id: string,
  reword: (about: string) => string,
): Promise<void> {
  const { reference, task } = await find(firestore, id);
  if (task === null || task.closedAt !== null) return;
  const about = reword(task.about);
  if (about !== task.about) batch.set(reference, tasks.write({ ...task, about }));
}

async function find(
  firestore: Firestore,
  id: string,
): Promise<{ readonly reference: DocumentReference; readonly task: StaffTask | null }> {
  const reference = firestore.doc(tasks.path(id));
  return { reference, task: tasks.read(await reference.get()) };
}

const MOST_TASKS = 500;

/** What waits, oldest first, where one that can't be read must not hide the others. */
export async function readableOpenTasks(firestore: Firestore): Promise<Readable<StaffTask>> {
  return tasks.readable((await openOnes(firestore).get()).docs);
}

function openOnes(firestore: Firestore) {
  return firestore.collection(TASKS).where('closedAt', '==', null).orderBy('at').limit(MOST_TASKS);
}
