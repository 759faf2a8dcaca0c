import { openSession } from './session.ts';

/** Of whoever is signed in on this device; undefined once the session is gone. */
export async function currentUid(): Promise<string | undefined> {
  return (await openSession()).currentUser()?.uid;
}
