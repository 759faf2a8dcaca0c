import type { Firestore } from 'firebase-admin/firestore';
import { HOUR } from '../../functions/src/domain/calendar.ts';
import { deliverMail } from '../../functions/src/entrypoints/deliver-mail.ts';
import { makeDocument } from '../../functions/src/entrypoints/make-document.ts';
import { messageIdFor } from '../../functions/src/mail/transport.ts';
import { readSigner } from '../../functions/src/sealing/signer.ts';
import type { Bucket } from '../../functions/src/store/bucket.ts';
import { get } from '../../functions/src/store/collection.ts';
import { DOCUMENT_REQUESTS, documentRequests } from '../../functions/src/store/collections/document-requests.ts';
import { MISSIONS, missions } from '../../functions/src/store/collections/missions.ts';
import { OUTBOX, outbox } from '../../functions/src/store/collections/outbox.ts';
import { movedLedgers, projectBalance } from '../../functions/src/store/laureates/balances.ts';
import { pendingDocuments } from '../../functions/src/store/missions/documents.ts';
import { dueMails } from '../../functions/src/store/outbox-queue.ts';
import { inbox, origin } from '../../tests/suite.ts';
import { root } from '../commands.ts';
import { localLinkKeys } from '../emulators/link-keys.ts';
import { demonstrationSeal } from '../sealing/demonstration-seal.ts';
import type { Verdict } from './checking.ts';
import type { PostOffice } from './post-office.ts';

export interface Mended {
  readonly mails: number;
  readonly documents: number;
  readonly balances: number;
  readonly verdict: Verdict;
}

export interface Mending {
  readonly firestore: Firestore;
  readonly bucket: Bucket;
  readonly laureateIds: readonly string[];
  /** Where what the sweeps send arrives, each time that they pass; the triggers send to the inbox of the suite. */
  readonly office: PostOffice;
}

/** A failed sweep is no end: the next one comes. */
const ROUNDS = 4;
const LOOK_MS = 3_000;

/**
 * What the sweeps of the next hour do for these laureates, in this process, since nobody waits an hour for a lease to run out. The triggers
 * that live have ended before; one that had not would do a thing that is done twice without harm.
 */
export async function mend({ firestore, bucket, laureateIds, office }: Mending): Promise<Mended> {
  await quiet(firestore);
  const ids = await missionsOf(firestore, laureateIds);
  const signer = async () => readSigner({ ...(await demonstrationSeal(`${root}/.emulators`, Date.now())) });
  let [mails, documents] = [0, 0];
  for (let round = 1; round <= ROUNDS; round += 1) {
    const now = Date.now() + round * HOUR;
    for (const fileId of await pendingDocuments(firestore, now)) {
      const request = await get(firestore, documentRequests, fileId);
      if (request === null || !('missionId' in request) || !ids.has(request.missionId)) continue;
      await makeDocument(firestore, bucket, fileId, { origin, signer, now });
      documents += 1;
    }
    const post = { origin, smtp: office.smtp, linkKeys: localLinkKeys, clock: () => now };
    for (const mail of await dueMails(firestore, now, 500)) {
      if (!ids.has(mail.get('mission.id'))) continue;
      await deliverMail(firestore, mail, post);
      mails += 1;
    }
  }
  const moved = (await movedLedgers(firestore, Date.now() - HOUR)).filter((id) => laureateIds.includes(id));
  for (const laureateId of moved) await projectBalance(firestore, laureateId);
  return { mails, documents, balances: moved.length, verdict: await noMailIsLost(firestore, office, ids) };
}

async function missionsOf(firestore: Firestore, laureateIds: readonly string[]): Promise<ReadonlySet<string>> {
  const found = missions.list((await firestore.collection(MISSIONS).get()).docs);
  return new Set(
    found.flatMap((mission) => (mission.laureateIds.some((id) => laureateIds.includes(id)) ? mission.id : [])),
  );
}

/** A mail that a process was killed over may come twice, under one Message-ID; none may not come. */
async function noMailIsLost(firestore: Firestore, office: PostOffice, ids: ReadonlySet<string>): Promise<Verdict> {
  const queued = outbox
    .list((await firestore.collection(OUTBOX).get()).docs)
    .filter(({ mission }) => mission !== null && ids.has(mission.id));
  const arrived = new Set(office.received.map(({ messageId }) => messageId));
  for (const email of new Set(queued.map(({ to }) => to.email)))
    for (const { headers } of await inbox.messages(email)) arrived.add(String(headers['message-id']));
  const counterExamples = queued.flatMap(({ id, state, into, problem }) => {
    const carried = state === 'sent' ? id : state === 'gathered' ? (into ?? id) : null;
    if (carried !== null)
      return arrived.has(messageIdFor(carried, office.smtp)) ? [] : [`${id}: ${state}, and nobody had it`];
    // What is held waits for the mail of its morning.
    return state === 'held' || (state === 'superseded' && problem !== null) ? [] : [`${id}: ${state}, ${problem}`];
  });
  return { name: `no mail is lost, of ${queued.length}`, counterExamples };
}

/** Until the triggers that live have done what they were asked: nothing has moved between two looks. */
async function quiet(firestore: Firestore): Promise<void> {
  for (let before = '', now = await moving(firestore); now !== before; now = await moving(firestore)) {
    before = now;
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}

async function moving(firestore: Firestore): Promise<string> {
  const [mails, documents] = await Promise.all([
    firestore.collection(OUTBOX).where('state', 'in', ['pending', 'leased', 'retry']).count().get(),
    firestore.collection(DOCUMENT_REQUESTS).where('state', '==', 'pending').count().get(),
  ]);
  return `${mails.data().count} ${documents.data().count}`;
}
