import { createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import { DAY, type Instant } from '../../domain/calendar.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { sha256 } from '../hash.ts';
import type { LinkKeys } from './link-keys.ts';

/** As long as a mail is likely to be found again. */
const LIFETIME = 365 * DAY;
/** The one thing that such a link opens. */
export const PREFERENCES = 'preferences';

/** What a link says, under its signature: whose choices, for what, read at which address, until when. */
export interface LinkClaims {
  readonly uid: string;
  readonly scope: string;
  /** `addressMark` of where its mail went. */
  readonly address: string;
  readonly until: Instant;
}

const claimsSchema: z.ZodType<LinkClaims> = z.strictObject({
  uid: z.string().min(1).max(200),
  scope: z.string().max(40),
  address: z.string().max(40),
  until: z.int().min(0),
});

const signInInstead =
  'Connectez-vous pour retrouver vos choix, qui sont gardés, ou suivez le lien d’un courriel plus récent.';
const notOurs = refuse('link-not-ours', `Ce lien n’est plus valable, ou il a été coupé. ${signInInstead}`);
const otherUse = refuse('link-other-use', `Ce lien n’ouvre pas cette page. ${signInInstead}`);
const expired = refuse('link-expired', `Ce lien n’est plus valable : il a plus d’un an. ${signInInstead}`);
export const formerAddress = refuse(
  'link-former-address',
  `Ce lien n’est plus valable : cette adresse n’est plus celle d’un compte ouvert. ${signInInstead}`,
);

/** The token of a link to the choices of a person, made when a mail leaves for one of its addresses. */
export function preferenceToken({ uid, email }: { uid: string; email: string }, keys: LinkKeys, now: Instant): string {
  return signedToken({ uid, scope: PREFERENCES, address: addressMark(email), until: now + LIFETIME }, keys[0]);
}

/** The claims and their signature, as a link carries them. */
export function signedToken(claims: LinkClaims, key: string): string {
  const body = Buffer.from(JSON.stringify(claims)).toString('base64url');
  return `${body}.${signature(body, key).toString('base64url')}`;
}

/** Whose choices a token opens, or why none. Nothing it says is looked at before its signature holds; no document is read. */
export function openedBy(token: string, keys: LinkKeys, now: Instant): LinkClaims | Refusal {
  const [body = '', given = '', ...rest] = token.split('.');
  if (rest.length > 0 || !keys.some((key) => holds(body, given, key))) return notOurs;
  const claims = claimsSchema.parse(JSON.parse(Buffer.from(body, 'base64url').toString()));
  if (claims.scope !== PREFERENCES) return otherUse;
  return now > claims.until ? expired : claims;
}

/** A link is for the address its mail went to: once staff have changed it, it is nobody's. */
export function addressMark(email: string): string {
  return sha256(email).slice(0, 16);
}

/** In constant time: how many signs of a forged signature are right can't be measured. */
function holds(body: string, given: string, key: string): boolean {
  const [expected, found] = [signature(body, key), Buffer.from(given, 'base64url')];
  return found.length === expected.length && timingSafeEqual(found, expected);
}

function signature(body: string, key: string): Buffer {
  return createHmac('sha256', key).update(body).digest();
}
