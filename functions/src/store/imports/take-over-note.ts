import type { Firestore, WriteBatch } from 'firebase-admin/firestore';
import { dayOf } from '../../domain/calendar.ts';
import { builtInForms } from '../../domain/forms/built-in.ts';
import { type ImportedNoteVersion, recommendationOf } from '../../domain/imports/note-plan.ts';
import type { ImportSource } from '../../domain/imports/recorded.ts';
import type { ImportProblem } from '../../domain/laureates/import.ts';
import type { ProgrammeSettings } from '../../domain/programme/settings.ts';
import { changedNow } from '../changed-at.ts';
import { laureates } from '../collections/laureates.ts';
import { recommendations, scopingNotes } from '../collections/scoping-notes.ts';
import { optimistically } from '../optimistic.ts';
import { noteTask } from '../staff/task-makers.ts';
import { openTask } from '../staff/tasks.ts';

interface Taking {
  readonly source: ImportSource;
  readonly settings: ProgrammeSettings;
}

/** Records one version with its own date, and the laureate's copy of it. Nobody is mailed: it was handed in, and answered, before. */
export async function takeOverNote(
  firestore: Firestore,
  change: ImportedNoteVersion,
  taking: Taking,
): Promise<ImportProblem | null> {
  const done = await optimistically(firestore, async (batch) => {
    const snapshot = await firestore.doc(laureates.path(change.laureateId)).get();
    const laureate = laureates.read(snapshot);
    const follows = laureate !== null && (laureate.note?.version ?? 0) + 1 === change.version;
    if (!follows || !snapshot.updateTime) return { answer: false, batch: null };
    const { version, at, accepted } = change;
    writeVersion(firestore, batch, change, taking.source);
    writeRecommendation(firestore, batch, change, taking.source);
    const note = { version, subthemes: [...change.subthemes], accepted, at, answer: accepted ? 'accept' : null };
    batch.update(snapshot.ref, { note, ...changedNow() }, { lastUpdateTime: snapshot.updateTime });
    if (!accepted && taking.settings.noteMustBeAccepted)
      await openTask(firestore, batch, noteTask(laureate, version, taking.source.now));
    return { answer: true, batch };
  });
  const reason = 'une autre note vient d’être remise : cette ligne n’a pas été écrite. Relancez l’import';
  return done?.answer ? null : { line: change.line, column: 'lauréat', value: change.about, reason };
}

/** What the trainers recommended with a version that is here already. */
export async function addRecommendation(
  firestore: Firestore,
  change: ImportedNoteVersion,
  source: ImportSource,
): Promise<ImportProblem | null> {
  const path = recommendations.path(change.laureateId, recommendationOf(change.version));
  const done = await optimistically(firestore, async (batch) => {
    if ((await firestore.doc(path).get()).exists) return { answer: false, batch: null };
    writeRecommendation(firestore, batch, change, source);
    return { answer: true, batch };
  });
  const reason =
    'une recommandation vient d’être ajoutée à cette note : cette ligne n’a pas été écrite. Relancez l’import';
  return done?.answer ? null : { line: change.line, column: 'lauréat', value: change.about, reason };
}

function writeRecommendation(
  firestore: Firestore,
  batch: WriteBatch,
  { laureateId, version, at, subthemes, recommendation: text }: ImportedNoteVersion,
  { byName, now }: ImportSource,
): void {
  if (text === null) return;
  const id = recommendationOf(version);
  const said = { id, laureateId, source: 'trainers', day: dayOf(at), subthemes: [...subthemes], text } as const;
  const value = recommendations.write({ ...said, fileId: null, at: now, byName });
  batch.create(firestore.doc(recommendations.path(laureateId, id)), value);
}

/** Without its PDF, the note says where it is from instead of answers that nobody gave here. */
function writeVersion(
  firestore: Firestore,
  batch: WriteBatch,
  { laureateId, version, at, subthemes, accepted, fileId, reason }: ImportedNoteVersion,
  { by, byName, now }: ImportSource,
): void {
  const outside = { project: `Note remise avant ce service, sans PDF ici. ${reason}` };
  const content =
    fileId === null
      ? ({ kind: 'form', formVersion: builtInForms.scopingNote.version, answers: outside, needs: {} } as const)
      : ({ kind: 'file', fileId } as const);
  const answer = accepted ? ({ kind: 'accept', at: now, byName, message: reason } as const) : null;
  const note = { laureateId, version, at, by, byName, subthemes: [...subthemes], content, answer };
  batch.create(firestore.doc(scopingNotes.path(laureateId, String(version))), scopingNotes.write(note));
}
