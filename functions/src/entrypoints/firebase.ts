import { getApps, initializeApp } from 'firebase-admin/app';
import { type Firestore, getFirestore } from 'firebase-admin/firestore';

/** The database, opened once an instance. REST reads save the 20-50 ms that a gRPC channel costs a cold start. */
let opened: Firestore | null = null;

export function firestore(): Firestore {
  if (opened === null) {
    if (getApps().length === 0) initializeApp();
    opened = getFirestore();
    opened.settings({ preferRest: true });
  }
  return opened;
}
