import type { Firestore } from 'firebase-admin/firestore';
import { can } from '../../domain/access/policy.ts';
import type { Actor } from '../../domain/actor.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Views } from '../../domain/views.ts';
import { settingsInForce } from '../collections/settings.ts';
import { newestChanges } from '../collections/settings-changes.ts';

/** The settings in force and their history: 2 queries. */
export async function settingsView(firestore: Firestore, actor: Actor): Promise<Views['settings'] | Refusal> {
  const refusal = can(actor, { action: 'seeEverything' });
  if (refusal) return refusal;
  const [settings, history] = await Promise.all([settingsInForce(firestore), newestChanges(firestore)]);
  return { acts: can(actor, { action: 'manageSettings' }) === null, settings, history };
}
