import { type App, initializeApp } from 'firebase-admin/app';
import { type Firestore, getFirestore } from 'firebase-admin/firestore';
import { firestoreHost } from '../../../../../tests/suite.ts';

/**
 * A database of its own in the emulator of the started suite, for tests that play whole programmes in process: no trigger of the suite wakes up
 * for what they write. `name` is a project that nobody else uses.
 */
export function databaseOf(name: string): {
  readonly app: App;
  readonly firestore: Firestore;
  readonly clear: () => Promise<void>;
} {
  const projectId = `demo-sur-mesure-${name}`;
  const app = initializeApp({ projectId }, name);
  const firestore = getFirestore(app);
  const documents = `http://${firestoreHost}/emulator/v1/projects/${projectId}/databases/(default)/documents`;
  const clear = async () => {
    const answer = await fetch(documents, { method: 'DELETE' });
    if (!answer.ok) throw new Error(`the database ${projectId} was not cleared: ${answer.status}`);
  };
  return { app, firestore, clear };
}
