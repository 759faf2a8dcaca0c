import { type Day, dayOf, type Instant } from '../../domain/calendar.ts';
import { interestsThatStop } from '../../domain/experts/registration.ts';
import { entityOn } from '../../domain/laureates/laureate.ts';
import type { Facts, LaureateFacts } from '../../domain/missions/facts.ts';
import { baseOn } from '../../domain/subsidy/funded.ts';
import { experts } from '../collections/experts.ts';
import { laureates } from '../collections/laureates.ts';
import { type LedgerHead, ledgerHeads, ledgerOf } from '../collections/ledger.ts';
import { readLedger } from '../laureates/ledger-reading.ts';
import type { Snapshot } from '../snapshot.ts';

interface Parties {
  readonly ids: readonly string[];
  readonly now: Instant;
  /** Whether the ledger of this one is read, line by line. */
  readonly reads: (laureateId: string) => boolean;
}

/** Each laureate with its ledger and its head where it is read: one read each, and one a line. */
export async function readLaureates(snapshot: Snapshot, { ids, now, reads }: Parties) {
  const heads = new Map<string, LedgerHead | null>();
  const found = await Promise.all(
    ids.map(async (laureateId) => {
      const [record, ledger] = await Promise.all([
        readRecord(snapshot, laureateId, dayOf(now)),
        reads(laureateId) ? readAccount(snapshot, laureateId) : null,
      ]);
      if (ledger !== null) heads.set(laureateId, ledger.head);
      const { entries = [], fault = null } = ledger ?? {};
      return record === null ? [] : [{ ...record, entries, ledgerHolds: fault === null }];
    }),
  );
  const facts: Facts['laureates'] = Object.fromEntries(found.flat().map((laureate) => [laureate.id, laureate]));
  return { laureates: facts, heads };
}

async function readRecord(
  snapshot: Snapshot,
  laureateId: string,
  today: Day,
): Promise<Omit<LaureateFacts, 'entries' | 'ledgerHolds'> | null> {
  const [found] = await snapshot.documents([laureates.path(laureateId)]);
  const laureate = found ? laureates.read(found) : null;
  if (laureate === null) return null;
  const { id, name, status, note, legalEntities, openToSharing } = laureate;
  const siret = entityOn({ legalEntities }, today)?.siret;
  const fundedBase = baseOn(legalEntities, today);
  return { id, name, status, note, openToSharing: openToSharing !== null, fundedBase, siret };
}

async function readAccount(snapshot: Snapshot, laureateId: string) {
  const [{ docs }, [head]] = await Promise.all([
    snapshot.query(snapshot.firestore.collection(ledgerOf(laureateId))),
    snapshot.documents([ledgerHeads.path(laureateId)]),
  ]);
  if (!head) throw new Error(`the head of ${laureateId} was not read`);
  return readLedger(docs, head);
}

/** Somebody that nobody may commission where there is no such expert: the guards say so in words. */
export async function readExpert(snapshot: Snapshot, expertId: string | null): Promise<Facts['expert']> {
  const [found] = expertId === null ? [] : await snapshot.documents([experts.path(expertId)]);
  const expert = found ? experts.read(found) : null;
  if (expert === null) {
    const nobody = { state: 'submitted', published: false, mayBeCommissioned: false, interests: [] } as const;
    return { id: expertId ?? 'unknown', name: 'Cet expert', ...nobody };
  }
  const { id, company: name, state, published, mayBeCommissioned } = expert;
  return { id, name, state, published, mayBeCommissioned, interests: interestsThatStop(expert) };
}
