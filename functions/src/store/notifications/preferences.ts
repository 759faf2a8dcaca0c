import type { Firestore } from 'firebase-admin/firestore';
import type { Preferences } from '../../domain/notifications/preferences.ts';
import { get } from '../collection.ts';
import { preferences } from '../collections/preferences.ts';

/** What this person chose of its mails (1 read); nothing yet is the default of each event. */
export async function preferencesOf(firestore: Firestore, uid: string): Promise<Preferences> {
  return (await get(firestore, preferences, uid))?.choices ?? {};
}
