import type { Firestore } from 'firebase-admin/firestore';
import { sessionEndsAt } from '../../domain/access/sessions.ts';
import type { Actor, Membership } from '../../domain/actor.ts';
import { dayOf } from '../../domain/calendar.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { get } from '../collection.ts';
import { type Account, accounts } from '../collections/accounts.ts';
import { optimistically, rewrite } from '../optimistic.ts';

export const unknownAccount = refuse(
  'account-unknown',
  'Cette adresse n’a pas d’accès ici. Appelez l’équipe France Tiers-Lieux si vous devriez en avoir un.',
);
const inactive = refuse(
  'account-inactive',
  'Votre accès est fermé. Appelez l’équipe France Tiers-Lieux si c’est une erreur.',
);
const sessionEnded = refuse(
  'session-ended',
  'Votre session a pris fin. Demandez un nouveau lien de connexion : rien de ce que vous avez écrit n’est perdu.',
);

/** The verified part of an ID token: who, and since when (UTC milliseconds). */
export interface SignIn {
  readonly uid: string;
  readonly signedInAt: number;
  /** Path of the request that recognised the person; none when the session names none. */
  readonly request?: string | null | undefined;
}

/** Who calls, from the documents of authority (1 read). A token alone proves nothing but a uid: an account may have been switched off since. */
export async function actorOf(firestore: Firestore, signIn: SignIn | null, now: number): Promise<Actor | Refusal> {
  if (signIn === null) return { kind: 'anonymous' };
  const account = await get(firestore, accounts, signIn.uid);
  return account === null ? unknownAccount : actorIn(account, signIn.signedInAt, now, signIn.request ?? null);
}

/** What an account makes of who signed in to it at `signedInAt`, or why nothing any more. */
export function actorIn(
  account: Account,
  signedInAt: number,
  now: number,
  request: string | null = null,
): Actor | Refusal {
  if (!isOpen(account, now)) return inactive;
  if (signedInAt < account.validAfterSec * 1_000 || now >= sessionEndsAt(account.kind, signedInAt)) return sessionEnded;
  const unreachedSince = account.addressProblem?.at;
  const identity = { email: account.email, request, ...(unreachedSince !== undefined && { unreachedSince }) };
  const person = { uid: account.uid, name: account.name, signedInAt, identity };
  switch (account.kind) {
    case 'laureate':
      return { ...person, kind: 'laureate', memberships: account.memberships.map((one) => membershipAt(one, now)) };
    case 'expert':
      return account.expertId === null ? unknownAccount : { ...person, kind: 'expert', expertId: account.expertId };
    default:
      return { ...person, kind: account.kind };
  }
}

/** Whether anybody may sign in to it: not switched off, and within the time that an observer is invited for. */
export function isOpen({ active, until }: Pick<Account, 'active' | 'until'>, now: number): boolean {
  return active && (until === null || now <= until);
}

/** A contributor signs while a delegation runs: from its first to its last day in Paris, both included. */
function membershipAt(
  { laureateId, role, delegation, given }: Account['memberships'][number],
  now: number,
): Membership {
  const today = dayOf(now);
  const runs = role === 'contributor' && delegation !== null && delegation.from <= today && today <= delegation.until;
  const held = { laureateId, ...(given && { given }) };
  return runs ? { ...held, role: 'signatory', delegatedBy: delegation.byName } : { ...held, role };
}

/** Refuses every sign-in made until now; the next one is made by mail. Refresh tokens are the caller's to revoke. */
export async function endSessions(firestore: Firestore, uid: string, now: number): Promise<boolean> {
  const done = await optimistically(firestore, async (batch) => {
    const snapshot = await firestore.doc(accounts.path(uid)).get();
    const account = accounts.read(snapshot);
    if (account === null) return { answer: false, batch: null };
    // The second after: sign-ins are dated to the second, and this one's own must not survive.
    rewrite(batch, snapshot, accounts.write({ ...account, validAfterSec: Math.floor(now / 1_000) + 1 }));
    return { answer: true, batch };
  });
  return done?.answer ?? false;
}
