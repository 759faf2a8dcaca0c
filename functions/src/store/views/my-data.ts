import type { Firestore } from 'firebase-admin/firestore';
import { can } from '../../domain/access/policy.ts';
import type { SignedInActor } from '../../domain/actor.ts';
import { obstaclesOf } from '../../domain/my-data/obstacles.ts';
import type { ErasureRow, MyDataView } from '../../domain/my-data/views.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { get } from '../collection.ts';
import { accounts } from '../collections/accounts.ts';
import { ERASURE_REQUESTS, erasureRequests, type KeptErasure } from '../collections/retention.ts';
import { standsAlone } from '../my-data/stands-alone.ts';
import { unknownAccount } from '../people/actor.ts';

const MOST_REQUESTS = 100;

/** 2 reads. */
export async function myDataView(firestore: Firestore, actor: SignedInActor): Promise<MyDataView | Refusal> {
  const [account, request] = await Promise.all([
    get(firestore, accounts, actor.uid),
    get(firestore, erasureRequests, actor.uid),
  ]);
  if (account === null) return unknownAccount;
  const { uid, name: personName, email, kind } = account;
  if (request === null) return { uid, personName, email, kind, request };
  const { state, askedAt, decidedAt, reason } = request;
  return { uid, personName, email, kind, request: { state, askedAt, decidedAt, reason } };
}

/** The newest first: 1 query, and for those that wait what `standsAlone` reads. */
export async function erasuresView(
  firestore: Firestore,
  actor: SignedInActor,
): Promise<{ readonly rows: readonly ErasureRow[] } | Refusal> {
  const refusal = can(actor, { action: 'handleTasks' });
  if (refusal) return refusal;
  const found = await firestore.collection(ERASURE_REQUESTS).orderBy('askedAt', 'desc').limit(MOST_REQUESTS).get();
  return { rows: await Promise.all(erasureRequests.list(found.docs).map((request) => rowOf(firestore, request))) };
}

async function rowOf(firestore: Firestore, request: KeptErasure): Promise<ErasureRow> {
  const { uid, cause, state, askedAt, decidedAt, decidedBy, reason } = request;
  const account = await get(firestore, accounts, uid);
  const waits = state === 'asked' && account !== null;
  return {
    ...{ uid, cause, state, askedAt, decidedAt, decidedBy, reason },
    personName: account?.name ?? '',
    email: account?.email ?? '',
    obstacles: waits ? obstaclesOf(await standsAlone(firestore, account)) : [],
  };
}
