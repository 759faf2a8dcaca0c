import { z } from 'zod';
import { accounts } from '../functions/src/store/collections/accounts.ts';
import { authHost, firestore } from './suite.ts';

/** Somebody signed in, as a page holds it. */
export interface Person {
  readonly uid: string;
  readonly email: string;
  readonly token: string;
}

export interface StaffPerson extends Person {
  readonly name: string;
}

const tokens = z.object({ idToken: z.string() });

/** Signs `uid` in as a mailed link would: the Auth emulator takes an unsigned custom token, production does not. */
export async function signIn(uid: string): Promise<string> {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return idTokenFor(
    `${part({ alg: 'none', typ: 'JWT' })}.${part({ uid, aud: audience, iat: now(), exp: now() + 3_600 })}.`,
  );
}

/**
 * The same person with a sign-in of another age: the emulators take a token that nobody signed, production does not.
 * @param signedInAt UTC milliseconds
 */
export async function signInSince(uid: string, signedInAt: number): Promise<string> {
  const [header = '', payload = ''] = (await signIn(uid)).split('.');
  const claims = z.looseObject({}).parse(JSON.parse(Buffer.from(payload, 'base64url').toString()));
  const aged = JSON.stringify({ ...claims, auth_time: Math.floor(signedInAt / 1_000) });
  return `${header}.${Buffer.from(aged).toString('base64url')}.`;
}

/** What a page does with the custom token that a link was exchanged for. */
export async function idTokenFor(token: string): Promise<string> {
  return askAuth('signInWithCustomToken', { token, returnSecureToken: true });
}

/** What anybody may do: make oneself a user, by the public door that Auth can't close. */
export function signUp(): Promise<string> {
  return askAuth('signUp', { returnSecureToken: true });
}

async function askAuth(method: string, body: object): Promise<string> {
  const response = await fetch(`http://${authHost}/identitytoolkit.googleapis.com/v1/accounts:${method}?key=fake`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return tokens.parse(await response.json()).idToken;
}

const audience = 'https://identitytoolkit.googleapis.com/google.identity.identitytoolkit.v1.IdentityToolkit';
const now = () => Math.floor(Date.now() / 1_000);

/** A member of staff with an account of its own. */
export async function staffPerson(uid: string): Promise<StaffPerson> {
  const name = 'Camille Roux';
  const email = `${uid.toLowerCase()}@tierslieux.example`;
  await firestore.doc(accounts.path(uid)).set(
    accounts.write({
      uid,
      kind: 'staff',
      active: true,
      name,
      email,
      verifiedEmail: true,
      validAfterSec: 0,
      memberships: [],
      laureateIds: [],
      expertId: null,
      until: null,
    }),
  );
  return { uid, name, email, token: await signIn(uid) };
}
