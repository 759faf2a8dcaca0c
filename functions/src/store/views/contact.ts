import type { Firestore } from 'firebase-admin/firestore';
import type { Views } from '../../domain/views.ts';
import { settingsInForce } from '../collections/settings.ts';

/** Who answers for the service, as staff set it. Costs 1 query. */
export async function contactView(firestore: Firestore): Promise<Views['contact']> {
  const { contact } = await settingsInForce(firestore);
  return { contact };
}
