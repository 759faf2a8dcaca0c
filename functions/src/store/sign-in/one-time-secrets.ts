import type { Firestore, WriteBatch } from 'firebase-admin/firestore';
import { DAY, MINUTE } from '../../domain/calendar.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { accounts } from '../collections/accounts.ts';
import { journalLine } from '../collections/journal.ts';
import { rateLimits, type SignInCode, signInCodes, signInTokens } from '../collections/sign-in.ts';
import { sha256 } from '../hash.ts';
import { optimistically, rewrite } from '../optimistic.ts';
import { isOpen } from '../people/actor.ts';
import { clearedLine } from '../people/address-problems.ts';
import { countOf, type Limit, oneMore } from '../rate-limits.ts';

const TOKEN_LIFETIME = 15 * MINUTE;
const CODE_LIFETIME = 10 * MINUTE;
/** Digits that one request may be tried with. */
export const CODE_ATTEMPTS = 5;

/**
 * Wrong codes of one person a day. Counted by purpose: strangers who type at random for somebody's address use up the codes that let in, never
 * those of decisions; and the link of the same mail still works.
 */
const wrongCodes = {
  signIn: { name: 'wrong-code', most: 10, windowMs: DAY },
  confirmation: { name: 'wrong-confirmation', most: 10, windowMs: DAY },
} as const satisfies Record<SignInCode['purpose'], Limit>;

const unusableLink = refuse(
  'link-unusable',
  'Ce lien a déjà servi ou a expiré. Demandez-en un nouveau : il arrive dans la minute.',
);
/** One sentence for every reason: a request that nobody made must answer as one whose code is wrong. */
const unusableCode = refuse(
  'code-unusable',
  'Ce code n’est pas le bon, ou il ne sert plus. Vérifiez les six chiffres du dernier mail reçu, ou demandez un autre code.',
);

/** Whom a link or a code signs in, and where its mail wanted to lead. */
export interface Recognised {
  readonly uid: string;
  readonly next: string;
  readonly name: string;
  /** Path of the request that recognised the person, where a proof finds how. */
  readonly request: string;
}

interface Secret {
  readonly token: string;
  readonly uid: string;
  /** The address that the mail goes to. */
  readonly email: string;
  readonly next: string;
  readonly now: number;
}

/** Keeps the hash of a new token, when its mail is about to leave: the token itself exists in the mail alone. */
export async function keepToken(firestore: Firestore, secret: Secret): Promise<void> {
  await firestore.doc(signInTokens.path(sha256(secret.token))).create(tokenOf(secret, null));
}

/** Keeps the hashes of a link and of a code that leave in one mail. A mail tried again carries new ones: the newest code is the one that counts. */
export async function keepTokenAndCode(
  firestore: Firestore,
  secret: Secret & Pick<SignInCode, 'purpose' | 'askedAt'> & { readonly code: string; readonly requestId: string },
): Promise<void> {
  const { token, code, requestId, purpose, askedAt, uid, email, next, now } = secret;
  const batch = firestore.batch();
  batch.create(firestore.doc(signInTokens.path(sha256(token))), tokenOf(secret, requestId));
  const value = signInCodes.write({
    uid,
    email,
    purpose,
    next,
    codeHash: codeHash(requestId, code),
    tokenHash: sha256(token),
    askedAt,
    createdAt: now,
    expiresAt: now + CODE_LIFETIME,
    sentAt: null,
    attemptsLeft: CODE_ATTEMPTS,
    acceptedAt: null,
    usedAt: null,
  });
  batch.set(firestore.doc(signInCodes.path(requestId)), value);
  await batch.commit();
}

function tokenOf({ uid, email, next, now }: Secret, requestId: string | null) {
  const expiresAt = now + TOKEN_LIFETIME;
  return signInTokens.write({ uid, email, requestId, next, createdAt: now, expiresAt, usedAt: null });
}

function codeHash(requestId: string, code: string): string {
  return sha256(`${requestId}.${code}`);
}

/** The mail server took the mail of this request: what a proof will quote as « code sent ». */
export async function recordCodeSent(firestore: Firestore, requestId: string, now: number): Promise<void> {
  await optimistically(firestore, async (batch) => {
    const snapshot = await firestore.doc(signInCodes.path(requestId)).get();
    const kept = signInCodes.read(snapshot);
    if (kept === null) return { answer: null, batch: null };
    rewrite(batch, snapshot, signInCodes.write({ ...kept, sentAt: now }));
    return { answer: null, batch };
  });
}

/** Uses a token once, spends the code of the same mail, and marks the address as verified. 2-3 reads, 1-3 writes. */
export async function useToken(firestore: Firestore, token: string, now: number): Promise<Recognised | Refusal> {
  const done = await optimistically<Recognised | Refusal>(firestore, async (batch) => {
    const snapshot = await firestore.doc(signInTokens.path(sha256(token))).get();
    const kept = signInTokens.read(snapshot);
    if (kept === null || kept.usedAt !== null || now > kept.expiresAt) return { answer: unusableLink, batch: null };
    const request = kept.requestId === null ? snapshot.ref.path : signInCodes.path(kept.requestId);
    const recognised = await recognise(firestore, batch, { ...kept, request }, now);
    if (recognised === null) return { answer: unusableLink, batch: null };
    rewrite(batch, snapshot, signInTokens.write({ ...kept, usedAt: now }));
    if (kept.requestId !== null) await spendCode(firestore, batch, kept.requestId, now);
    return { answer: recognised, batch };
  });
  return done === null ? unusableLink : done.answer;
}

interface TypedCode {
  readonly requestId: string;
  readonly code: string;
  /** Who is signed in where it is typed: a code asked for a decision confirms the same person and signs no other in. */
  readonly signedInUid: string | null;
  readonly now: number;
}

/**
 * Uses a code once, and spends the link of the same mail. A wrong one costs an attempt of the request and one of the person's day, counted in the
 * same commit, so that typing many at once counts each. 1-4 reads, 0-3 writes.
 */
export async function useCode(firestore: Firestore, typed: TypedCode): Promise<Recognised | Refusal> {
  const done = await optimistically<Recognised | Refusal>(firestore, async (batch) => {
    const refused = { answer: unusableCode, batch: null };
    const snapshot = await firestore.doc(signInCodes.path(typed.requestId)).get();
    const kept = signInCodes.read(snapshot);
    if (kept === null || !isUsable(kept, typed)) return refused;
    const day = await countOf(firestore, wrongCodes[kept.purpose], kept.uid).get();
    const oneMoreWrong = oneMore(rateLimits.read(day), wrongCodes[kept.purpose], typed.now);
    if (oneMoreWrong === null) return refused;
    if (kept.codeHash !== codeHash(typed.requestId, typed.code)) {
      rewrite(batch, snapshot, signInCodes.write({ ...kept, attemptsLeft: kept.attemptsLeft - 1 }));
      rewrite(batch, day, rateLimits.write(oneMoreWrong));
      return { answer: unusableCode, batch };
    }
    const recognised = await recognise(firestore, batch, { ...kept, request: snapshot.ref.path }, typed.now);
    if (recognised === null) return refused;
    rewrite(batch, snapshot, signInCodes.write({ ...kept, acceptedAt: typed.now, usedAt: typed.now }));
    await spendToken(firestore, batch, kept.tokenHash, typed.now);
    return { answer: recognised, batch };
  });
  return done === null ? unusableCode : done.answer;
}

function isUsable(kept: SignInCode, { signedInUid, now }: TypedCode): boolean {
  const living = kept.usedAt === null && now <= kept.expiresAt && kept.attemptsLeft > 0;
  return living && (kept.purpose === 'signIn' || kept.uid === signedInUid);
}

/**
 * The open account of `uid`, whose address is now known to be read by its owner; null when it is closed, or when its address is no longer the one
 * the mail went to: staff changed it because somebody else may read the old one.
 */
async function recognise(
  firestore: Firestore,
  batch: WriteBatch,
  mailed: Pick<Recognised, 'uid' | 'next' | 'request'> & Pick<SignInCode, 'email' | 'createdAt'>,
  now: number,
): Promise<Recognised | null> {
  const { uid, email, next, request, createdAt } = mailed;
  const snapshot = await firestore.doc(accounts.path(uid)).get();
  const account = accounts.read(snapshot);
  if (account === null || !isOpen(account, now) || (email !== null && email !== account.email)) return null;
  // A mail that left after the address was marked in error has been read: it is in error no more.
  const arrives = account.addressProblem ? createdAt > account.addressProblem.at : false;
  const known = { ...account, verifiedEmail: true, ...(arrives && { addressProblem: null }) };
  if (!account.verifiedEmail || arrives) rewrite(batch, snapshot, accounts.write(known));
  if (arrives) journalLine(firestore, batch, `address.${uid}.${now}`, clearedLine(account, now));
  return { uid, next, name: account.name, request };
}

async function spendCode(firestore: Firestore, batch: WriteBatch, requestId: string, now: number): Promise<void> {
  const snapshot = await firestore.doc(signInCodes.path(requestId)).get();
  const kept = signInCodes.read(snapshot);
  if (kept?.usedAt === null) rewrite(batch, snapshot, signInCodes.write({ ...kept, usedAt: now }));
}

async function spendToken(firestore: Firestore, batch: WriteBatch, tokenHash: string, now: number): Promise<void> {
  const snapshot = await firestore.doc(signInTokens.path(tokenHash)).get();
  const kept = signInTokens.read(snapshot);
  if (kept?.usedAt === null) rewrite(batch, snapshot, signInTokens.write({ ...kept, usedAt: now }));
}
