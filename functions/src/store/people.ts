import type { Firestore } from 'firebase-admin/firestore';
import type { Actor } from '../domain/actor.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { get } from './collection.ts';
import { type Account, accounts } from './collections/accounts.ts';

const unknown = refuse(
  'account-unknown',
  'Cette adresse n’a pas d’accès ici. Appelez l’équipe France Tiers-Lieux si vous devriez en avoir un.',
);
const inactive = refuse(
  'account-inactive',
  'Votre accès est fermé. Appelez l’équipe France Tiers-Lieux si c’est une erreur.',
);
const tooOld = refuse(
  'session-ended',
  'Votre session a pris fin. Demandez un nouveau lien de connexion : rien de ce que vous avez écrit n’est perdu.',
);

/** The verified part of an ID token: who, and since when (UTC milliseconds). */
export interface SignIn {
  readonly uid: string;
  readonly signedInAt: number;
}

/** Who calls, from the documents of authority (1 read). A token alone proves nothing but a uid: an account may have been switched off since. */
export async function actorOf(firestore: Firestore, signIn: SignIn | null, now: number): Promise<Actor | Refusal> {
  if (signIn === null) return { kind: 'anonymous' };
  const account = await get(firestore, accounts, signIn.uid);
  if (account === null) return unknown;
  if (!account.active || (account.until !== null && now > account.until)) return inactive;
  if (signIn.signedInAt < account.validAfterSec * 1_000) return tooOld;
  return asActor(account, signIn.signedInAt);
}

function asActor(account: Account, signedInAt: number): Actor | Refusal {
  const person = { uid: account.uid, name: account.name, signedInAt };
  switch (account.kind) {
    case 'laureate':
      return { ...person, kind: 'laureate', memberships: account.memberships };
    case 'expert':
      return account.expertId === null ? unknown : { ...person, kind: 'expert', expertId: account.expertId };
    default:
      return { ...person, kind: account.kind };
  }
}

/** The account of an address, or null (1 read). Addresses are stored in lower case. */
export async function accountByEmail(firestore: Firestore, email: string): Promise<Account | null> {
  const found = await firestore.collection('accounts').where('email', '==', normalEmail(email)).limit(1).get();
  return accounts.list(found.docs)[0] ?? null;
}

export function normalEmail(email: string): string {
  return email.trim().toLowerCase();
}
