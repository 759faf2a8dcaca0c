import type { Firestore, WriteBatch } from 'firebase-admin/firestore';
import { type Account, accounts, emails } from '../collections/accounts.ts';
import { sha256 } from '../ledger-chain.ts';

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

/** Opens an account, with the rest of `batch`. The commit fails as a lost race when somebody has this address already. */
export function openAccount(firestore: Firestore, batch: WriteBatch, account: Account): void {
  batch.create(firestore.doc(accounts.path(account.uid)), accounts.write(account));
  batch.create(firestore.doc(emailPath(account.email)), emails.write({ uid: account.uid }));
}

/** `email` in lower case. */
export function emailPath(email: string): string {
  return emails.path(sha256(email));
}
