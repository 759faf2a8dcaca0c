import type { Firestore, QueryDocumentSnapshot, Transaction } from 'firebase-admin/firestore';
import type { Instant } from '../../domain/calendar.ts';
import type { LaureateLine, MissionHappening, SummaryFacts } from '../../domain/summaries/facts.ts';
import { boundsOf, nextPeriod, type SummaryPeriod } from '../../domain/summaries/periods.ts';
import type { Readable } from '../collection.ts';
import { DIRECTORY, directory, EVENTS } from '../collections/experts.ts';
import { GRANTS, grants } from '../collections/grants.ts';
import { JOURNAL, journal } from '../collections/journal.ts';
import { LAUREATES, laureates } from '../collections/laureates.ts';
import { LEDGER, readableLines } from '../collections/ledger.ts';
import { MISSIONS, missionEvents, missions } from '../collections/missions.ts';
import { settingsInForce } from '../collections/settings.ts';
import { readableOpenTasks } from '../staff/tasks.ts';

/**
 * All that a summary says, in one snapshot, so that a mission and its lines are of the same moment: nine queries, one a collection. Costs a read a
 * document: every laureate (100) and mission (400), every line of every ledger (some five a mission, 2 500), the events of the period (50 to 300),
 * the accesses that end (20) or were cut (1), cards (60) and open tasks (50); 3 200 in a programme of that size, less than a cent.
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
    readableOpenTasks(firestore),
    firestore.runTransaction((transaction) => readInOne(transaction, firestore, period), { readOnly: true }),
  ]);
  const unreadableDocuments = read.unreadableDocuments + tasks.unreadable.length;
  return { period, at, settings, ...read, tasks: tasks.values, unreadableDocuments };
}

async function readInOne(transaction: Transaction, firestore: Firestore, period: SummaryPeriod) {
  const { startsAt, endsAt } = boundsOf(period);
  const [everyone, asked, lines, events, ending, cut, cards] = await Promise.all([
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
    transaction.get(
      firestore
        .collection(JOURNAL)
        .where('done', 'in', ['cut', 'switchOff'])
        .where('at', '>=', startsAt)
        .where('at', '<', endsAt),
    ),
    transaction.get(firestore.collection(DIRECTORY).where('published', '==', true)),
  ]);
  const read = {
    laureates: laureates.readable(everyone.docs),
    missions: missions.readable(asked.docs),
    grants: grants.readable(ending.docs),
    cuts: journal.readable(cut.docs),
    cards: directory.readable(cards.docs),
  };
  const happenings = happeningsOf(events.docs);
  return {
    ...linesOf(lines.docs),
    laureates: read.laureates.values,
    missions: read.missions.values,
    events: happenings.values,
    grants: read.grants.values,
    cuts: read.cuts.values,
    cards: read.cards.values,
    unreadableDocuments: [...Object.values(read), happenings].flatMap(({ unreadable }) => unreadable).length,
  };
}

/** A line that can't be read is in no total, and the summary says how many there are. */
export function linesOf(documents: readonly QueryDocumentSnapshot[]): Pick<SummaryFacts, 'lines' | 'unreadableLines'> {
  const read = documents.map((document) => ({ laureateId: parentOf(document), ...readableLines([document]) }));
  return {
    lines: read.flatMap(({ laureateId, lines }) => lines.map(({ entry }): LaureateLine => ({ laureateId, entry }))),
    unreadableLines: read.filter(({ unreadable }) => unreadable.length > 0).length,
  };
}

/** Those of missions: experts have events of their own under the same name. */
function happeningsOf(documents: readonly QueryDocumentSnapshot[]): Readable<MissionHappening> {
  const ofMissions = documents.filter(({ ref }) => ref.path.startsWith(`${MISSIONS}/`));
  const read = ofMissions.map((document) => {
    const { values, unreadable } = missionEvents.readable([document]);
    return { unreadable, values: values.map((event) => ({ missionId: parentOf(document), event })) };
  });
  return { values: read.flatMap(({ values }) => values), unreadable: read.flatMap(({ unreadable }) => unreadable) };
}

/** The id of the document that this one is under. */
export function parentOf({ ref }: QueryDocumentSnapshot): string {
  const owner = ref.parent.parent;
  if (owner === null) throw new Error(`${ref.path} is of nobody`);
  return owner.id;
}
