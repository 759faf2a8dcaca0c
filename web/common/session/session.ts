import { type Refusal, refuse } from '@sur-mesure/functions/domain/refusal';
import type { Auth } from 'firebase/auth';
import { authorizeCallsWith } from '../api/call.ts';
import { forgetDraftsKeptElsewhere } from '../drafts/known.ts';
import { forgetUser, isStillKept, isUserKey, keptUser } from './kept-user.ts';
import { tokenFor } from './renew.ts';

export interface SignedInUser {
  readonly uid: string;
  readonly name: string;
}

/**
 * Who is signed in on this device. Claims only steer the interface: what a person may do is decided by the server at each request.
 */
export interface Session {
  currentUser(): SignedInUser | undefined;
  /** A fresh token, or undefined when nobody is signed in. */
  idToken(): Promise<string | undefined>;
  /** Takes the token that `exchangeSignIn` gave. */
  signInWithCustomToken(token: string, name: string): Promise<SignedInUser | Refusal>;
  signOut(): Promise<void>;
  /** Calls back at each change of person, and at once with the present one; gives the way to stop. */
  watch(listener: (user: SignedInUser | undefined) => void): () => void;
}

const listeners = new Set<() => void>();
const tell = () => {
  for (const listener of listeners) listener();
};
let loaded: Promise<Auth> | undefined;
let renewing: Promise<string | undefined> | undefined;
let opened: Session | undefined;

/**
 * Opens the session kept on this device, once a page; from then on the calls to our functions carry its token. Nothing is loaded nor asked of the
 * network for that: see decision 048.
 */
export async function openSession(): Promise<Session> {
  if (opened !== undefined) return opened;
  opened = { currentUser, idToken, signInWithCustomToken, signOut, watch };
  authorizeCallsWith(idToken, callByNameOfToday);
  // Another tab signed somebody in or out.
  addEventListener('storage', ({ key }) => {
    if (key === null || isUserKey(key)) tell();
  });
  return opened;
}

/** The Auth library, for what signs in or out and for Storage, whose calls take their token from it. */
export function authLibrary(): Promise<Auth> {
  loaded ??= import('./auth.ts')
    .then(({ openAuth }) => openAuth(tell))
    .catch((error: unknown) => {
      loaded = undefined;
      throw error;
    });
  return loaded;
}

/** Loads what signs in while the person reads or types; a failure is told when it is needed. */
export function prepareSignIn(): void {
  authLibrary().catch(() => undefined);
}

function currentUser(): SignedInUser | undefined {
  const user = kept();
  return user && { uid: user.uid, name: user.displayName ?? keptName(user.uid) };
}

/** Several calls of one page share one renewal. */
function idToken(): Promise<string | undefined> {
  renewing ??= currentToken().finally(() => {
    renewing = undefined;
  });
  return renewing;
}

async function currentToken(): Promise<string | undefined> {
  const user = kept();
  if (user === undefined) return undefined;
  const token = await tokenFor(localStorage, user, { now: Date.now(), addressOf: renewalAddress });
  if (token !== 'ended') return token;
  // Another tab may have signed somebody else in meanwhile: their session is not ended by the answer about the one before.
  if (!isStillKept(localStorage, user)) return currentToken();
  await signOut();
  return undefined;
}

async function renewalAddress(apiKey: string): Promise<string> {
  if (__EMULATORS__) {
    const { host, port } = (await (await import('../demonstration.tsx')).emulators()).addressOf('auth');
    return `http://${host}:${port}/securetoken.googleapis.com/v1/token?key=${apiKey}`;
  }
  return `https://securetoken.googleapis.com/v1/token?key=${encodeURIComponent(apiKey)}`;
}

async function signInWithCustomToken(token: string, name: string): Promise<SignedInUser | Refusal> {
  try {
    const [{ enter }, auth] = await Promise.all([import('./auth.ts'), authLibrary()]);
    keepName(await enter(auth, token), name);
  } catch {
    return refuse('sign_in_failed', 'La connexion n’a pas abouti. Demandez un nouveau lien, puis réessayez.');
  }
  return currentUser() ?? refuse('sign_in_failed', 'La connexion n’a pas abouti. Demandez un nouveau lien.');
}

async function signOut(): Promise<void> {
  forgetTraces();
  // What the library holds in memory too, when it is there; where it could not load, there is nothing to forget.
  await loaded?.then(
    (auth) => auth.signOut(),
    () => undefined,
  );
  tell();
}

/** Who used this device, and what the server gives back in any case: the next person here may be somebody else. */
function forgetTraces(): void {
  const user = kept();
  forgetUser(localStorage);
  if (user === undefined) return;
  localStorage.removeItem(nameKey(user.uid));
  forgetDraftsKeptElsewhere(localStorage, user.uid, Date.now());
}

function watch(listener: (user: SignedInUser | undefined) => void): () => void {
  const heard = () => listener(currentUser());
  listeners.add(heard);
  heard();
  return () => listeners.delete(heard);
}

/** Where storage is forbidden, nobody is kept and nobody is signed in. */
function kept() {
  try {
    return keptUser(localStorage);
  } catch {
    return undefined;
  }
}

/** The name beside « Se déconnecter » stays on this device: Auth is told no more than an id. */
const nameKey = (uid: string) => `${uid}.name`;

function keepName(uid: string, name: string): void {
  try {
    localStorage.setItem(nameKey(uid), name);
  } catch {
    // A full or forbidden storage costs the name and nothing else.
  }
}

/** A name that staff corrected shows at once, and not at the next sign-in. Of somebody else who read meanwhile, nothing is kept. */
function callByNameOfToday({ uid, name }: SignedInUser): void {
  if (kept()?.uid !== uid || keptName(uid) === name) return;
  keepName(uid, name);
  // Where nothing can be kept, nothing changed.
  if (keptName(uid) === name) tell();
}

function keptName(uid: string): string {
  try {
    return localStorage.getItem(nameKey(uid)) ?? 'Vous';
  } catch {
    return 'Vous';
  }
}
