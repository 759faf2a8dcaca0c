import { getStorage } from 'firebase-admin/storage';
import type { Bucket } from '../store/bucket.ts';
import { app } from './firebase.ts';

/** Apart from the database: the client of Storage is a sixth of what a function loads, and most touch no file. */
export function bucket(): Bucket {
  return getStorage(app()).bucket();
}
