import type { Firestore, QueryDocumentSnapshot, WriteBatch } from 'firebase-admin/firestore';
import type { Instant } from '../../domain/calendar.ts';
import { collectionOf, type Erasure } from '../../domain/retention/collections.ts';
import { type Erased, type Fields, withoutPerson } from '../../domain/retention/erasing.ts';
import type { Bucket } from '../bucket.ts';
import { ERASURE_REQUESTS, erasureRequests, type KeptErasure } from '../collections/retention.ts';
import { written } from '../collections/summaries.ts';
import { rebuildIndex } from '../directory/index-document.ts';
import { makeFigures } from '../figures/making.ts';
import { rebuildList } from '../lists/list.ts';
import { expertList, laureateList, missionList } from '../lists/lists.ts';
import { cameFirst, lostRaceOrGone } from '../lost-race.ts';
import { rewrite } from '../optimistic.ts';
import { plainFields, summaryIn } from '../plain-fields.ts';
import { forgetOriginsOf } from '../proofs/origins.ts';
import type { Warn } from '../warn.ts';
import { begin, move } from './beginning.ts';
import { leaveCompany } from './companies.ts';
import { erasedPerson } from './erased-person.ts';
import { clearMail, forgetArchive, forgetFile, forgetUpload } from './forgotten.ts';
import { groupsOf, pageOf } from './walk.ts';

export interface Erasing {
  readonly firestore: Firestore;
  readonly bucket: Bucket;
  readonly clock: () => Instant;
  readonly warn: Warn;
  /** Past it no other page is begun: the next night goes on from there. */
  readonly until: Instant;
  /** Of Firebase Auth; deleting who is gone is nothing. */
  readonly deleteUser: (uid: string) => Promise<void>;
}

const untouched: readonly Erasure['kind'][] = ['kept', 'nobody', 'remade', 'ofProof'];
const groups = groupsOf(({ kind }) => !untouched.includes(kind));
const MOST_REQUESTS = 50;

/** Those that staff approved, or that the time of a company brought, oldest first. */
export async function approvedErasures(firestore: Firestore): Promise<KeptErasure[]> {
  const found = await firestore
    .collection(ERASURE_REQUESTS)
    .where('state', 'in', ['approved', 'underWay'])
    .orderBy('askedAt')
    .limit(MOST_REQUESTS)
    .get();
  return erasureRequests.readable(found.docs).values;
}

/**
 * Carries out one erasure. Every document that is not kept for ten years is read once, since a name may stand in any of them and no index says where. Then go
 * the company's contact, the origins of decisions and the user in Auth, and what is computed from the rest is made again. May stop anywhere: where the walk
 * stands is kept, and each step may be done twice. Answers whether it is over.
 */
export async function carryOut(erasing: Erasing, kept: KeptErasure): Promise<boolean> {
  const { firestore, clock, until, deleteUser, warn } = erasing;
  const request = kept.state === 'approved' ? await begin(firestore, kept, clock()) : kept;
  if (request === null || request.person === null) return false;
  const { uid, person } = request;
  const { earlierEmails = [], earlierNames = [] } = person;
  const erased = await erasedPerson(firestore, { ...person, uid, earlierEmails, earlierNames });
  let { walk } = request;
  for (let group = groups[walk.group]; group !== undefined; group = groups[walk.group]) {
    if (clock() > until) return false;
    const { page, last } = await pageOf(firestore, group, walk.after);
    if (!(await erasePage(erasing, page, erased))) continue;
    walk = last === null ? { group: walk.group + 1, after: null } : { ...walk, after: last };
    await move(firestore, uid, { ...request, walk });
  }
  if (request.expertId !== null)
    await leaveCompany(firestore, { expertId: request.expertId, erased, now: clock(), warn });
  await forgetOriginsOf(firestore, uid);
  await remake(firestore, clock(), warn);
  await deleteUser(uid);
  await move(firestore, uid, { ...request, state: 'done', walk, person: null, doneAt: clock() });
  return true;
}

/** False where somebody wrote to one of its documents meanwhile: the page is then read again. A commit each, since few of a page are the person's. */
async function erasePage(erasing: Erasing, page: readonly QueryDocumentSnapshot[], erased: Erased): Promise<boolean> {
  let all = true;
  for (const snapshot of page) {
    const batch = erasing.firestore.batch();
    if (!(await erase(erasing, batch, { snapshot, erased }))) continue;
    if (!(await cameFirst(batch.commit(), lostRaceOrGone))) all = false;
  }
  return all;
}

/** Puts in `batch` what becomes of one document; false when nothing does. */
async function erase(
  { firestore, bucket, clock }: Erasing,
  batch: WriteBatch,
  { snapshot, erased }: { readonly snapshot: QueryDocumentSnapshot; readonly erased: Erased },
): Promise<boolean> {
  const { ref, updateTime } = snapshot;
  const fields = plainFields(snapshot);
  const outcome = withoutPerson(ref.path, fields, erased);
  switch (outcome.kind) {
    case 'same':
      return false;
    case 'clear':
      clearMail(batch, snapshot, clock());
      return true;
    case 'delete':
      await forget(firestore, bucket, batch, snapshot);
      return true;
    case 'changed':
      if (summaryIn(snapshot) !== null) rewrite(batch, snapshot, written(outcome.fields));
      else batch.update(ref, changedOnly(fields, outcome.fields), { lastUpdateTime: updateTime });
      return true;
    default:
      return outcome satisfies never;
  }
}

/** What else goes with each kind of document. */
function forget(
  firestore: Firestore,
  bucket: Bucket,
  batch: WriteBatch,
  snapshot: QueryDocumentSnapshot,
): Promise<void> {
  switch (collectionOf(snapshot.ref.path)) {
    case 'files':
      return forgetFile(firestore, bucket, batch, snapshot);
    case 'uploads':
      return forgetUpload(bucket, batch, snapshot);
    case 'archives':
      return forgetArchive(firestore, bucket, batch, snapshot);
    default:
      batch.delete(snapshot.ref, { lastUpdateTime: snapshot.updateTime });
      return Promise.resolve();
  }
}

function changedOnly(before: Fields, after: Fields): Fields {
  return Object.fromEntries(Object.entries(after).filter(([key, value]) => value !== before[key]));
}

/** What is made from others, so that no line of them keeps the name until the next night. */
async function remake(firestore: Firestore, now: Instant, warn: Warn): Promise<void> {
  await rebuildList(firestore, missionList);
  await rebuildList(firestore, laureateList);
  await rebuildList(firestore, expertList);
  await rebuildIndex(firestore, warn);
  await makeFigures(firestore, now);
}
