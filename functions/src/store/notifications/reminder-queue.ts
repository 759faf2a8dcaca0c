import type { Firestore, WriteBatch } from 'firebase-admin/firestore';
import { dayOf, MINUTE } from '../../domain/calendar.ts';
import type { OutboxItem } from '../../domain/notifications/mails.ts';
import { reminderMail } from '../../domain/notifications/reminder-mail.ts';
import { outbox, queued } from '../collections/outbox.ts';
import { sha256 } from '../hash.ts';
import { rewrite } from '../optimistic.ts';

/** How long a reminder waits for the others of its morning: a sweep of every live mission takes less. */
export const GATHERING = 10 * MINUTE;

/**
 * Queues a reminder in the commit of what it tells, with those that the same person is to be sent that day: the first makes the mail, which no
 * trigger sends before `GATHERING`; the next add their mission to it, as long as nobody has taken it to send. Its id is of the day, the person
 * and its place that day. A lost race (the mail leaves, another mission joins) fails the commit, which decides again. One read, and one more
 * for each reminder that the person was already sent that day.
 */
export async function queueReminder(firestore: Firestore, batch: WriteBatch, item: OutboxItem): Promise<void> {
  const own = item.reminds ?? [];
  for (let place = 1; ; place += 1) {
    const id = `reminder.${dayOf(item.createdAt)}.${sha256(item.to.email).slice(0, 16)}.${place}`;
    const snapshot = await firestore.doc(outbox.path(id)).get();
    const open = outbox.read(snapshot);
    if (open !== null && (open.state !== 'pending' || open.attempt > 0)) continue;
    const others = (open?.reminds ?? []).filter(({ missionId, laureateId }) =>
      own.every((one) => one.missionId !== missionId || one.laureateId !== laureateId),
    );
    const mail = reminderMail({ ...(open ?? item), id }, [...others, ...own]);
    rewrite(batch, snapshot, outbox.write({ ...queued(mail), nextMs: open?.nextMs ?? item.createdAt + GATHERING }));
    return;
  }
}
