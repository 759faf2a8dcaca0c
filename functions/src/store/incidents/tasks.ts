import type { Firestore, WriteBatch } from 'firebase-admin/firestore';
import type { DeadLetter } from '../../domain/incidents/dead-letters.ts';
import { triggers } from '../../domain/incidents/triggers.ts';
import { taskId } from '../../domain/staff/tasks.ts';
import { OUTBOX, type QueuedMail } from '../collections/outbox.ts';
import { deadMailTask } from '../staff/task-makers.ts';
import { closeTask, openTask } from '../staff/tasks.ts';

/** What waits for staff about incidents: a task a letter, and a task an address that mails do not reach. */
export async function openLetterTask(firestore: Firestore, batch: WriteBatch, letter: DeadLetter): Promise<void> {
  await openTask(firestore, batch, {
    ...{
      kind: 'deadLetter',
      subject: letter.id,
      at: letter.lastSeenAt,
      laureateId: null,
      missionId: null,
      expertId: null,
    },
    about: `${triggers[letter.trigger].label} (${letter.code})`,
  });
}

interface Closing {
  readonly by: string;
  readonly now: number;
}

interface ClosingOfMail extends Closing {
  /** Other mails that the same commit settles. */
  readonly settled: ReadonlySet<string>;
}

export function closeLetterTask(firestore: Firestore, batch: WriteBatch, letterId: string, { by, now }: Closing) {
  return closeTask(firestore, batch, taskId('deadLetter', letterId), by, now);
}

/** Once nothing else waits for that address (1 query). */
export async function closeMailTask(
  firestore: Firestore,
  batch: WriteBatch,
  mail: QueuedMail,
  { by, now, settled }: ClosingOfMail,
): Promise<void> {
  const others = await firestore
    .collection(OUTBOX)
    .where('state', '==', 'dead')
    .where('to.email', '==', mail.to.email)
    .limit(settled.size + 2)
    .get();
  if (others.docs.some(({ id }) => id !== mail.id && !settled.has(id))) return;
  const { kind, subject } = await deadMailTask(firestore, mail, now);
  await closeTask(firestore, batch, taskId(kind, subject), by, now);
}
