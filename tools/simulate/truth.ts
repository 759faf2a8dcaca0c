import type { Firestore, QueryDocumentSnapshot } from 'firebase-admin/firestore';
import type { Grant } from '../../functions/src/domain/missions/facts.ts';
import type { JournalEntry, Mission } from '../../functions/src/domain/missions/mission.ts';
import type { LinkedProof } from '../../functions/src/domain/proofs/link.ts';
import type { StaffTask } from '../../functions/src/domain/staff/tasks.ts';
import type { Share } from '../../functions/src/domain/subsidy/share.ts';
import {
  DOCUMENT_REQUESTS,
  type DocumentRequest,
  documentRequests,
} from '../../functions/src/store/collections/document-requests.ts';
import { EVENTS } from '../../functions/src/store/collections/experts.ts';
import { FILES, files, type KeptFile } from '../../functions/src/store/collections/files.ts';
import { GRANTS, grants } from '../../functions/src/store/collections/grants.ts';
import { LAUREATES, laureates } from '../../functions/src/store/collections/laureates.ts';
import {
  type LedgerHead,
  type LedgerLine,
  ledger,
  ledgerHeads,
  ledgerOf,
} from '../../functions/src/store/collections/ledger.ts';
import { MISSIONS, missionEvents, missions } from '../../functions/src/store/collections/missions.ts';
import { linkedProofs, PROOFS } from '../../functions/src/store/collections/proofs.ts';
import { shares, sharesOf } from '../../functions/src/store/collections/shares.ts';
import { TASKS, tasks } from '../../functions/src/store/collections/tasks.ts';
import { inOrder } from '../../functions/src/store/laureates/ledger-chain.ts';
import { inParallel } from '../seed/world.ts';

/** One laureate's accounts as they are stored. */
export interface Account {
  readonly laureate: NonNullable<ReturnType<typeof laureates.read>>;
  readonly lines: readonly LedgerLine[];
  readonly head: LedgerHead | null;
  readonly shares: readonly Share[];
  readonly proofs: readonly LinkedProof[];
}

/** Everything that the invariants look at, read once. */
export interface Truth {
  readonly missions: readonly Mission[];
  /** Of each mission, in their order. */
  readonly events: ReadonlyMap<string, readonly JournalEntry[]>;
  readonly accounts: readonly Account[];
  readonly grants: readonly Grant[];
  readonly requests: readonly DocumentRequest[];
  readonly files: ReadonlyMap<string, KeptFile>;
  readonly tasks: readonly StaffTask[];
}

/** `ofLaureates`: those whose programme this is, in a database that others use too; null for all of it. */
export async function readTruth(firestore: Firestore, ofLaureates: readonly string[] | null = null): Promise<Truth> {
  const read = async (name: string): Promise<QueryDocumentSnapshot[]> => (await firestore.collection(name).get()).docs;
  const ours = (laureateIds: readonly string[]) =>
    ofLaureates === null || laureateIds.some((id) => ofLaureates.includes(id));
  const found = missions.list(await read(MISSIONS)).filter(({ laureateIds }) => ours(laureateIds));
  const ids = new Set(found.map(({ id }) => id));
  const [journal, everyone, opened, requests, kept, waiting] = await Promise.all([
    firestore.collectionGroup(EVENTS).get(),
    read(LAUREATES),
    firestore.collectionGroup(GRANTS).get(),
    read(DOCUMENT_REQUESTS),
    read(FILES),
    read(TASKS),
  ]);
  const laureatesHere = laureates.list(everyone).filter(({ id }) => ours([id]));
  return {
    missions: found,
    events: journals(journal.docs, ids),
    accounts: await inParallel(laureatesHere, 4, (laureate) => accountOf(firestore, laureate)),
    grants: grants.list(opened.docs).filter(({ laureateId }) => ours([laureateId])),
    requests: documentRequests
      .list(requests)
      .filter((request) => ofLaureates === null || ('missionId' in request && ids.has(request.missionId))),
    files: new Map(
      files
        .list(kept)
        .filter(({ missionId, laureateId }) => ids.has(missionId ?? '') || ours([laureateId ?? '']))
        .map((file) => [file.id, file]),
    ),
    tasks: tasks.list(waiting),
  };
}

/** Companies have events of their own, under the same name. */
function journals(documents: readonly QueryDocumentSnapshot[], ids: ReadonlySet<string>): Truth['events'] {
  const ofMissions = documents.filter(
    ({ ref }) => ref.path.startsWith(`${MISSIONS}/`) && ids.has(ref.parent.parent?.id ?? ''),
  );
  const byMission = Map.groupBy(ofMissions, ({ ref }) => ref.parent.parent?.id ?? '');
  return new Map(
    [...byMission].map(([id, events]) => [
      id,
      missionEvents.list(events).sort((one, other) => one.number - other.number),
    ]),
  );
}

async function accountOf(firestore: Firestore, laureate: Account['laureate']): Promise<Account> {
  const [lines, head, parts, proofs] = await Promise.all([
    firestore.collection(ledgerOf(laureate.id)).get(),
    firestore.doc(ledgerHeads.path(laureate.id)).get(),
    firestore.collection(sharesOf(laureate.id)).get(),
    firestore.collection(PROOFS).where('laureateId', '==', laureate.id).get(),
  ]);
  return {
    laureate,
    lines: inOrder(ledger.list(lines.docs)),
    head: ledgerHeads.read(head),
    shares: shares.list(parts.docs),
    proofs: linkedProofs.list(proofs.docs),
  };
}
