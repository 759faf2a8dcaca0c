import type { Firestore, WriteBatch } from 'firebase-admin/firestore';
import { get } from '../collection.ts';
import { ACCOUNTS, type Account, accounts, emails } from '../collections/accounts.ts';
import { sha256 } from '../hash.ts';

/** An account that waits for its first sign-in. */
export function newAccount(person: Pick<Account, 'uid' | 'name' | 'email' | 'kind'> & Partial<Account>): Account {
  return {
    active: true,
    verifiedEmail: false,
    validAfterSec: 0,
    memberships: [],
    laureateIds: [],
    expertId: null,
    until: null,
    ...person,
  };
}

/** An account under another name. The one before is kept: what was done under it is still this person's. */
export function renamed(account: Account, name: string): Account {
  if (name === account.name) return account;
  const earlier = new Set([...(account.earlierNames ?? []), account.name]);
  return { ...account, name, earlierNames: [...earlier].filter((one) => one !== name) };
}

/** Opens an account, with the rest of `batch`. The commit fails as a lost race when somebody has this address already. */
export function openAccount(firestore: Firestore, batch: WriteBatch, account: Account): void {
  batch.create(firestore.doc(accounts.path(account.uid)), accounts.write(account));
  batch.create(firestore.doc(emailPath(account.email)), emails.write({ uid: account.uid }));
}

/** `email` in lower case. */
export function emailPath(email: string): string {
  return emails.path(sha256(email));
}

/** The account of an address, or null (2 reads). Addresses are stored in lower case. */
export async function accountByEmail(firestore: Firestore, email: string): Promise<Account | null> {
  const address = normalEmail(email);
  const taken = emails.read(await firestore.doc(emailPath(address)).get());
  if (taken !== null) return get(firestore, accounts, taken.uid);
  // Accounts opened before addresses had an index of their own.
  const found = await firestore.collection(ACCOUNTS).where('email', '==', address).limit(1).get();
  return accounts.list(found.docs)[0] ?? null;
}

/** An address as accounts are found by it: two spellings are one person. */
export function normalEmail(email: string): string {
  return email.trim().toLowerCase();
}
