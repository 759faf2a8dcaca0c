import type { DocumentSnapshot, Firestore, WriteBatch } from 'firebase-admin/firestore';
import { taskId } from '../../domain/staff/tasks.ts';
import type { Account } from '../collections/accounts.ts';
import { deadMailSubject } from '../staff/task-makers.ts';
import { rewordTask } from '../staff/tasks.ts';
import { moveContact, readdress, updateOtherSeats } from './endings.ts';

interface Renaming {
  /** Under its name of today. */
  readonly account: Account;
  readonly from: string;
  /** Seats that are written already. */
  readonly except: ReadonlyMap<string, DocumentSnapshot>;
}

/**
 * Whatever shows somebody by the name of today, wherever that is: seats elsewhere, the company's contact, mails that have not left, what waits for staff. What
 * says what was done (decisions, proofs, documents, ledgers, messages, journals) keeps the name of then. 2 queries and 3 reads.
 */
export async function followName(
  firestore: Firestore,
  batch: WriteBatch,
  { account, from, except }: Renaming,
  happened: { eventId: string; by: string; now: number },
): Promise<void> {
  const { uid, name, email, expertId } = account;
  await updateOtherSeats(firestore, batch, { uid, name, email, active: true }, except);
  await moveContact(firestore, batch, { expertId, from: email, to: { name } }, happened);
  await readdress(firestore, batch, uid, { name });
  for (const id of [taskId('deadMail', deadMailSubject(email)), taskId('erasureAsked', uid)]) {
    await rewordTask(firestore, batch, id, (about) => about.replace(from, () => name));
  }
}
