import type { Firestore } from 'firebase-admin/firestore';
import { afterFailure, type Failure } from '../../domain/incidents/dead-letters.ts';
import { deadLetters } from '../collections/dead-letters.ts';
import { sha256 } from '../hash.ts';
import { optimistically, rewrite } from '../optimistic.ts';
import { openLetterTask } from './tasks.ts';

/** One letter for all the events of a trigger about one document. */
export function letterId(trigger: string, subject: string): string {
  return `${trigger}.${sha256(subject).slice(0, 24)}`;
}

/** Sets aside what failed for good, or counts that it failed again (2 reads, 2 writes: staff have a task for it). @throws Error when it could not be written: the event comes back. */
export async function recordFailure(firestore: Firestore, failed: Omit<Failure, 'id'>): Promise<void> {
  const id = letterId(failed.trigger, failed.subject);
  const done = await optimistically<true>(firestore, async (batch) => {
    const read = await firestore.doc(deadLetters.path(id)).get();
    const letter = afterFailure(deadLetters.read(read), { ...failed, id });
    rewrite(batch, read, deadLetters.write(letter));
    if (letter.state === 'open') await openLetterTask(firestore, batch, letter);
    return { answer: true, batch };
  });
  if (done === null) throw new Error('a dead letter could not be written');
}
