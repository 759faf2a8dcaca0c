import type { Firestore } from 'firebase-admin/firestore';
import type { CodeSent } from '../../domain/api.ts';
import { DAY, HOUR } from '../../domain/calendar.ts';
import { noFacts } from '../../domain/notifications/mails.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { get } from '../collection.ts';
import { type Account, accounts } from '../collections/accounts.ts';
import { outbox, queued } from '../collections/outbox.ts';
import { signInTokens } from '../collections/sign-in.ts';
import { sha256 } from '../hash.ts';
import { normalEmail } from '../people/accounts.ts';
import { unknownAccount } from '../people/actor.ts';
import { type Limit, usesOf, withinLimits } from '../rate-limits.ts';

/** How long a lost or used token still knows whom to send a new one to. */
const RENEWABLE = 30 * DAY;

/** Where a call came from: what Hosting says of the browser, and who reached Google (see `entrypoints/caller.ts`). */
export interface Caller {
  readonly address: string;
  readonly relay: string;
  /** What the browser says that it is; anything, or nothing, by who writes its own requests. */
  readonly userAgent?: string | undefined;
}

/** Who asked for a mail to an address: the id names the request. */
export interface Asked {
  readonly id: string;
  readonly from: Caller;
  readonly now: number;
}

const hourly = (name: string, most: number): Limit => ({ name, most, windowMs: HOUR });
/**
 * What makes us send a mail to an address that somebody typed, and how often an hour: counted apart, so that one does not use up the other.
 * `ip` and `relay`: see `CallerLimits`.
 */
const mailings = {
  signIn: { email: hourly('sign-in-address', 3), ip: hourly('sign-in-ip', 20), relay: hourly('sign-in-relay', 400) },
  confirmation: {
    email: hourly('confirmation-address', 6),
    ip: hourly('confirmation-ip', 60),
    relay: hourly('confirmation-relay', 400),
  },
  registration: {
    email: hourly('registration-address', 3),
    ip: hourly('registration-ip', 30),
    relay: hourly('registration-relay', 400),
  },
  keptRegistration: {
    email: hourly('kept-registration-address', 3),
    ip: hourly('kept-registration-ip', 10),
    relay: hourly('kept-registration-relay', 200),
  },
} as const;

const limited = refuse(
  'too-many-links',
  'Trop de demandes sont parties de cette adresse depuis une heure. Regardez vos courriers indésirables, ou réessayez plus tard.',
);
/** Only our own pages: a path that starts with one slash, no backslash, no scheme, no host. Anything else leads home. */
export function ownPath(next: string): string {
  return /^\/(?![/\\])[\w\-./?=&%]*$/.test(next) && !next.includes('..') ? next : '/';
}

/** Counts one mailing and refuses once a limit is full: the same for an address we know and for one we don't. 3 reads, 3 writes. */
export async function mailingRefusal(
  firestore: Firestore,
  mailing: keyof typeof mailings,
  { email, from, now }: { email: string; from: Caller; now: number },
): Promise<Refusal | null> {
  const limits = mailings[mailing];
  const uses = [...usesOf(limits, from), { limit: limits.email, who: email }];
  return (await withinLimits(firestore, uses, now)) ? null : limited;
}

/**
 * Queues a sign-in mail to the address typed. Nobody is looked up here: the very same reads and writes are made for an address we know and for
 * one we don't; who it is, if anybody, is found when the mail is about to leave (`readySignIn`).
 */
export async function requestSignIn(
  firestore: Firestore,
  asked: Asked & { readonly email: string; readonly next: string },
): Promise<CodeSent | Refusal> {
  const email = normalEmail(asked.email);
  const refusal = await mailingRefusal(firestore, 'signIn', { ...asked, email });
  if (refusal) return refusal;
  await queueSignIn(firestore, { email }, { ...asked, next: ownPath(asked.next) });
  return { sent: true, requestId: asked.id };
}

/** Mails a code to the address of somebody signed in, who is about to decide. */
export async function requestCode(
  firestore: Firestore,
  asked: Asked & { readonly uid: string; readonly next: string },
): Promise<CodeSent | Refusal> {
  const account = await get(firestore, accounts, asked.uid);
  if (account === null) return unknownAccount;
  const refusal = await mailingRefusal(firestore, 'confirmation', { ...asked, email: account.email });
  if (refusal) return refusal;
  await queue(firestore, 'confirmationCode', account, { ...asked, next: ownPath(asked.next) });
  return { sent: true, requestId: asked.id };
}

export function queueSignIn(
  firestore: Firestore,
  { email }: Pick<Account, 'email'>,
  request: { id: string; next: string; now: number },
): Promise<void> {
  return queue(firestore, 'signIn', { email, name: '', uid: null }, request);
}

async function queue(
  firestore: Firestore,
  mail: 'signIn' | 'confirmationCode',
  { email, name, uid }: { email: string; name: string; uid: string | null },
  { id, next, now }: { id: string; next: string; now: number },
): Promise<void> {
  const item = queued({
    id: `${mail}.${id}`,
    mail,
    to: { email, name, uid },
    facts: { ...noFacts, recipientName: name, reader: 'laureate' },
    path: next,
    ...{ when: 'now', mission: null, parts: [] },
    createdAt: now,
  });
  await firestore.doc(outbox.path(item.id)).create(outbox.write(item));
}

/** A lost or used token can still ask for a new mail, to the address it was made for and no other. */
export async function renewToken(
  firestore: Firestore,
  asked: Asked & { readonly token: string },
): Promise<CodeSent | Refusal> {
  const kept = await get(firestore, signInTokens, sha256(asked.token));
  const owner =
    kept === null || asked.now - kept.createdAt > RENEWABLE ? null : await get(firestore, accounts, kept.uid);
  const account = kept?.email === null || kept?.email === owner?.email ? owner : null;
  const email = account?.email ?? `unknown ${asked.from.relay}`;
  const refusal = await mailingRefusal(firestore, 'signIn', { ...asked, email });
  if (refusal) return refusal;
  if (kept && account) await queueSignIn(firestore, account, { ...asked, next: kept.next });
  return { sent: true, requestId: asked.id };
}
