import type { Firestore } from 'firebase-admin/firestore';
import { get } from '../collection.ts';
import { type Account, accounts } from '../collections/accounts.ts';
import type { QueuedMail } from '../collections/outbox.ts';
import type { SignInCode } from '../collections/sign-in.ts';
import { linkKeptRegistration } from '../experts/kept-registrations.ts';
import { accountByEmail } from '../people/accounts.ts';
import { isOpen } from '../people/actor.ts';
import { keepToken, keepTokenAndCode } from './one-time-secrets.ts';

/** Mails that carry six digits beside their button. */
const codeMails: Partial<Record<QueuedMail['mail'], SignInCode['purpose']>> = {
  signIn: 'signIn',
  confirmationCode: 'confirmation',
};

/** A mail about to leave, with the secrets that exist in it alone; null where it has none. */
export interface LeavingMail {
  readonly item: QueuedMail;
  readonly signInToken: string | null;
  readonly code: string | null;
}

/**
 * Finds whom a mail that signs in is for, and keeps the hashes of its secrets. Null when there is nobody to send it to: an address that was typed
 * and has no open account. Looked up here rather than when it was asked for, so that asking answers alike for everyone.
 */
export async function readyToLeave(
  firestore: Firestore,
  item: QueuedMail,
  { token, code, now }: { token: string; code: string; now: number },
): Promise<LeavingMail | null> {
  if (item.mail === 'registrationKept') return withLink(firestore, item, token);
  const purpose = codeMails[item.mail];
  if (purpose === undefined) {
    if (item.to.uid === null) return { item, signInToken: null, code: null };
    const { uid, email } = item.to;
    await keepToken(firestore, { token, uid, email, next: item.path, now });
    return { item, signInToken: token, code: null };
  }
  const account = await recipientOf(firestore, item);
  if (account === null || !isOpen(account, now)) return null;
  const addressed = addressedTo(item, account);
  const requestId = requestOf(item) ?? item.id;
  const { uid, email } = account;
  const asked = { askedAt: item.createdAt, purpose, next: addressed.path };
  await keepTokenAndCode(firestore, { token, code, requestId, uid, email, ...asked, now });
  return { item: addressed, signInToken: token, code };
}

/** What leads back to a registration that was begun: no sign-in, since its person has no account. */
async function withLink(firestore: Firestore, item: QueuedMail, link: string): Promise<LeavingMail | null> {
  if (!(await linkKeptRegistration(firestore, { mailId: item.id, link }))) return null;
  return { item: { ...item, path: `/inscription#reprise=${link}` }, signInToken: null, code: null };
}

/** The request that a mail with a code answers: the part of its id after the name of the mail. */
export function requestOf({ id, mail }: Pick<QueuedMail, 'id' | 'mail'>): string | null {
  return codeMails[mail] === undefined ? null : id.slice(mail.length + 1);
}

function recipientOf(firestore: Firestore, { to }: QueuedMail): Promise<Account | null> {
  return to.uid === null ? accountByEmail(firestore, to.email) : get(firestore, accounts, to.uid);
}

function addressedTo(item: QueuedMail, account: Account): QueuedMail {
  return {
    ...item,
    to: { email: account.email, name: account.name, uid: account.uid },
    facts: { ...item.facts, recipientName: account.name, reader: readerOfAccount(account) },
    path: item.path === '/' ? homeOf(account.kind) : item.path,
  };
}

function readerOfAccount({ kind }: Account): 'laureate' | 'expert' | 'staff' {
  return kind === 'laureate' || kind === 'expert' ? kind : 'staff';
}

/** The space of its reader, for a mail that leads nowhere else. */
export function homeOf(kind: Account['kind']): string {
  const homes = { laureate: '/laureat', expert: '/expert', staff: '/equipe', observer: '/equipe' } as const;
  return homes[kind];
}
