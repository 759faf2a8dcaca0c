import { type Auth, getAuth } from 'firebase-admin/auth';
import { app } from './firebase.ts';

export function auth(): Auth {
  return getAuth(app());
}
