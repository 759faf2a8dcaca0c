import type { Firestore } from 'firebase-admin/firestore';
import { DAY, type Instant } from '../../domain/calendar.ts';
import type { Mission } from '../../domain/missions/mission.ts';
import { liveStates } from '../../domain/missions/states.ts';
import { heldTask, lateTask } from '../../domain/missions/tasks.ts';
import { dueDay } from '../../domain/missions/timers.ts';
import type { ProgrammeSettings } from '../../domain/programme/settings.ts';
import { type StaffTask, taskId } from '../../domain/staff/tasks.ts';
import { get } from '../collection.ts';
import { EXPERTS, experts } from '../collections/experts.ts';
import { LAUREATES, laureates } from '../collections/laureates.ts';
import { MISSIONS, missions } from '../collections/missions.ts';
import { OUTBOX, outbox } from '../collections/outbox.ts';
import { tasks } from '../collections/tasks.ts';
import { renewDueDay } from '../missions/deadlines.ts';
import { optimistically, rewrite } from '../optimistic.ts';
import { deadMailTask, noteTask, reviewTask } from './task-makers.ts';
import type { OpenedTask } from './tasks.ts';

/** How far back mails that nobody received are looked for. */
const DEAD_MAILS_OF = 60 * DAY;

/** What a night looks at. */
export interface Night {
  readonly live: readonly Mission[];
  readonly settings: ProgrammeSettings;
  readonly now: Instant;
}

/** Live missions, read once for all that a night does to them. */
export async function liveMissions(firestore: Firestore): Promise<Mission[]> {
  const found = await firestore
    .collection(MISSIONS)
    .where('state', 'in', [...liveStates])
    .get();
  return missions.list(found.docs);
}

/**
 * What waits for staff, whether it has a task or not: of a programme older than tasks, or whose settings or people changed since. Each is opened with the event
 * that makes it, so that most nights open nothing. Its cost is of what is live: closed missions are never read.
 */
export async function missingTasks(firestore: Firestore, { live, settings, now }: Night): Promise<OpenedTask[]> {
  const [submitted, dead, notes] = await Promise.all([
    firestore.collection(EXPERTS).where('state', '==', 'submitted').orderBy('submittedAt').get(),
    firestore
      .collection(OUTBOX)
      .where('state', '==', 'dead')
      .where('nextMs', '>=', now - DEAD_MAILS_OF)
      .orderBy('nextMs')
      .get(),
    notesToAccept(firestore, settings),
  ]);
  const mails = await Promise.all(outbox.list(dead.docs).map((item) => deadMailTask(firestore, item, item.createdAt)));
  return [
    ...live.flatMap((mission) => missionTasksOf(mission, settings)),
    ...experts.list(submitted.docs).map(reviewTask),
    ...mails,
    ...notes,
  ];
}

/** Handed in before the settings asked for an answer, too. */
async function notesToAccept(firestore: Firestore, { noteMustBeAccepted }: ProgrammeSettings): Promise<OpenedTask[]> {
  if (!noteMustBeAccepted) return [];
  const found = await firestore.collection(LAUREATES).where('note.accepted', '==', false).get();
  return laureates.list(found.docs).flatMap((laureate) => {
    const { note } = laureate;
    return note === null || (note.answer ?? null) !== null ? [] : [noteTask(laureate, note.version, note.at)];
  });
}

function missionTasksOf(mission: Mission, settings: ProgrammeSettings): OpenedTask[] {
  const subject = mission.id;
  if (mission.state === 'on_hold') return [{ ...heldTask(mission), subject, at: mission.since }];
  const at = mission.deadlinePassedAt;
  return at === null ? [] : [{ ...lateTask(mission, settings), subject, at }];
}

/** Those that were never open since they began to wait: one request, of a read each. One that can't be read is taken as known, and stops none of the others. */
export async function neverOpened(firestore: Firestore, waiting: readonly OpenedTask[]): Promise<OpenedTask[]> {
  if (waiting.length === 0) return [];
  const paths = waiting.map(({ kind, subject }) => tasks.path(taskId(kind, subject)));
  const found = await firestore.getAll(...paths.map((path) => firestore.doc(path)));
  const { values, unreadable } = tasks.readable(found.filter(({ exists }) => exists));
  const known = new Map(values.map((task) => [tasks.path(task.id), task]));
  return waiting.filter((task) => {
    const path = tasks.path(taskId(task.kind, task.subject));
    return !unreadable.includes(path) && !wasOpened(known.get(path) ?? null, task);
  });
}

function wasOpened(known: StaffTask | null, { at }: Pick<OpenedTask, 'at'>): boolean {
  return known !== null && (known.closedAt ?? at) >= at;
}

/**
 * Opens it unless it was ever open since it began to wait: what staff closed by hand stays closed. It falls to the laureate's referent, as one that its
 * event opened. Answers whether it did.
 */
export async function openMissing(firestore: Firestore, { subject, ...task }: OpenedTask): Promise<boolean> {
  const id = taskId(task.kind, subject);
  const done = await optimistically(firestore, async (batch) => {
    const snapshot = await firestore.doc(tasks.path(id)).get();
    const known = tasks.read(snapshot);
    if (wasOpened(known, task)) return { answer: false, batch: null };
    const laureate = task.laureateId === null ? null : await get(firestore, laureates, task.laureateId);
    const assigneeUid = laureate?.referent?.uid ?? null;
    const opened: StaffTask = { ...task, id, assigneeUid, snoozedUntil: null, closedAt: null, closedBy: null };
    rewrite(batch, snapshot, tasks.write(opened));
    return { answer: true, batch };
  });
  return done?.answer ?? false;
}

/** Gives live missions the day that today's settings ask for: after a change of the settings, or written before there were timers. */
export async function renewDueDays(firestore: Firestore, { live, settings }: Omit<Night, 'now'>): Promise<void> {
  const stale = live.filter((mission) => dueDay(mission, settings) !== mission.dueOn);
  for (const { id } of stale) await renewDueDay(firestore, id, settings);
}
