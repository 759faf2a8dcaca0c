import { type App, initializeApp } from 'firebase-admin/app';
import { type Firestore, getFirestore } from 'firebase-admin/firestore';

/** Opened once an instance, at the first need. firebase-functions has an app of its own, so the list of apps says nothing about ours. */
let ours: App | null = null;
let database: Firestore | null = null;

export function app(): App {
  ours ??= initializeApp();
  return ours;
}

/** Over gRPC: `preferRest` would save 20-50 ms on a first read, but the emulator can't be spoken to that way, and money moves on what is tested. */
export function firestore(): Firestore {
  database ??= getFirestore(app());
  return database;
}
