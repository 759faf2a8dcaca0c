import type { Firestore } from 'firebase-admin/firestore';
import { can } from '../../domain/access/policy.ts';
import type { SignedInActor } from '../../domain/actor.ts';
import { laureateActions } from '../../domain/laureates/actions.ts';
import { actionsOnLaureate } from '../../domain/laureates/decide.ts';
import type { LaureateFileView } from '../../domain/laureates/views.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { get } from '../collection.ts';
import { ACCOUNTS, accounts } from '../collections/accounts.ts';
import { laureates } from '../collections/laureates.ts';
import { unknownLaureate } from '../laureates/act.ts';
import { liveShares } from '../laureates/live-shares.ts';
import { isOfTeam, referentOf } from '../laureates/referent.ts';
import { rowOfShare } from './mission-rows.ts';
import { linesOf, rowOf } from './people.ts';

const ofRecord: ReadonlySet<string> = new Set(Object.values(laureateActions).map(({ done }) => done));

/** A laureate's record, what runs, what was done to it and what the reader may do. 2 reads and three queries. */
export async function laureateFileView(
  firestore: Firestore,
  actor: SignedInActor,
  { laureateId }: { laureateId: string },
): Promise<LaureateFileView | Refusal> {
  const refusal = can(actor, { action: 'seeEverything' });
  if (refusal) return refusal;
  const laureate = await get(firestore, laureates, laureateId);
  if (laureate === null) return unknownLaureate;
  const [referent, live, lines, team] = await Promise.all([
    referentOf(firestore, laureate),
    liveShares(firestore, laureateId),
    linesOf(firestore, { kind: 'laureate', laureateId }),
    actor.kind === 'staff' ? teamOf(firestore) : [],
  ]);
  return {
    ...{ laureateId, laureateName: laureate.name, status: laureate.status, standing: laureate.standing ?? null },
    legalEntities: laureate.legalEntities,
    referent,
    team,
    liveMissions: live.map((share) => ({ ...rowOfShare(share), laureateNames: [laureate.name] })),
    actions: actionsOnLaureate({ actor, laureate }),
    journal: lines.filter(({ done }) => ofRecord.has(done)).map(rowOf),
  };
}

async function teamOf(firestore: Firestore): Promise<LaureateFileView['team']> {
  const found = await firestore.collection(ACCOUNTS).where('kind', '==', 'staff').get();
  return accounts
    .list(found.docs)
    .filter(isOfTeam)
    .map(({ uid, name }) => ({ uid, name }));
}
