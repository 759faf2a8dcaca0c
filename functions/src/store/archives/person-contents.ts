import type { Firestore } from 'firebase-admin/firestore';
import { scanRefusal } from '../../domain/access/reading.ts';
import { documentPaths } from '../../domain/archives/documents.ts';
import { json } from '../../domain/archives/texts.ts';
import { exportedFields, type Myself, type Other } from '../../domain/my-data/exported.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { collectionOf } from '../../domain/retention/collections.ts';
import { get } from '../collection.ts';
import { ACCOUNTS, accounts } from '../collections/accounts.ts';
import { EVENTS } from '../collections/experts.ts';
import { FILES, files } from '../collections/files.ts';
import { MISSIONS } from '../collections/missions.ts';
import { unknownAccount } from '../people/actor.ts';
import { plainFields } from '../plain-fields.ts';
import { groupsOf, pageOf } from '../retention/walk.ts';
import type { Contents, Gathering } from './contents.ts';

/** What each part of it is gathered from; the first tells who the person is. */
const SUMMARY = 'summary';
export const exportedGroups: readonly string[] = [SUMMARY, ...groupsOf(({ kind }) => kind !== 'remade'), 'directory'];

/**
 * What the service keeps of one person, a group of collections at a time: walked, as an erasure does, since what concerns somebody may stand in any of
 * them and no index says where. A read a document of the group, and one an account where somebody else must be masked.
 */
export async function personContents(
  firestore: Firestore,
  gathering: Gathering,
  group: string,
): Promise<Contents | Refusal> {
  const { actor, now } = gathering;
  const me = await myself(firestore, actor.uid);
  if (me === null) return unknownAccount;
  const nothing = { folder: '', at: now, texts: [], documents: [], refused: [] };
  if (group === SUMMARY) {
    return { ...nothing, made: [{ path: 'Mes données.pdf', bytes: await gathering.printMyself(me, now) }] };
  }
  const texts = await textsOf(firestore, group, me);
  return { ...nothing, texts, ...(group === FILES ? await deposits(firestore, gathering) : {}) };
}

async function myself(firestore: Firestore, uid: string): Promise<Myself | null> {
  const account = await get(firestore, accounts, uid);
  if (account === null) return null;
  const { name, earlierNames = [], email, phone = null, expertId, laureateIds } = account;
  const [acts, own, served] = await Promise.all([
    firestore.collectionGroup(EVENTS).where('by.uid', '==', uid).select('action', 'laureateId').get(),
    firestore.collection(FILES).where('ownerUid', '==', uid).select().get(),
    expertId === null ? null : firestore.collection(MISSIONS).where('expert.expertId', '==', expertId).select().get(),
  ]);
  const missionsOf = (wanted: (action: unknown) => boolean) =>
    new Set(acts.docs.flatMap((act) => (wanted(act.get('action')) ? [act.ref.parent.parent?.id ?? ''] : [])));
  return {
    ...{ uid, name, earlierNames, email, phone, expertId },
    laureateIds: new Set(laureateIds),
    companyMissionIds: new Set(served?.docs.map(({ id }) => id)),
    feedbackIds: new Set(
      acts.docs.flatMap((act) =>
        act.get('action') === 'giveFeedback'
          ? [`${act.ref.parent.parent?.id ?? ''}_${String(act.get('laureateId'))}`]
          : [],
      ),
    ),
    missionIds: missionsOf(() => true),
    askedIds: missionsOf((action) => action === 'request'),
    fileIds: new Set(own.docs.map(({ id }) => id)),
  };
}

/** One file of records a collection. */
async function textsOf(firestore: Firestore, group: string, me: Myself): Promise<Contents['texts']> {
  const kept = new Map<string, object[]>();
  let others: readonly Other[] | null = null;
  for (let after: string | null = null, more = true; more; more = after !== null) {
    const { page, last }: Awaited<ReturnType<typeof pageOf>> = await pageOf(firestore, group, after);
    for (const { ref, ...snapshot } of page.map((one) => ({ ref: one.ref, fields: plainFields(one) }))) {
      if (exportedFields(ref.path, snapshot.fields, me, []) === null) continue;
      others ??= await everybodyElse(firestore, me.uid);
      const collection = collectionOf(ref.path) ?? group;
      const record = { document: ref.path, contenu: exportedFields(ref.path, snapshot.fields, me, others) };
      kept.set(collection, [...(kept.get(collection) ?? []), record]);
    }
    after = last;
  }
  return [...kept].map(([collection, records]) => ({
    path: `Données/${collection.replace('/', ' - ')}.json`,
    text: json(records),
  }));
}

async function everybodyElse(firestore: Firestore, uid: string): Promise<Other[]> {
  const found = await firestore.collection(ACCOUNTS).get();
  return accounts
    .readable(found.docs)
    .values.filter((account) => account.uid !== uid)
    .map(({ name, email, phone = null }) => ({ name, email, phone }));
}

/** What the person deposited, whatever became of it; what an antivirus stopped is given to nobody. */
async function deposits(
  firestore: Firestore,
  { actor, scannerConfigured }: Gathering,
): Promise<Pick<Contents, 'documents' | 'refused'>> {
  const found = await firestore.collection(FILES).where('ownerUid', '==', actor.uid).get();
  const own = files.readable(found.docs).values;
  const judged = own.map((file) => ({ file, refusal: scanRefusal(file, scannerConfigured) }));
  return {
    documents: documentPaths(judged.flatMap(({ file, refusal }) => (refusal === null ? [file] : []))),
    refused: judged.flatMap(({ file: { name, sha256 }, refusal }) =>
      refusal === null ? [] : [{ path: name, sha256, reason: refusal.message }],
    ),
  };
}
