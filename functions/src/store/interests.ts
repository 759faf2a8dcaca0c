import type { Firestore } from 'firebase-admin/firestore';
import { get } from './collection.ts';
import { laureates, members } from './collections/laureates.ts';

/**
 * Names of the labelled manufactures in which these people seem to have an interest: same e-mail or name as a member, or same SIREN (the first
 * nine digits of a SIRET). « ne détenir aucun intérêt dans aucune manufacture de proximité labellisée ». Costs three small queries.
 */
export async function interestsOf(
  firestore: Firestore,
  who: { emails: readonly string[]; siret: string; names: readonly string[] },
): Promise<string[]> {
  const people = firestore.collectionGroup('members');
  const [byEmail, byName, bySiren] = await Promise.all([
    people.where('email', 'in', [...new Set(who.emails)]).get(),
    people.where('name', 'in', [...new Set(who.names)]).get(),
    firestore.collection('laureates').where('sirens', 'array-contains', who.siret.slice(0, 9)).get(),
  ]);
  const memberDocuments = [...byEmail.docs, ...byName.docs].filter(({ ref }) => ref.path.startsWith('laureates/'));
  const ids = new Set(members.list(memberDocuments).map(({ laureateId }) => laureateId));
  const named = await Promise.all([...ids].map((laureateId) => get(firestore, laureates, laureateId)));
  const found = [...named, ...laureates.list(bySiren.docs)].flatMap((laureate) => laureate?.name ?? []);
  return [...new Set(found)];
}
