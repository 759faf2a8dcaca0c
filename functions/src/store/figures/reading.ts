import type { Firestore, QueryDocumentSnapshot, Transaction } from 'firebase-admin/firestore';
import type { Instant } from '../../domain/calendar.ts';
import type { FiguresFacts, MissionMove } from '../../domain/figures/facts.ts';
import type { Readable } from '../collection.ts';
import { DIRECTORY, directory, EVENTS } from '../collections/experts.ts';
import { answeredFormsOf, formInForce } from '../collections/forms.ts';
import { LAUREATES, laureates } from '../collections/laureates.ts';
import { LEDGER } from '../collections/ledger.ts';
import { MISSIONS, missionMoves, missions, moveFields } from '../collections/missions.ts';
import { settingsInForce } from '../collections/settings.ts';
import { FEEDBACK, feedback } from '../collections/submissions.ts';
import { linesOf, parentOf } from '../summaries/reading.ts';

/**
 * All that figures say, in one snapshot: six queries, one a collection, and two of settings and form. Costs a read a document: those of a summary
 * (`store/summaries/reading.ts`), every line of every journal (some ten a mission, 4 000, five fields each) and every feedback (200); 7 500 in a
 * programme of a hundred laureates, about a cent, once a night and when somebody asks.
 */
export async function readFiguresFacts(firestore: Firestore, at: Instant): Promise<FiguresFacts> {
  const [settings, feedbackForm, read] = await Promise.all([
    settingsInForce(firestore),
    formInForce(firestore, 'feedback'),
    firestore.runTransaction((transaction) => readInOne(transaction, firestore), { readOnly: true }),
  ]);
  const answered = read.feedback.map(({ formVersion }) => formVersion);
  const feedbackForms = await answeredFormsOf(firestore, 'feedback', answered);
  return { at, settings, ...read, feedbackForm, feedbackForms };
}

async function readInOne(transaction: Transaction, firestore: Firestore) {
  const [everyone, asked, lines, journals, cards, given] = await Promise.all([
    transaction.get(firestore.collection(LAUREATES)),
    transaction.get(firestore.collection(MISSIONS)),
    transaction.get(firestore.collectionGroup(LEDGER)),
    transaction.get(firestore.collectionGroup(EVENTS).select(...moveFields)),
    transaction.get(firestore.collection(DIRECTORY).where('published', '==', true)),
    transaction.get(firestore.collection(FEEDBACK)),
  ]);
  const read = {
    laureates: laureates.readable(everyone.docs),
    missions: missions.readable(asked.docs),
    moves: movesOf(journals.docs),
    cards: directory.readable(cards.docs),
    feedback: feedback.readable(given.docs),
  };
  return {
    ...linesOf(lines.docs),
    laureates: read.laureates.values,
    missions: read.missions.values,
    moves: read.moves.values,
    cards: read.cards.values,
    feedback: read.feedback.values,
    unreadableDocuments: Object.values(read).flatMap(({ unreadable }) => unreadable).length,
  };
}

/** Those of missions: experts have events of their own under the same name. */
function movesOf(documents: readonly QueryDocumentSnapshot[]): Readable<MissionMove> {
  const read = documents
    .filter(({ ref }) => ref.path.startsWith(`${MISSIONS}/`))
    .map((document) => ({ missionId: parentOf(document), ...missionMoves.readable([document]) }));
  return {
    values: read.flatMap(({ missionId, values }) => values.map((move) => ({ missionId, ...move }))),
    unreadable: read.flatMap(({ unreadable }) => unreadable),
  };
}
