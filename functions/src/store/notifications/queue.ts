import type { Firestore, WriteBatch } from 'firebase-admin/firestore';
import type { OutboxItem } from '../../domain/notifications/mails.ts';
import { outbox, queued } from '../collections/outbox.ts';

/** Queues mails in the commit of what they tell: either both are written or none. */
export function queueMails(firestore: Firestore, batch: WriteBatch, items: readonly OutboxItem[]): void {
  for (const item of items) batch.create(firestore.doc(outbox.path(item.id)), outbox.write(queued(item)));
}
