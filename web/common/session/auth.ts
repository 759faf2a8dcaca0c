import {
  type Auth,
  browserLocalPersistence,
  initializeAuth,
  onIdTokenChanged,
  signInWithCustomToken,
} from 'firebase/auth';
import { firebaseApp } from './firebase.ts';

let opened: Promise<Auth> | undefined;

/** The Auth library on the person kept on this device, once a page. `onChange` is told of each change of person or token. */
export function openAuth(onChange: () => void): Promise<Auth> {
  opened ??= open(onChange).catch((error: unknown) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

async function open(onChange: () => void): Promise<Auth> {
  const app = await firebaseApp();
  const emulators = __EMULATORS__ ? await (await import('../demonstration.tsx')).emulators() : undefined;
  // Not getAuth(): it brings the pop-up and redirect flows, 5 KB of code for providers that are off.
  const auth = initializeAuth(app, { persistence: browserLocalPersistence });
  emulators?.connectAuth(auth);
  await auth.authStateReady();
  onIdTokenChanged(auth, onChange);
  return auth;
}

/** @throws FirebaseError when Auth does not take the token, or the network is cut */
export async function enter(auth: Auth, token: string): Promise<string> {
  return (await signInWithCustomToken(auth, token)).user.uid;
}
