import type { Firestore } from 'firebase-admin/firestore';
import type { SignedInActor } from '../../domain/actor.ts';
import type { ScopingNoteInput } from '../../domain/api.ts';
import { answerErrors, forms } from '../../domain/programme/forms.ts';
import { subthemes } from '../../domain/programme/themes.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { get } from '../collection.ts';
import { files } from '../collections/files.ts';
import { laureates } from '../collections/laureates.ts';
import { scopingNotes } from '../collections/scoping-notes.ts';

const unknownLaureate = refuse('laureate-unknown', 'Cette structure n’existe pas.');
const changedMeanwhile = refuse(
  'changed-meanwhile',
  'Une autre personne vient de remettre la note. La vôtre est gardée ici : rechargez la page pour comparer.',
);

/** Hands in a new version of the note, in one commit with the laureate's copy of it. Earlier versions stay: missions name theirs. */
export async function handInScopingNote(
  firestore: Firestore,
  asked: { actor: SignedInActor; input: ScopingNoteInput; now: number },
): Promise<{ version: number } | Refusal> {
  const { input } = asked;
  const invalid = await noteRefusal(firestore, input);
  if (invalid) return invalid;
  const reference = firestore.doc(laureates.path(input.laureateId));
  const laureate = laureates.read(await reference.get());
  if (laureate === null) return unknownLaureate;
  const version = (laureate.note?.version ?? 0) + 1;
  const content =
    input.content.kind === 'form' ? { ...input.content, formVersion: forms.scopingNote.version } : input.content;
  const note = scopingNotes.write({
    laureateId: laureate.id,
    version,
    at: asked.now,
    by: asked.actor.uid,
    subthemes: [...input.subthemes],
    content: { ...content },
  });
  const batch = firestore.batch();
  batch.create(firestore.doc(scopingNotes.path(laureate.id, String(version))), note);
  // Only the note changes, whatever else moves on the laureate meanwhile (the balance shown): two notes at once meet in `create`.
  batch.update(reference, { note: { version, subthemes: [...input.subthemes], accepted: false, at: asked.now } });
  try {
    await batch.commit();
    return { version };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 6) return changedMeanwhile;
    throw error;
  }
}

async function noteRefusal(firestore: Firestore, input: ScopingNoteInput): Promise<Refusal | null> {
  if (input.subthemes.length === 0) return refuse('subthemes-missing', 'Choisissez au moins une sous-thématique.');
  if (!input.subthemes.every((id) => subthemes.has(id)))
    return refuse('subtheme-unknown', 'Une des sous-thématiques n’existe pas.');
  if (input.content.kind === 'form') {
    const errors = answerErrors(forms.scopingNote, input.content.answers);
    return errors.length === 0 ? null : refuse('answers-incomplete', errors.map(({ message }) => message).join(' '));
  }
  const file = await get(firestore, files, input.content.fileId);
  const ours = file?.laureateId === input.laureateId && file.piece === 'scopingNote' && file.withdrawnAt === null;
  return ours
    ? null
    : refuse('file-unknown', 'Le fichier de la note est introuvable parmi vos dépôts. Déposez-le à nouveau.');
}
