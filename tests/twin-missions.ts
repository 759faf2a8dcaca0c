import type { DocumentData, DocumentReference } from 'firebase-admin/firestore';
import { newId } from '../functions/src/entrypoints/ids.ts';
import { FILES } from '../functions/src/store/collections/files.ts';
import { firestore } from './suite.ts';

/**
 * Missions in everything like this one but their ids and their files', as if each had been played, without the eight mails and the two documents that
 * each would make: where fifty are asked at once, those are four hundred mails that the tests of the next files would wait behind.
 */
export async function twinsOf(missionId: string, laureateId: string, count: number): Promise<string[]> {
  const mission = firestore.doc(`missions/${missionId}`);
  const ofIt = await Promise.all((await mission.listCollections()).map((collection) => collection.get()));
  const files = await firestore.collection(FILES).where('missionId', '==', missionId).get();
  const found = [await mission.get(), await firestore.doc(`laureates/${laureateId}/shares/${missionId}`).get()];
  const all = [...found, ...ofIt.flatMap(({ docs }) => docs), ...files.docs];
  const twins = Array.from({ length: count }, newId);
  const writer = firestore.bulkWriter();
  for (const twin of twins) {
    const ids = new Map([[missionId, twin], ...files.docs.map(({ id }): [string, string] => [id, newId()])]);
    const renamed = (text: string) => [...ids].reduce((read, [id, other]) => read.replaceAll(id, other), text);
    for (const one of all) void writer.create(placeOf(one.ref, renamed), contentsOf(one.data(), renamed));
  }
  await writer.close();
  return twins;
}

const placeOf = (ref: DocumentReference, renamed: (text: string) => string) => firestore.doc(renamed(ref.path));

/** A document of ours holds numbers, texts, lists and maps: nothing that this way of copying would change. */
function contentsOf(kept: DocumentData | undefined, renamed: (text: string) => string): DocumentData {
  return JSON.parse(renamed(JSON.stringify(kept ?? {})));
}
