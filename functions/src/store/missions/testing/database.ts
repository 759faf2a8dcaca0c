import { type App, initializeApp } from 'firebase-admin/app';
import { type Firestore, getFirestore } from 'firebase-admin/firestore';
import { firestoreHost } from '../../../../../tests/suite.ts';
import { wipeDocuments } from '../../../../../tools/backup/wiping.ts';

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
  const clear = () => wipeDocuments({ project: projectId, emulator: firestoreHost });
  return { app, firestore, clear };
}
