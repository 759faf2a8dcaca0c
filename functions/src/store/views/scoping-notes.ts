import type { Firestore } from 'firebase-admin/firestore';
import { can } from '../../domain/access/policy.ts';
import type { Actor } from '../../domain/actor.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { Recommendation } from '../../domain/scoping-notes/note.ts';
import type { ScopingNotes } from '../../domain/scoping-notes/views.ts';
import { get } from '../collection.ts';
import { answeredFormsOf, formInForce } from '../collections/forms.ts';
import { laureates } from '../collections/laureates.ts';
import { ledger, ledgerOf } from '../collections/ledger.ts';
import { recommendations, recommendationsOf, scopingNotes, scopingNotesOf } from '../collections/scoping-notes.ts';
import { settingsInForce } from '../collections/settings.ts';
import { madeDocuments } from './made-documents.ts';

const MOST_PRINTED = 10;
const unknownLaureate = refuse('laureate-unknown', 'Cette structure n’existe pas.');

/** Every version of a laureate's note, for its people and for staff, with its questions: five queries, two reads, and one for each form of staff's that was answered. */
export async function scopingNotesView(
  firestore: Firestore,
  actor: Actor,
  laureateId: string,
): Promise<ScopingNotes | Refusal> {
  const refusal = can(actor, { action: 'seeLaureate', laureateId });
  if (refusal) return refusal;
  const [laureate, versions, recommended, settings, printed] = await Promise.all([
    get(firestore, laureates, laureateId),
    firestore.collection(scopingNotesOf(laureateId)).orderBy('version', 'desc').get(),
    recommendationsTo(firestore, laureateId),
    settingsInForce(firestore),
    madeDocuments(firestore, actor, { laureateId, piece: 'printedNote', most: MOST_PRINTED }),
  ]);
  if (laureate === null) return unknownLaureate;
  const notes = scopingNotes.list(versions.docs);
  const [form, answeredIn] = await Promise.all([
    formInForce(firestore, 'scopingNote'),
    answeredFormsOf(
      firestore,
      'scopingNote',
      notes.flatMap(({ content }) => (content.kind === 'form' ? content.formVersion : [])),
    ),
  ]);
  return {
    laureateId,
    laureateName: laureate.name,
    versions: notes,
    form,
    answeredIn,
    recommendations: recommended,
    mustBeAccepted: settings.noteMustBeAccepted,
    printed,
    acts: actor.kind === 'staff',
  };
}

/**
 * What was recommended to a laureate, newest first: what staff recorded, and what the committee wrote in its award decisions, which stay in the
 * ledger and are not copied. Two queries.
 */
export async function recommendationsTo(firestore: Firestore, laureateId: string): Promise<Recommendation[]> {
  const [recorded, awards] = await Promise.all([
    firestore.collection(recommendationsOf(laureateId)).get(),
    firestore.collection(ledgerOf(laureateId)).where('entry.type', '==', 'award').get(),
  ]);
  const ofCommittee = ledger.list(awards.docs).flatMap(({ entry }): Recommendation[] => {
    if (entry.type !== 'award' || entry.decision.recommendations.trim() === '') return [];
    const { date: day, recommendations: text } = entry.decision;
    return [
      {
        id: entry.id,
        laureateId,
        source: 'committee',
        day,
        subthemes: [],
        text,
        fileId: null,
        at: entry.at,
        byName: '',
      },
    ];
  });
  return [...recommendations.list(recorded.docs), ...ofCommittee].toSorted(
    (one, other) => other.day.localeCompare(one.day) || other.at - one.at,
  );
}
