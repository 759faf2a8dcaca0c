import { type App, initializeApp } from 'firebase-admin/app';
import { type Auth, getAuth } from 'firebase-admin/auth';
import { type Firestore, getFirestore } from 'firebase-admin/firestore';
import { getStorage } from 'firebase-admin/storage';
import type { Bucket } from '../store/bucket.ts';

/** Opened once an instance, at the first need. firebase-functions has an app of its own, so the list of apps says nothing about ours. */
let ours: App | null = null;
let database: Firestore | null = null;

function app(): App {
  ours ??= initializeApp();
  return ours;
}

/** REST reads save the 20-50 ms that a gRPC channel costs a cold start. */
export function firestore(): Firestore {
  if (database === null) {
    database = getFirestore(app());
    database.settings({ preferRest: true });
  }
  return database;
}

export function auth(): Auth {
  return getAuth(app());
}

export function bucket(): Bucket {
  return getStorage(app()).bucket();
}
