import { type Refusal, refuse } from '@sur-mesure/functions/domain/refusal';
import {
  type Auth,
  browserLocalPersistence,
  initializeAuth,
  onIdTokenChanged,
  signInWithCustomToken,
} from 'firebase/auth';
import { authorizeCallsWith } from '../api/call.ts';
import { firebaseApp } from './firebase.ts';

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

let opened: Promise<Session> | undefined;

/** Opens the session kept on this device, once a page; from then on the calls to our functions carry its token. */
export function openSession(): Promise<Session> {
  opened ??= open().catch((error: unknown) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

async function open(): Promise<Session> {
  const app = await firebaseApp();
  const emulators = __EMULATORS__ ? await (await import('../demonstration.tsx')).emulators() : undefined;
  // Not getAuth(): it brings the pop-up and redirect flows, 5 KB of code for providers that are off.
  const auth = initializeAuth(app, { persistence: browserLocalPersistence });
  emulators?.connectAuth(auth);
  await auth.authStateReady();
  const session = sessionOf(auth);
  authorizeCallsWith(() => session.idToken());
  return session;
}

function sessionOf(auth: Auth): Session {
  const currentUser = () => {
    const user = auth.currentUser;
    return user === null ? undefined : { uid: user.uid, name: user.displayName ?? keptName(user.uid) };
  };
  return {
    currentUser,
    idToken: async () => auth.currentUser?.getIdToken(),
    signInWithCustomToken: async (token, name) => {
      try {
        const { user } = await signInWithCustomToken(auth, token);
        keepName(user.uid, name);
      } catch {
        return refuse('sign_in_failed', 'La connexion n’a pas abouti. Demandez un nouveau lien, puis réessayez.');
      }
      return currentUser() ?? refuse('sign_in_failed', 'La connexion n’a pas abouti. Demandez un nouveau lien.');
    },
    signOut: () => auth.signOut(),
    watch: (listener) => onIdTokenChanged(auth, () => listener(currentUser())),
  };
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

function keptName(uid: string): string {
  try {
    return localStorage.getItem(nameKey(uid)) ?? 'Vous';
  } catch {
    return 'Vous';
  }
}
