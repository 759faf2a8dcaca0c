import { getApps, initializeApp } from 'firebase-admin/app';
import { type Firestore, getFirestore } from 'firebase-admin/firestore';
import { getStorage } from 'firebase-admin/storage';
import { type InboxReader, inboxAt } from '../tools/inbox.ts';

/** The suite that `npm test` started. A missing one is a failure that says how to start it, never a skip. */
function needed(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '')
    throw new Error(`${name} is not set: these tests need the started suite, run them with "npm test"`);
  return value;
}

export const projectId = needed('GCLOUD_PROJECT');
export const origin = needed('SUR_MESURE_ORIGIN');
export const authHost = needed('FIREBASE_AUTH_EMULATOR_HOST');
export const storageHost = needed('FIREBASE_STORAGE_EMULATOR_HOST');
export const firestoreHost = needed('FIRESTORE_EMULATOR_HOST');
export const suiteLog = needed('SUR_MESURE_SUITE_LOG');

// A process may have apps of its own, under their names.
const app =
  getApps().find(({ name }) => name === '[DEFAULT]') ??
  initializeApp({ projectId, storageBucket: `${projectId}.appspot.com` });

export const firestore: Firestore = getFirestore(app);
export const bucket = getStorage(app).bucket();
export const inbox: InboxReader = inboxAt(needed('SUR_MESURE_INBOX'));
