import type { Firestore, Query } from 'firebase-admin/firestore';
import type { Day } from '../../domain/calendar.ts';
import { isShown } from '../../domain/staff/actions.ts';
import type { StaffTask } from '../../domain/staff/tasks.ts';
import type { StaffHome, WhoseTasks } from '../../domain/staff/views.ts';
import { TASKS, tasks } from '../collections/tasks.ts';

export interface TasksAsked {
  readonly whose: WhoseTasks;
  /** The last task of the page before. */
  readonly after: string | null;
  /** Of the reader. */
  readonly uid: string;
  readonly today: Day;
}

const TASKS_A_PAGE = 50;
const READ_AT_ONCE = 100;
/** Those put off stand among the others in the only order that is of use: a page looks at no more of them than this before it is shown short. */
const MOST_READ = 500;

/** A page of open tasks, oldest first: 100 reads when few are put off, 500 at the most, whatever was ever done. */
export async function tasksPage(
  firestore: Firestore,
  { whose, after, uid, today }: TasksAsked,
): Promise<Pick<StaffHome, 'tasks' | 'next'>> {
  const start = after === null ? null : await firestore.doc(tasks.path(after)).get();
  let from = start?.exists ? start : null;
  const found: StaffTask[] = [];
  for (let read = 0; read < MOST_READ; read += READ_AT_ONCE) {
    const query = openTasksOf(firestore, whose, uid).limit(READ_AT_ONCE);
    const { docs } = await (from === null ? query : query.startAfter(from)).get();
    for (const document of docs) {
      from = document;
      const [task] = tasks.readable([document]).values;
      if (task === undefined || isShown(task, today) === (whose === 'later')) continue;
      found.push(task);
      if (found.length === TASKS_A_PAGE) return { tasks: found, next: document.id };
    }
    if (docs.length < READ_AT_ONCE) return { tasks: found, next: null };
  }
  return { tasks: found, next: from?.id ?? null };
}

function openTasksOf(firestore: Firestore, whose: WhoseTasks, uid: string): Query {
  if (whose === 'all' || whose === 'later') {
    return firestore.collection(TASKS).where('closedAt', '==', null).orderBy('at');
  }
  return firestore
    .collection(TASKS)
    .where('closedAt', '==', null)
    .where('assigneeUid', '==', whose === 'mine' ? uid : null)
    .orderBy('at');
}

/** How much waits in all: four counts, a read for a thousand tasks each. */
export async function taskCounts(
  firestore: Firestore,
  { uid, today }: Pick<TasksAsked, 'uid' | 'today'>,
): Promise<Pick<StaffHome, 'waiting' | 'mine' | 'later'>> {
  const open = firestore.collection(TASKS).where('closedAt', '==', null).count();
  const later = firestore.collection(TASKS).where('closedAt', '==', null).where('snoozedUntil', '>', today).count();
  const own = firestore.collection(TASKS).where('closedAt', '==', null).where('assigneeUid', '==', uid).count();
  const ownLater = firestore
    .collection(TASKS)
    .where('closedAt', '==', null)
    .where('assigneeUid', '==', uid)
    .where('snoozedUntil', '>', today)
    .count();
  const counts = await Promise.all([open, later, own, ownLater].map(async (query) => (await query.get()).data().count));
  const [all = 0, putOff = 0, mine = 0, minePutOff = 0] = counts;
  return { waiting: all - putOff, mine: mine - minePutOff, later: putOff };
}
