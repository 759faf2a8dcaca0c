import type { Firestore } from 'firebase-admin/firestore';
import { dayOf, endOfDay, type Instant } from '../../domain/calendar.ts';
import { type HealthReading, OLD_TASK_AFTER, STUCK_AFTER, UNREACHED_AFTER } from '../../domain/health/facts.ts';
import { DEAD_LETTERS } from '../collections/dead-letters.ts';
import { DOCUMENT_REQUESTS } from '../collections/document-requests.ts';
import { FILES, UPLOADS } from '../collections/files.ts';
import { OUTBOX } from '../collections/outbox.ts';
import { RECONCILIATIONS } from '../collections/reconciliations.ts';
import { TASKS } from '../collections/tasks.ts';
import { waitingStamps } from '../proofs/day-stamps.ts';
import { knownRuns } from './runs.ts';

/** What the deployment has, and what it is measured for. */
export interface Watched {
  readonly now: Instant;
  readonly hasScanner: boolean;
  readonly isStamped: boolean;
}

/**
 * Reads what tells whether the service works: a read a schedule (15), a day of proofs that waits for its stamp and an old task (50 at most), and eight
 * queries of one document or one count, however large the programme is.
 */
export async function readHealth(
  firestore: Firestore,
  { now, hasScanner, isStamped }: Watched,
): Promise<HealthReading> {
  const [runs, mail, document, unreached, openLetters, brokenLedgers, oldTasks, unscanned, stuckDeposits, stamps] =
    await Promise.all([
      knownRuns(firestore),
      oldestMail(firestore),
      oldestDocument(firestore),
      countOf(unreachedMails(firestore, now)),
      countOf(firestore.collection(DEAD_LETTERS).where('state', 'in', ['open', 'replaying']).count()),
      countOf(firestore.collection(RECONCILIATIONS).where('state', '==', 'broken').count()),
      oldOpenTasks(firestore, now),
      hasScanner ? countOf(firestore.collection(FILES).where('scan', '==', 'unscanned').count()) : null,
      countOf(stuck(firestore, now)),
      isStamped ? waitingStamps(firestore) : [],
    ]);
  return {
    ...{ now, runs, unreached, openLetters, brokenLedgers, oldTasks, unscanned, stuckDeposits },
    oldestMailDueAt: dueAt(mail, now),
    oldestDocumentAskedAt: document,
    oldestUnstamped: stamps[0] === undefined ? null : endOfDay(stamps[0].day),
  };
}

const MOST_TASKS = 50;

interface Counted {
  get(): Promise<{ data(): { count: number } }>;
}
async function countOf(asked: Counted): Promise<number> {
  return (await asked.get()).data().count;
}

/** Field by field, not by the schema: a mail that can't be read is exactly one that would wait. */
async function oldestMail(firestore: Firestore): Promise<Instant | null> {
  const found = await firestore
    .collection(OUTBOX)
    .where('state', 'in', ['pending', 'leased', 'retry'])
    .orderBy('nextMs')
    .limit(1)
    .get();
  return instantIn(found.docs[0]?.get('nextMs'));
}

/** One that waits for its hour is not due. */
function dueAt(next: Instant | null, now: Instant): Instant | null {
  return next !== null && next <= now ? next : null;
}

async function oldestDocument(firestore: Firestore): Promise<Instant | null> {
  const found = await firestore
    .collection(DOCUMENT_REQUESTS)
    .where('state', '==', 'pending')
    .orderBy('at')
    .limit(1)
    .get();
  return instantIn(found.docs[0]?.get('at'));
}

function instantIn(value: unknown): Instant | null {
  return typeof value === 'number' ? value : null;
}

function unreachedMails(firestore: Firestore, now: Instant) {
  return firestore
    .collection(OUTBOX)
    .where('state', '==', 'dead')
    .where('createdAt', '<', now - UNREACHED_AFTER)
    .orderBy('createdAt', 'desc')
    .count();
}

/** What somebody put off until a later day waits for that day, not for the team. No count can tell: hence a read each, so many at most. */
async function oldOpenTasks(firestore: Firestore, now: Instant): Promise<number> {
  const found = await firestore
    .collection(TASKS)
    .where('closedAt', '==', null)
    .where('at', '<', now - OLD_TASK_AFTER)
    .orderBy('at')
    .select('snoozedUntil')
    .limit(MOST_TASKS)
    .get();
  const today = dayOf(now);
  return found.docs.filter((task) => String(task.get('snoozedUntil') ?? '') <= today).length;
}

/** Sent, and neither kept nor refused. What was announced and never came is nobody’s fault: the sweep ends it after a day. */
function stuck(firestore: Firestore, now: Instant) {
  return firestore
    .collection(UPLOADS)
    .where('state', 'in', ['scanning', 'scan_error'])
    .where('createdAt', '<', now - STUCK_AFTER)
    .orderBy('createdAt', 'desc')
    .count();
}
