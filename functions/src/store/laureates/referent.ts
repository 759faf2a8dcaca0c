import type { Firestore } from 'firebase-admin/firestore';
import type { Laureate } from '../../domain/laureates/laureate.ts';
import type { Contact } from '../../domain/laureates/views.ts';
import { get } from '../collection.ts';
import { type Account, accounts } from '../collections/accounts.ts';

/** Whether this account is of somebody of the team, who may answer for laureates today. */
export function isOfTeam(account: Account | null): account is Account {
  return account !== null && account.kind === 'staff' && account.active;
}

/** Whom the laureate calls; null while nobody was named, or once that person left the team: the programme's contact then answers. 1 read. */
export async function referentOf(
  firestore: Firestore,
  { referent }: Pick<Laureate, 'referent'>,
): Promise<(Contact & { uid: string }) | null> {
  if (!referent) return null;
  const account = await get(firestore, accounts, referent.uid);
  return isOfTeam(account)
    ? { uid: account.uid, name: account.name, email: account.email, phone: referent.phone }
    : null;
}
