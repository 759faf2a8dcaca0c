import type { Firestore, QueryDocumentSnapshot, Transaction } from 'firebase-admin/firestore';
import type { Instant } from '../../domain/calendar.ts';
import type { LaureateLine, MissionHappening, SummaryFacts } from '../../domain/summaries/facts.ts';
import { boundsOf, nextPeriod, type SummaryPeriod } from '../../domain/summaries/periods.ts';
import { DIRECTORY, directory, EVENTS } from '../collections/experts.ts';
import { GRANTS, grants } from '../collections/grants.ts';
import { LAUREATES, laureates } from '../collections/laureates.ts';
import { LEDGER, readableLines } from '../collections/ledger.ts';
import { MISSIONS, missionEvents, missions } from '../collections/missions.ts';
import { settingsInForce } from '../collections/settings.ts';
import { openTasks } from '../staff/tasks.ts';

/**
 * All that a summary says, in one snapshot, so that a mission and its lines are of the same moment: eight queries, one a collection. Costs a read a
 * document: every laureate (100) and mission (400), every line of every ledger (some five a mission, 2 500), the events of the period (50 to 300),
 * the accesses that end (20), cards (60) and open tasks (50); 3 200 in a programme of that size, less than a cent.
 *
 * Rejected: the lines of the period alone, added to the heads of the ledgers. A head has no theme, nor what was so at the end of a period that was
 * over before it moved again; and a sum kept from one summary to the next is a second place for what the ledgers say.
 */
export async function readSummaryFacts(
  firestore: Firestore,
  period: SummaryPeriod,
  at: Instant,
): Promise<SummaryFacts> {
  const [settings, tasks, read] = await Promise.all([
    settingsInForce(firestore),
    openTasks(firestore),
    firestore.runTransaction((transaction) => readInOne(transaction, firestore, period), { readOnly: true }),
  ]);
  return { period, at, settings, tasks, ...read };
}

async function readInOne(transaction: Transaction, firestore: Firestore, period: SummaryPeriod) {
  const { startsAt, endsAt } = boundsOf(period);
  const [everyone, asked, lines, events, ending, cards] = await Promise.all([
    transaction.get(firestore.collection(LAUREATES)),
    transaction.get(firestore.collection(MISSIONS)),
    transaction.get(firestore.collectionGroup(LEDGER)),
    transaction.get(firestore.collectionGroup(EVENTS).where('at', '>=', startsAt).where('at', '<', endsAt)),
    transaction.get(
      firestore
        .collectionGroup(GRANTS)
        .where('untilMs', '>=', startsAt)
        .where('untilMs', '<', boundsOf(nextPeriod(period)).endsAt),
    ),
    transaction.get(firestore.collection(DIRECTORY).where('published', '==', true)),
  ]);
  return {
    ...linesOf(lines.docs),
    laureates: laureates.list(everyone.docs),
    missions: missions.list(asked.docs),
    events: happeningsOf(events.docs),
    grants: grants.list(ending.docs),
    cards: directory.list(cards.docs),
  };
}

/** A line that can't be read is in no total, and the summary says how many there are. */
function linesOf(documents: readonly QueryDocumentSnapshot[]): Pick<SummaryFacts, 'lines' | 'unreadableLines'> {
  const read = documents.map((document) => ({ laureateId: parentOf(document), ...readableLines([document]) }));
  return {
    lines: read.flatMap(({ laureateId, lines }) => lines.map(({ entry }): LaureateLine => ({ laureateId, entry }))),
    unreadableLines: read.filter(({ unreadable }) => unreadable.length > 0).length,
  };
}

/** Those of missions: experts have events of their own under the same name. */
function happeningsOf(documents: readonly QueryDocumentSnapshot[]): MissionHappening[] {
  const ofMissions = documents.filter(({ ref }) => ref.path.startsWith(`${MISSIONS}/`));
  const events = missionEvents.list(ofMissions);
  return ofMissions.flatMap((document, index) => {
    const event = events[index];
    return event === undefined ? [] : [{ missionId: parentOf(document), event }];
  });
}

function parentOf({ ref }: QueryDocumentSnapshot): string {
  const owner = ref.parent.parent;
  if (owner === null) throw new Error(`${ref.path} is of nobody`);
  return owner.id;
}
