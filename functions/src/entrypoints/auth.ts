import { type Auth, getAuth } from 'firebase-admin/auth';
import { app } from './firebase.ts';

/** Apart from the database, as `bucket` is: three modules ask for it. */
export function auth(): Auth {
  return getAuth(app());
}
