import type { Firestore } from 'firebase-admin/firestore';
import { DAY, HOUR, MINUTE } from '../domain/calendar.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { get } from './collection.ts';
import type { Account } from './collections/accounts.ts';
import { accounts } from './collections/accounts.ts';
import { outbox, queued } from './collections/outbox.ts';
import { signInTokens } from './collections/sign-in.ts';
import { sha256 } from './ledger-chain.ts';
import { optimistically, rewrite } from './optimistic.ts';
import { accountByEmail, normalEmail } from './people.ts';
import { withinLimit } from './rate-limits.ts';

export const TOKEN_LIFETIME = 15 * MINUTE;
/** How long a lost or used token still knows whom to send a new one to. */
const RENEWABLE = 30 * DAY;
/** What makes us send a mail to an address that somebody typed, and how often an hour: counted apart, so that one does not use up the other. */
const mailings = {
  signIn: {
    address: { name: 'sign-in-address', most: 3, windowMs: HOUR },
    ip: { name: 'sign-in-ip', most: 20, windowMs: HOUR },
  },
  registration: {
    address: { name: 'registration-address', most: 3, windowMs: HOUR },
    ip: { name: 'registration-ip', most: 30, windowMs: HOUR },
  },
} as const;

const limited = refuse(
  'too-many-links',
  'Trop de demandes sont parties de cette adresse depuis une heure. Regardez vos courriers indésirables, ou réessayez plus tard.',
);
const unusable = refuse(
  'link-unusable',
  'Ce lien a déjà servi ou a expiré. Demandez-en un nouveau : il arrive dans la minute.',
);

/** Only our own pages: a path that starts with one slash, no backslash, no scheme, no host. Anything else leads home. */
export function ownPath(next: string): string {
  return /^\/(?![/\\])[\w\-./?=&%]*$/.test(next) && !next.includes('..') ? next : '/';
}

/** Counts one mailing and refuses once a limit is full: the same for an address we know and for one we don't. */
export async function mailingRefusal(
  firestore: Firestore,
  mailing: keyof typeof mailings,
  { email, ip, now }: { email: string; ip: string; now: number },
): Promise<Refusal | null> {
  const limits = mailings[mailing];
  const allowed =
    (await withinLimit(firestore, limits.ip, ip, now)) && (await withinLimit(firestore, limits.address, email, now));
  return allowed ? null : limited;
}

/**
 * Queues a sign-in mail if the address has an account. The answer is the same whether it has or not, and so are the limits, which fail closed.
 */
export async function requestSignIn(
  firestore: Firestore,
  asked: { email: string; next: string; ip: string; id: string; now: number },
): Promise<{ sent: true } | Refusal> {
  const email = normalEmail(asked.email);
  const refusal = await mailingRefusal(firestore, 'signIn', { ...asked, email });
  if (refusal) return refusal;
  const account = await accountByEmail(firestore, email);
  if (account?.active) await queueSignIn(firestore, account, { ...asked, next: ownPath(asked.next) });
  return { sent: true };
}

export async function queueSignIn(
  firestore: Firestore,
  account: Account,
  { id, next, now }: { id: string; next: string; now: number },
): Promise<void> {
  const item = {
    id: `signIn.${id}`,
    mail: 'signIn' as const,
    to: { email: account.email, name: account.name, uid: account.uid },
    facts: {
      recipientName: account.name,
      reader: readerOfAccount(account),
      laureateName: '',
      expertName: '',
      happened: '',
      byName: '',
      reason: '',
      state: null,
      need: '',
    },
    path: next === '/' ? homeOf(account.kind) : next,
    createdAt: now,
  };
  await firestore.doc(outbox.path(item.id)).create(outbox.write(queued(item)));
}

function readerOfAccount(account: Account): 'laureate' | 'expert' | 'staff' {
  return account.kind === 'laureate' || account.kind === 'expert' ? account.kind : 'staff';
}

export function homeOf(kind: Account['kind']): string {
  const homes = { laureate: '/laureat', expert: '/expert', staff: '/equipe', observer: '/equipe' } as const;
  return homes[kind];
}

/** Keeps the hash of a new token, when its mail is about to leave: the token itself exists in the mail alone. */
export async function keepToken(
  firestore: Firestore,
  { token, uid, next, now }: { token: string; uid: string; next: string; now: number },
): Promise<void> {
  const value = signInTokens.write({ uid, next, createdAt: now, expiresAt: now + TOKEN_LIFETIME, usedAt: null });
  await firestore.doc(signInTokens.path(sha256(token))).create(value);
}

/** Uses a token once, and marks its owner's address as verified. Returns whom to sign in and where the mail wanted to lead (2 reads, 1-2 writes). */
export async function useToken(
  firestore: Firestore,
  token: string,
  now: number,
): Promise<{ uid: string; next: string; name: string } | Refusal> {
  const reference = firestore.doc(signInTokens.path(sha256(token)));
  const done = await optimistically<{ uid: string; next: string; name: string } | Refusal>(firestore, async (batch) => {
    const tokenSnapshot = await reference.get();
    const kept = signInTokens.read(tokenSnapshot);
    if (kept === null || kept.usedAt !== null || now > kept.expiresAt) return { answer: unusable, batch: null };
    const accountSnapshot = await firestore.doc(accounts.path(kept.uid)).get();
    const account = accounts.read(accountSnapshot);
    if (!account?.active) return { answer: unusable, batch: null };
    rewrite(batch, tokenSnapshot, signInTokens.write({ ...kept, usedAt: now }));
    if (!account.verifiedEmail) rewrite(batch, accountSnapshot, accounts.write({ ...account, verifiedEmail: true }));
    return { answer: { uid: kept.uid, next: kept.next, name: account.name }, batch };
  });
  return done === null ? unusable : done.answer;
}

/** A lost or used token can still ask for a new mail, to the address it was made for and no other. */
export async function renewToken(
  firestore: Firestore,
  asked: { token: string; ip: string; id: string; now: number },
): Promise<{ sent: true } | Refusal> {
  const kept = await get(firestore, signInTokens, sha256(asked.token));
  const account =
    kept === null || asked.now - kept.createdAt > RENEWABLE ? null : await get(firestore, accounts, kept.uid);
  const email = account?.email ?? `unknown ${asked.ip}`;
  const refusal = await mailingRefusal(firestore, 'signIn', { ...asked, email });
  if (refusal) return refusal;
  if (kept && account?.active) await queueSignIn(firestore, account, { id: asked.id, next: kept.next, now: asked.now });
  return { sent: true };
}
