import { FieldValue, type Firestore } from 'firebase-admin/firestore';
import { roleLabels } from '../../domain/actor.ts';
import { type Day, dayOf, endOfDay, formatDay, HOUR, type Instant } from '../../domain/calendar.ts';
import type { DayStamp, StampAnswer, StampsView, WaitingStamp } from '../../domain/proofs/day-stamp.ts';
import type { ExportedStamp } from '../../domain/proofs/export.ts';
import type { LinkedProof } from '../../domain/proofs/link.ts';
import { taskId } from '../../domain/staff/tasks.ts';
import { get } from '../collection.ts';
import { PROOFS, readableProofs } from '../collections/proofs.ts';
import { TIME_STAMPS, timeStamps } from '../collections/time-stamps.ts';
import { cameFirst } from '../lost-race.ts';
import { rewrite } from '../optimistic.ts';
import { closeTask, openTask } from '../staff/tasks.ts';
import { stampedHash, stampedPart } from './chain.ts';

/** Days that one run collects and asks for: an authority may take 20 s to answer, and a programme may be years old when it gets one. */
const MOST_DAYS = 12;

/** A decision that began before midnight is written within the minute; a day is collected an hour after its end. */
const SETTLED_AFTER = HOUR;

interface Authority {
  readonly stamp: (hash: Uint8Array) => Promise<StampAnswer>;
}

/**
 * Collects the proofs of the days that are over, and asks the authority for those that wait. May be run at any moment and again, by two processes
 * too: a day is collected once, under a fixed id, and a token that is kept is never replaced. Staff have a task while an answer is missing. On most
 * runs: 4 queries that find nothing. `authority`: null when the deployment has none; nothing is then collected, nothing waits.
 */
export async function stampDays(firestore: Firestore, authority: Authority | null, now: Instant): Promise<void> {
  if (authority === null) return closeLate(firestore, now);
  await collectDays(firestore, now);
  const waiting = (await waitingStamps(firestore)).slice(0, MOST_DAYS);
  for (const { day } of waiting) await stampDay(firestore, authority, day, now);
  await tellStaff(firestore, now);
}

async function collectDays(firestore: Firestore, now: Instant): Promise<void> {
  const [last] = (await firestore.collection(TIME_STAMPS).orderBy('day', 'desc').limit(1).get()).docs;
  let from = last ? endOfDay(last.id) + 1 : 0;
  for (let collected = 0; collected < MOST_DAYS; collected += 1) {
    const [next] = (await firestore.collection(PROOFS).where('at', '>=', from).orderBy('at').limit(1).get()).docs;
    if (next === undefined) return;
    const day = dayOf(Number(next.get('at')));
    if (now < endOfDay(day) + SETTLED_AFTER) return;
    await collectDay(firestore, day, from);
    from = endOfDay(day) + 1;
  }
}

/** `from`: the end of the days collected before, within that day or earlier. */
async function collectDay(firestore: Firestore, day: Day, from: Instant): Promise<void> {
  const { docs } = await firestore
    .collection(PROOFS)
    .where('at', '>=', from)
    .where('at', '<=', endOfDay(day))
    .orderBy('at')
    .get();
  // One that can't be read is what the nightly check names: it does not keep the others from being stamped.
  const hashes = readableProofs(docs).records.map(stampedPart);
  const waiting: DayStamp = { day, hashes, state: 'waiting', attempts: 0, triedAt: null, problem: null };
  // Another run may be quicker, which collected the same.
  await cameFirst(firestore.doc(timeStamps.path(day)).create(timeStamps.write(waiting)));
}

async function stampDay(firestore: Firestore, authority: Authority, day: Day, now: Instant): Promise<void> {
  const snapshot = await firestore.doc(timeStamps.path(day)).get();
  const waiting = timeStamps.read(snapshot);
  if (waiting?.state !== 'waiting') return;
  const answer = await authority.stamp(Buffer.from(stampedHash(waiting.day, waiting.hashes), 'hex'));
  const batch = firestore.batch();
  const next = answered(waiting, answer, now);
  const spent = next.state === 'stamped' ? noLongerWaiting : {};
  rewrite(batch, snapshot, { ...timeStamps.write(next), ...spent });
  await cameFirst(batch.commit());
}

const gone = FieldValue.delete();
const noLongerWaiting = { attempts: gone, triedAt: gone, problem: gone };

/** A token that dates a day from before its end would make its last proofs look older than they are: whoever checks it refuses it. */
const slowClock =
  'L’horloge de l’autorité d’horodatage retarde : son jeton est daté d’avant la fin de la journée. Rien n’est perdu : la demande sera refaite.';

function answered({ day, hashes, attempts }: WaitingStamp, answer: StampAnswer, now: Instant): DayStamp {
  const again = { day, hashes, state: 'waiting', attempts: attempts + 1, triedAt: now } as const;
  if (!answer.stamped) return { ...again, problem: answer.message };
  if (answer.atMs < endOfDay(day)) return { ...again, problem: slowClock };
  const { atMs: stampedAt, authority, demonstration, serial, token } = answer;
  return {
    ...{ day, hashes, state: 'stamped', stampedAt, authority, demonstration, serial },
    token: Buffer.from(token).toString('base64'),
  };
}

const TASK = 'stampsWaiting';

/** One task for all that waits after an attempt, with the oldest day and what the authority answered; closed once everything is stamped. */
async function tellStaff(firestore: Firestore, now: Instant): Promise<void> {
  const late = (await waitingStamps(firestore)).flatMap((one) => (one.problem === null ? [] : [one]));
  const [oldest] = late;
  if (oldest === undefined) return closeLate(firestore, now);
  const batch = firestore.batch();
  const about = `Preuves du ${formatDay(oldest.day)}. ${oldest.problem}`;
  await openTask(firestore, batch, {
    ...{ kind: TASK, subject: TASK, at: now, about, laureateId: null, missionId: null, expertId: null },
  });
  await batch.commit();
}

async function closeLate(firestore: Firestore, now: Instant): Promise<void> {
  const batch = firestore.batch();
  await closeTask(firestore, batch, taskId(TASK, TASK), roleLabels.system, now);
  await batch.commit();
}

/** The days that wait for their stamp, oldest first: a query, a read a day. */
export async function waitingStamps(firestore: Firestore): Promise<WaitingStamp[]> {
  const found = await firestore.collection(TIME_STAMPS).where('state', '==', 'waiting').get();
  return timeStamps
    .list(found.docs)
    .flatMap((one) => (one.state === 'waiting' ? [one] : []))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** What the team reads of time-stamps: 2 queries, a read a day that waits. */
export async function stampsView(firestore: Firestore, configured: boolean): Promise<StampsView> {
  const [waiting, found] = await Promise.all([
    waitingStamps(firestore),
    firestore.collection(TIME_STAMPS).orderBy('stampedAt', 'desc').limit(1).get(),
  ]);
  const [last] = timeStamps.list(found.docs);
  return {
    configured,
    waiting: waiting.map(({ day, hashes, attempts, triedAt, problem }) => ({
      ...{ day, attempts, triedAt, problem },
      proofs: hashes.length,
    })),
    last:
      last?.state === 'stamped'
        ? { day: last.day, stampedAt: last.stampedAt, authority: last.authority, demonstration: last.demonstration }
        : null,
  };
}

/** The stamp of a record, as it leaves with it; none while nobody stamped it (1 read). */
export async function stampOf(firestore: Firestore, record: LinkedProof): Promise<ExportedStamp | undefined> {
  const stamp = await get(firestore, timeStamps, dayOf(record.at));
  if (stamp?.state !== 'stamped' || !stamp.hashes.includes(stampedPart(record))) return undefined;
  const { day, hashes, token } = stamp;
  return { day, hashes, token };
}
