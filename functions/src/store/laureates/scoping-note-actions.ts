import type { Firestore, WriteBatch } from 'firebase-admin/firestore';
import * as z from 'zod';
import type { SignedInActor } from '../../domain/actor.ts';
import type { ScopingNoteActionInput } from '../../domain/api.ts';
import type { Laureate } from '../../domain/laureates/laureate.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { type ScopingNoteCommand, scopingNoteActions, scopingNoteRefusal } from '../../domain/scoping-notes/actions.ts';
import type { ScopingNote } from '../../domain/scoping-notes/note.ts';
import { taskId } from '../../domain/staff/tasks.ts';
import { changedNow } from '../changed-at.ts';
import { get } from '../collection.ts';
import { files } from '../collections/files.ts';
import { laureates, members, membersOf } from '../collections/laureates.ts';
import { recommendations, scopingNotes } from '../collections/scoping-notes.ts';
import { settingsInForce } from '../collections/settings.ts';
import { once } from '../operations.ts';
import { rewrite } from '../optimistic.ts';
import { closeTask } from '../staff/tasks.ts';
import { tellLaureateOfAnswer } from './note-mails.ts';

interface Asked {
  readonly actor: SignedInActor;
  readonly input: ScopingNoteActionInput;
  /** Of a recommendation. */
  readonly newId: string;
  readonly now: number;
}

const unknownLaureate = refuse('laureate-unknown', 'Cette structure n’existe pas.');
const unknownFile = refuse('file-unknown', 'Ce document n’est pas dans le dossier de la manufacture.');

/** What staff do about a note: accept it, ask for changes, or record a recommendation beside it. */
export function actOnScopingNote(firestore: Firestore, asked: Asked): Promise<{ done: string } | Refusal> {
  const { actor, input, now } = asked;
  const { operationId, ...same } = input;
  const operation = { actorUid: actor.uid, operationId, asked: same, now, answer: z.object({ done: z.string() }) };
  return once(firestore, operation, async (batch) => {
    const found = await firestore.doc(laureates.path(input.laureateId)).get();
    const laureate = laureates.read(found);
    if (laureate === null || !found.updateTime) return { answer: unknownLaureate, batch: null };
    const snapshot = await firestore.doc(scopingNotes.path(laureate.id, String(laureate.note?.version ?? 0))).get();
    const current = scopingNotes.read(snapshot);
    const isStaff = actor.kind === 'staff';
    const { themes } = await settingsInForce(firestore);
    const refusal = scopingNoteRefusal({ isStaff, current, themes }, input) ?? (await fileRefusal(firestore, input));
    if (refusal) return { answer: refusal, batch: null };
    if (input.action === 'recommend') recommend(firestore, batch, asked, input);
    else if (current !== null) {
      rewrite(batch, snapshot, scopingNotes.write(answered(current, asked, input)));
      const accepted = scopingNoteActions[input.action].accepted;
      // Whoever hands in another version meanwhile changes the laureate: this answer is then decided again, and refused.
      const since = { lastUpdateTime: found.updateTime };
      const answer = { 'note.accepted': accepted, 'note.answer': input.action, ...changedNow() };
      batch.update(found.ref, answer, since);
      await tell(firestore, batch, laureate, { ...asked, command: input, current });
      await closeTask(firestore, batch, taskId('noteToAccept', laureate.id), actor.name, now);
    }
    return { answer: { done: scopingNoteActions[input.action].done }, batch };
  });
}

type Answer = Exclude<ScopingNoteCommand, { readonly action: 'recommend' }>;

function answered(current: ScopingNote, { actor, now }: Asked, { action, message }: Answer): ScopingNote {
  return { ...current, answer: { kind: action, at: now, byName: actor.name, message: message.trim() } };
}

async function tell(
  firestore: Firestore,
  batch: WriteBatch,
  laureate: Laureate,
  { actor, now, command, current }: Asked & { readonly command: Answer; readonly current: ScopingNote },
): Promise<void> {
  const { action, message } = command;
  const found = await firestore.collection(membersOf(laureate.id)).where('active', '==', true).get();
  const people = members.list(found.docs);
  const { version } = current;
  tellLaureateOfAnswer(firestore, batch, laureate, {
    version,
    by: actor,
    now,
    action,
    message: message.trim(),
    people,
  });
}

function recommend(
  firestore: Firestore,
  batch: WriteBatch,
  { actor, newId, now, input }: Asked,
  { day, source, subthemes, text, fileId }: Extract<ScopingNoteCommand, { readonly action: 'recommend' }>,
): void {
  const { laureateId } = input;
  const recommendation = recommendations.write({
    ...{ id: newId, laureateId, source, day, subthemes: [...subthemes], text: text.trim(), fileId },
    ...{ at: now, byName: actor.name },
  });
  batch.create(firestore.doc(recommendations.path(laureateId, newId)), recommendation);
}

async function fileRefusal(firestore: Firestore, input: ScopingNoteActionInput): Promise<Refusal | null> {
  if (input.action !== 'recommend' || input.fileId === null) return null;
  const file = await get(firestore, files, input.fileId);
  const ours = file?.laureateId === input.laureateId && file.missionId === null && file.withdrawnAt === null;
  return ours ? null : unknownFile;
}
