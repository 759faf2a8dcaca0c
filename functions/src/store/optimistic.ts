import type { DocumentData, DocumentSnapshot, Firestore, WriteBatch } from 'firebase-admin/firestore';
import { cameFirst, lostRace } from './lost-race.ts';

const MOST_ATTEMPTS = 12;

/** What one attempt found: its answer, and the writes that make it true; `null` when nothing is to be written. */
export interface Attempt<Answer> {
  readonly answer: Answer;
  readonly batch: WriteBatch | null;
}

/**
 * Reads without a lock, decides, and commits only if what the decision rests on is as it was read: the batch must carry preconditions (`create`,
 * `lastUpdateTime`). Who loses a race reads again and decides again, so that what it then meets is its true answer; `null` after twelve lost
 * races. `isLost`: where documents may also be deleted meanwhile, `lostRaceOrGone`. Rejected: `runTransaction`, whose locks make callers wait for each other: fifty on one document took 4 to 20 s and timed out, and
 * five were once enough for one of them to fail.
 */
export async function optimistically<Answer>(
  firestore: Firestore,
  attempt: (batch: WriteBatch) => Promise<Attempt<Answer>>,
  isLost = lostRace,
): Promise<{ readonly answer: Answer } | null> {
  for (let lost = 0; lost < MOST_ATTEMPTS; lost += 1) {
    const { answer, batch } = await attempt(firestore.batch());
    if (batch === null || (await cameFirst(batch.commit(), isLost))) return { answer };
    await backOff(lost);
  }
  return null;
}

/** Writes a document as it must have been read: created if it was not there, else only if nobody has touched it since. */
export function rewrite(batch: WriteBatch, read: DocumentSnapshot, value: DocumentData): void {
  if (read.updateTime) batch.update(read.ref, value, { lastUpdateTime: read.updateTime });
  else batch.create(read.ref, value);
}

/** Losers come back at different moments, so that they do not all lose again. */
function backOff(lost: number): Promise<void> {
  const milliseconds = Math.random() * Math.min(1_000, 40 * 2 ** lost);
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
