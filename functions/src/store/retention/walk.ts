import type { Firestore, QueryDocumentSnapshot } from 'firebase-admin/firestore';
import { collectionNames, collectionOf, collections, type Erasure } from '../../domain/retention/collections.ts';
import { FILES } from '../collections/files.ts';

const AT_ONCE = 300;

/**
 * The collections to walk, by their last name, as collection groups are read: `missions/events` and `experts/events` are one. Files come last: each night reads
 * which files go with the person, to take their names out of other documents, and would no longer know it of those already deleted.
 */
export function groupsOf(isWanted: (erasure: Erasure) => boolean): string[] {
  const wanted = collectionNames.filter((name) => isWanted(collections[name].erasure));
  const names = [...new Set(wanted.map((name) => name.split('/').at(-1) ?? name))].sort();
  return [...names.filter((name) => name !== FILES), ...names.filter((name) => name === FILES)];
}

/** Documents of a group after one, in the order of their paths: a read each. What no row of the table is about is passed. */
export async function pageOf(
  firestore: Firestore,
  group: string,
  after: string | null,
): Promise<{ readonly page: readonly QueryDocumentSnapshot[]; readonly last: string | null }> {
  const first = firestore.collectionGroup(group).limit(AT_ONCE);
  // It may be deleted by now: its snapshot still says where to go on.
  const found = await (after === null ? first : first.startAfter(await firestore.doc(after).get())).get();
  return {
    page: found.docs.filter(({ ref }) => collectionOf(ref.path) !== null),
    last: found.size < AT_ONCE ? null : (found.docs.at(-1)?.ref.path ?? null),
  };
}
