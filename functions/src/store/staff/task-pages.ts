import {
  type AggregateField,
  type AggregateQuery,
  FieldPath,
  type Firestore,
  type Query,
  type QueryDocumentSnapshot,
} from 'firebase-admin/firestore';
import type { Day } from '../../domain/calendar.ts';
import { isShown } from '../../domain/staff/actions.ts';
import { taskMark, taskPlace } from '../../domain/staff/task-mark.ts';
import { type StaffTask, type TaskKind, taskKindNames } from '../../domain/staff/tasks.ts';
import type { StaffHome, TasksAsked, WhoseTasks } from '../../domain/staff/views.ts';
import { TASKS, tasks } from '../collections/tasks.ts';

/** Who reads, and when: what was put off is shown again from its day on. */
export interface TaskReader {
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
  { whose, kind, after }: TasksAsked,
  { uid, today }: TaskReader,
): Promise<Pick<StaffHome, 'tasks' | 'next'>> {
  const place = taskPlace(after);
  let from: QueryDocumentSnapshot | null = null;
  const found: StaffTask[] = [];
  for (let read = 0; read < MOST_READ; read += READ_AT_ONCE) {
    const ordered = openTasksOf(firestore, { whose, kind }, uid).limit(READ_AT_ONCE);
    const begun: Query = place === null ? ordered : ordered.startAfter(place.at, place.id);
    const { docs } = await (from === null ? begun : ordered.startAfter(from)).get();
    for (const document of docs) {
      from = document;
      const [task] = tasks.readable([document]).values;
      if (task === undefined || !isAmong(task, whose, { uid, today })) continue;
      found.push(task);
      // One more than is shown: a page that follows has something on it.
      if (found.length > TASKS_A_PAGE) {
        const last = found[TASKS_A_PAGE - 1];
        return { tasks: found.slice(0, TASKS_A_PAGE), next: last === undefined ? null : taskMark(last) };
      }
    }
    if (docs.length < READ_AT_ONCE) return { tasks: found, next: null };
  }
  return { tasks: found, next: from === null ? null : taskMark({ id: from.id, at: Number(from.get('at')) }) };
}

/** Whose it is where one kind is read: no index knows both, and a kind has few. */
function isAmong(task: StaffTask, whose: WhoseTasks, { uid, today }: TaskReader): boolean {
  if (isShown(task, today) === (whose === 'later')) return false;
  return whose === 'all' || whose === 'later' || task.assigneeUid === (whose === 'mine' ? uid : null);
}

/** Ordered by id too, so that a page begins after a place and not after a document, which may have moved. */
function openTasksOf(firestore: Firestore, { whose, kind }: Omit<TasksAsked, 'after'>, uid: string): Query {
  if (kind !== undefined) {
    return firestore
      .collection(TASKS)
      .where('closedAt', '==', null)
      .where('kind', '==', kind)
      .orderBy('at')
      .orderBy(FieldPath.documentId());
  }
  if (whose === 'all' || whose === 'later') {
    return firestore.collection(TASKS).where('closedAt', '==', null).orderBy('at').orderBy(FieldPath.documentId());
  }
  return firestore
    .collection(TASKS)
    .where('closedAt', '==', null)
    .where('assigneeUid', '==', whose === 'mine' ? uid : null)
    .orderBy('at')
    .orderBy(FieldPath.documentId());
}

/** How much waits in all, and of each kind: two counts a kind and two for the reader, a read for a thousand tasks each. */
export async function taskCounts(
  firestore: Firestore,
  { uid, today }: TaskReader,
): Promise<Pick<StaffHome, 'waiting' | 'mine' | 'later' | 'kinds'>> {
  const own = firestore.collection(TASKS).where('closedAt', '==', null).where('assigneeUid', '==', uid).count();
  const ownLater = firestore
    .collection(TASKS)
    .where('closedAt', '==', null)
    .where('assigneeUid', '==', uid)
    .where('snoozedUntil', '>', today)
    .count();
  const [mine, mineLater, ...kinds] = await Promise.all([
    countOf(own),
    countOf(ownLater),
    ...taskKindNames.map((kind) => countsOfKind(firestore, kind, today)),
  ]);
  const later = kinds.reduce((sum, one) => sum + one.later, 0);
  return {
    ...{ waiting: kinds.reduce((sum, { count }) => sum + count, 0), mine: mine - mineLater, later },
    kinds: kinds.flatMap(({ kind, count }) => (count === 0 ? [] : [{ kind, count }])),
  };
}

async function countsOfKind(firestore: Firestore, kind: TaskKind, today: Day) {
  const open = firestore.collection(TASKS).where('closedAt', '==', null).where('kind', '==', kind).count();
  const putOff = firestore
    .collection(TASKS)
    .where('closedAt', '==', null)
    .where('kind', '==', kind)
    .where('snoozedUntil', '>', today)
    .count();
  const [all, later] = await Promise.all([countOf(open), countOf(putOff)]);
  return { kind, count: all - later, later };
}

async function countOf(query: AggregateQuery<{ count: AggregateField<number> }>): Promise<number> {
  return (await query.get()).data().count;
}
