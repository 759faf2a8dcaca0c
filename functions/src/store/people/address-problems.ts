import type { Firestore, Transaction } from 'firebase-admin/firestore';
import { deadMailCauses } from '../../domain/incidents/dead-mails.ts';
import { type AddressProblem, markedByTheService } from '../../domain/people/address-problem.ts';
import type { JournalLine } from '../../domain/people/journal.ts';
import { type Account, accounts, emails } from '../collections/accounts.ts';
import { journalLine } from '../collections/journal.ts';
import type { QueuedMail } from '../collections/outbox.ts';
import { emailPath } from './accounts.ts';

/**
 * Marks the address that its own server refused, in the transaction that ends the mail (1 or 2 reads; 2 writes the first time). One that is marked
 * stays as it is. A mail that is taken later takes no mark away: most servers take everything, and refuse once they have it.
 */
export async function markRefusedAddress(
  firestore: Firestore,
  transaction: Transaction,
  { to }: QueuedMail,
  now: number,
): Promise<void> {
  // A sign-in is mailed to an address that was typed: whose it is, if anybody's, stands in its index.
  const uid = to.uid ?? emails.read(await transaction.get(firestore.doc(emailPath(to.email))))?.uid;
  if (uid === undefined) return;
  const snapshot = await transaction.get(firestore.doc(accounts.path(uid)));
  const account = accounts.read(snapshot);
  // Staff may have changed the address while the mail was on its way to the former one.
  if (account === null || account.email !== to.email || account.addressProblem) return;
  const problem = { at: now, reason: deadMailCauses.address.sentence, byName: markedByTheService };
  transaction.update(snapshot.ref, accounts.write(marked(account, problem)));
  const by = { uid: 'system', name: markedByTheService, kind: 'system' } as const;
  journalLine(firestore, transaction, `address.${account.uid}.${now}`, markedLine(account, problem, by));
}

export function marked(account: Account, addressProblem: AddressProblem): Account {
  return { ...account, addressProblem };
}

export function markedLine(account: Account, { at, reason }: AddressProblem, by: JournalLine['by']): JournalLine {
  return { ...about(account), at, by, done: 'flagAddress', reason };
}

/** Of an owner who signed in by a mail sent there since. */
export function clearedLine(account: Account, at: number): JournalLine {
  const by = { uid: account.uid, name: account.name, kind: account.kind };
  return { ...about(account), at, by, done: 'clearAddressFlag', reason: null };
}

/** In the person's first organisation: the account is one for all. */
function about({ uid, name, laureateIds, expertId }: Account) {
  return { aboutUid: uid, aboutName: name, laureateId: laureateIds[0] ?? null, expertId, missionId: null };
}
