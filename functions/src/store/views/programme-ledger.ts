import type { Firestore, QueryDocumentSnapshot } from 'firebase-admin/firestore';
import { can } from '../../domain/access/policy.ts';
import type { Actor } from '../../domain/actor.ts';
import type { ProgrammeLedgerLine, ProgrammeLedgerView } from '../../domain/lists/ledger.ts';
import { LARGEST_PAGE } from '../../domain/lists/page.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { ledgerEntryLabels, missionOfEntry } from '../../domain/subsidy/ledger.ts';
import { detailOf } from '../../domain/subsidy/statement.ts';
import { LEDGER, ledger, readableLines } from '../collections/ledger.ts';
import { readList } from '../lists/list.ts';
import { laureateList, missionList } from '../lists/lists.ts';

/**
 * The lines of every ledger, oldest first, 500 a page (a read each, and the two lists that give the names). A line that can't be read is in no
 * export: its ledger is then a task of the team.
 */
export async function programmeLedgerView(
  firestore: Firestore,
  actor: Actor,
  { after }: { readonly after: string | null },
): Promise<ProgrammeLedgerView | Refusal> {
  const refusal = can(actor, { action: 'seeEverything' });
  if (refusal) return refusal;
  const [laureates, missions, found] = await Promise.all([
    readList(firestore, laureateList),
    readList(firestore, missionList),
    linesAfter(firestore, after),
  ]);
  const names = new Map(laureates.map(({ id, name }) => [id, name]));
  const experts = new Map(missions.map(({ id, expertName }) => [id, expertName]));
  const last = found.length === LARGEST_PAGE ? found.at(-1) : undefined;
  return {
    lines: found.flatMap((document) => lineOf(document, names, experts)),
    next: last === undefined ? null : `${ownerOf(last)}:${last.id}`,
  };
}

async function linesAfter(firestore: Firestore, after: string | null): Promise<QueryDocumentSnapshot[]> {
  const query = firestore.collectionGroup(LEDGER).orderBy('entry.at').limit(LARGEST_PAGE);
  if (after === null) return (await query.get()).docs;
  const end = after.indexOf(':');
  const start = await firestore.doc(ledger.path(after.slice(0, end), after.slice(end + 1))).get();
  return start.exists ? (await query.startAfter(start).get()).docs : [];
}

function lineOf(
  document: QueryDocumentSnapshot,
  names: ReadonlyMap<string, string>,
  experts: ReadonlyMap<string, string>,
): ProgrammeLedgerLine[] {
  const laureateId = ownerOf(document);
  return readableLines([document]).lines.map(({ entry }) => {
    const missionId = missionOfEntry(entry);
    return {
      ...{ id: document.id, at: entry.at, laureateName: names.get(laureateId) ?? laureateId },
      ...{ what: ledgerEntryLabels[entry.type], detail: detailOf(entry), missionId },
      expertName: missionId === null ? null : (experts.get(missionId) ?? null),
      cents: entry.cents,
      paidCents: 'paidCents' in entry ? (entry.paidCents ?? 0) : 0,
      reason: entry.reason,
      byName: entry.byName ?? '',
    };
  });
}

function ownerOf({ ref }: QueryDocumentSnapshot): string {
  return ref.parent.parent?.id ?? '';
}
