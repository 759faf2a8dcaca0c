import type { Firestore } from 'firebase-admin/firestore';
import { dayOf, endOfDay, type Instant } from '../../domain/calendar.ts';
import {
  type HealthReading,
  OLD_TASK_AFTER,
  STUCK_AFTER,
  UNCHECKED_AFTER,
  UNREACHED_AFTER,
} from '../../domain/health/facts.ts';
import { DEAD_LETTERS } from '../collections/dead-letters.ts';
import { DOCUMENT_REQUESTS } from '../collections/document-requests.ts';
import { FILES, UPLOADS } from '../collections/files.ts';
import { LAUREATES } from '../collections/laureates.ts';
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
 * Reads what tells whether the service works: a read a schedule, a day of proofs that waits for its stamp, two queries of one document and counts,
 * however large the programme is (a count is a read a thousand of what it counts).
 */
export async function readHealth(
  firestore: Firestore,
  { now, hasScanner, isStamped }: Watched,
): Promise<HealthReading> {
  const [runs, mail, document, unreached, openLetters, ledgers, oldTasks, unscanned, stuckDeposits, stamps] =
    await Promise.all([
      knownRuns(firestore),
      oldestMail(firestore),
      oldestDocument(firestore),
      countOf(unreachedMails(firestore, now)),
      countOf(firestore.collection(DEAD_LETTERS).where('state', 'in', ['open', 'replaying']).count()),
      ledgersOf(firestore, now),
      oldOpenTasks(firestore, now),
      hasScanner ? countOf(firestore.collection(FILES).where('scan', '==', 'unscanned').count()) : null,
      countOf(stuck(firestore, now)),
      isStamped ? waitingStamps(firestore) : [],
    ]);
  return {
    ...{ now, runs, unreached, openLetters, ...ledgers, oldTasks, unscanned, stuckDeposits },
    oldestMailDueAt: dueAt(mail, now),
    oldestDocumentAskedAt: document,
    oldestUnstamped: stamps[0] === undefined ? null : endOfDay(stamps[0].day),
  };
}

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

/**
 * What the checks of the night say. Nobody's account is ever deleted: every laureate has its check from its first night on, whatever became of it, and
 * those that have none are new.
 */
async function ledgersOf(firestore: Firestore, now: Instant) {
  const [brokenLedgers, uncheckedLedgers, checked, all] = await Promise.all([
    countOf(firestore.collection(RECONCILIATIONS).where('state', '==', 'broken').count()),
    countOf(
      firestore
        .collection(RECONCILIATIONS)
        .where('at', '<', now - UNCHECKED_AFTER)
        .count(),
    ),
    countOf(firestore.collection(RECONCILIATIONS).count()),
    countOf(firestore.collection(LAUREATES).count()),
  ]);
  return { brokenLedgers, uncheckedLedgers, newLedgers: Math.max(0, all - checked) };
}

/** What somebody put off until a later day waits for that day, not for the team: two counts, since no one of them tells, however many were put off. */
async function oldOpenTasks(firestore: Firestore, now: Instant): Promise<number> {
  const before = now - OLD_TASK_AFTER;
  const open = firestore.collection(TASKS).where('closedAt', '==', null).where('at', '<', before).orderBy('at').count();
  const putOff = firestore
    .collection(TASKS)
    .where('closedAt', '==', null)
    .where('at', '<', before)
    .where('snoozedUntil', '>', dayOf(now))
    .orderBy('at')
    .orderBy('snoozedUntil')
    .count();
  const [all, later] = await Promise.all([countOf(open), countOf(putOff)]);
  return Math.max(0, all - later);
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
