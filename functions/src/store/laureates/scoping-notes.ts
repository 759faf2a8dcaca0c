import type { DocumentSnapshot, Firestore, WriteBatch } from 'firebase-admin/firestore';
import * as z from 'zod';
import type { SignedInActor } from '../../domain/actor.ts';
import type { ScopingNoteInput } from '../../domain/api.ts';
import type { Form } from '../../domain/forms/form.ts';
import { formAnswered } from '../../domain/forms/taken.ts';
import { type Laureate, notActive } from '../../domain/laureates/laureate.ts';
import { retiredAmong, retiredRefusal, type Theme } from '../../domain/programme/theme-list.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { noteFaults } from '../../domain/scoping-notes/note.ts';
import { changedNow } from '../changed-at.ts';
import { get } from '../collection.ts';
import { files } from '../collections/files.ts';
import { takenForms } from '../collections/forms.ts';
import { laureates } from '../collections/laureates.ts';
import { scopingNotes } from '../collections/scoping-notes.ts';
import { settingsInForce } from '../collections/settings.ts';
import { once } from '../operations.ts';
import { noteTask } from '../staff/task-makers.ts';
import { openTask } from '../staff/tasks.ts';
import { tellTeamOfNote } from './note-mails.ts';

const unknownLaureate = refuse('laureate-unknown', 'Cette structure n’existe pas.');
const changedMeanwhile = refuse(
  'changed-meanwhile',
  'Une autre personne vient de remettre la note. La vôtre est gardée ici : rechargez la page pour comparer.',
);

interface HandIn {
  readonly actor: SignedInActor;
  readonly input: ScopingNoteInput;
  readonly now: number;
}

/**
 * Hands in a new version of the note, in one commit with the laureate's copy of it and the mail that tells the team. Earlier versions stay:
 * missions name theirs. `basedOn` is the version its author started from: over another one since, it is refused and nothing is lost.
 */
export function handInScopingNote(firestore: Firestore, asked: HandIn): Promise<{ version: number } | Refusal> {
  const { actor, now } = asked;
  const { operationId, ...input } = asked.input;
  const operation = { actorUid: actor.uid, operationId, asked: input, now, answer: z.object({ version: z.int() }) };
  return once(firestore, operation, async (batch) => {
    const form = formAnswered(await takenForms(firestore, 'scopingNote'), versionRead(input));
    if (isRefusal(form)) return { answer: form, batch: null };
    const { themes } = await settingsInForce(firestore);
    const invalid = await noteRefusal(firestore, asked.input, { form, themes });
    if (invalid) return { answer: invalid, batch: null };
    const snapshot = await firestore.doc(laureates.path(input.laureateId)).get();
    const laureate = laureates.read(snapshot);
    if (laureate === null) return { answer: unknownLaureate, batch: null };
    const closed = notActive(laureate);
    if (closed) return { answer: closed, batch: null };
    const fresh = input.subthemes.filter((id) => !laureate.note?.subthemes.includes(id));
    const retired = retiredRefusal(retiredAmong(themes, fresh));
    if (retired) return { answer: retired, batch: null };
    const before = laureate.note?.version ?? 0;
    if (input.basedOn !== undefined && input.basedOn !== before) return { answer: changedMeanwhile, batch: null };
    await write(firestore, batch, { snapshot, laureate }, { ...asked, form, version: before + 1 });
    return { answer: { version: before + 1 }, batch };
  });
}

async function write(
  firestore: Firestore,
  batch: WriteBatch,
  { snapshot, laureate }: { readonly snapshot: DocumentSnapshot; readonly laureate: Laureate },
  { actor, input, now, form, version }: HandIn & { readonly form: Form; readonly version: number },
): Promise<void> {
  const subthemes = [...input.subthemes];
  const content = input.content.kind === 'form' ? { ...input.content, formVersion: form.version } : input.content;
  const kept = { laureateId: laureate.id, version, at: now, by: actor.uid, byName: actor.name, subthemes };
  const note = scopingNotes.write({ ...kept, content: plain(content), answer: null });
  batch.create(firestore.doc(scopingNotes.path(laureate.id, String(version))), note);
  // Only the note changes, whatever else moves on the laureate meanwhile (the balance shown): two notes at once meet in `create`.
  batch.update(snapshot.ref, { note: { version, subthemes, accepted: false, at: now, answer: null }, ...changedNow() });
  const settings = await settingsInForce(firestore);
  await tellTeamOfNote(firestore, batch, laureate, { version, by: actor, now, settings });
  if (settings.noteMustBeAccepted) await openTask(firestore, batch, noteTask(laureate, version, now));
}

/** The same, as the writable objects that a schema takes. */
function plain(
  content:
    | (Extract<ScopingNoteInput['content'], { kind: 'form' }> & { formVersion: number })
    | { kind: 'file'; fileId: string },
) {
  if (content.kind === 'file') return content;
  return { ...content, answers: { ...content.answers }, needs: { ...content.needs } };
}

/** Of a PDF there is no form to read. */
function versionRead({ content }: Pick<ScopingNoteInput, 'content'>): number | undefined {
  return content.kind === 'form' ? content.formVersion : undefined;
}

async function noteRefusal(
  firestore: Firestore,
  input: ScopingNoteInput,
  asked: { readonly form: Form; readonly themes: readonly Theme[] },
): Promise<Refusal | null> {
  const faults = noteFaults(asked, input);
  if (faults.length > 0) return refuse(codeOf(input, faults), faults.map(({ message }) => message).join(' '));
  if (input.content.kind === 'form') return null;
  const file = await get(firestore, files, input.content.fileId);
  const ours = file?.laureateId === input.laureateId && file.piece === 'scopingNote' && file.withdrawnAt === null;
  return ours
    ? null
    : refuse('file-unknown', 'Le fichier de la note est introuvable parmi vos dépôts. Déposez-le à nouveau.');
}

function codeOf({ subthemes }: ScopingNoteInput, faults: readonly { readonly fieldId: string }[]): string {
  if (subthemes.length === 0) return 'subthemes-missing';
  return faults.some(({ fieldId }) => fieldId === 'subthemes') ? 'subtheme-unknown' : 'answers-incomplete';
}
