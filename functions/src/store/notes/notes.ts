import type { DocumentSnapshot, Firestore, WriteBatch } from 'firebase-admin/firestore';
import * as z from 'zod';
import { can } from '../../domain/access/policy.ts';
import type { SignedInActor } from '../../domain/actor.ts';
import { decideNote, followedUpBy, noteActions, noteRow } from '../../domain/notes/decide.ts';
import type { NoteCommand, NoteRow, NoteSubject, StaffNote } from '../../domain/notes/note.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { taskId } from '../../domain/staff/tasks.ts';
import { experts } from '../collections/experts.ts';
import { laureates } from '../collections/laureates.ts';
import { missions } from '../collections/missions.ts';
import { NOTES, notes } from '../collections/notes.ts';
import { once } from '../operations.ts';
import { type Attempt, rewrite } from '../optimistic.ts';
import { followUpTask } from '../staff/task-makers.ts';
import { closeTask, openTask } from '../staff/tasks.ts';

const MOST_NOTES = 200;
const answer = z.object({ done: z.string(), noteId: z.string() });
type Answer = z.infer<typeof answer>;

const pathOf = {
  laureate: laureates.path,
  expert: experts.path,
  mission: missions.path,
} as const satisfies Record<NoteSubject['kind'], (id: string) => string>;

/** How a task names what a note is about. */
const nameOf = {
  laureate: (subject) => laureates.read(subject)?.name ?? '',
  expert: (subject) => experts.read(subject)?.company ?? '',
  mission: (subject) => missions.read(subject)?.need.slice(0, 80) ?? '',
} as const satisfies Record<NoteSubject['kind'], (subject: DocumentSnapshot) => string>;

export interface AskedOfNotes {
  readonly actor: SignedInActor;
  readonly command: NoteCommand;
  readonly operationId: string;
  readonly newId: string;
  readonly now: number;
}

/** Writes a note, or takes one back, once. 2 reads at most. */
export function actOnNote(firestore: Firestore, asked: AskedOfNotes): Promise<Answer | Refusal> {
  const { actor, operationId, command, now } = asked;
  const operation = { actorUid: actor.uid, operationId, asked: { call: 'noteAction', command }, now, answer };
  return once(firestore, operation, (batch) => attempt(firestore, batch, asked));
}

async function attempt(
  firestore: Firestore,
  batch: WriteBatch,
  { actor, command, newId, now }: AskedOfNotes,
): Promise<Attempt<Answer | Refusal>> {
  const earlierId = command.action === 'write' ? command.correctsId : command.noteId;
  const [before, subject] = await Promise.all([
    earlierId === null ? null : firestore.doc(notes.path(earlierId)).get(),
    command.action === 'write' ? subjectOf(firestore, command.about) : null,
  ]);
  const earlier = before === null ? null : notes.read(before);
  const note = decideNote({ now, actor, newId, earlier, subjectExists: subject?.exists === true }, command);
  if (isRefusal(note)) return { answer: note, batch: null };
  if (command.action === 'withdraw' && before !== null) rewrite(batch, before, notes.write(note));
  else batch.create(firestore.doc(notes.path(note.id)), notes.write(note));
  await follow(firestore, batch, { note, by: actor.name, now });
  return { answer: { done: noteActions[command.action].done, noteId: note.id }, batch };
}

function subjectOf(firestore: Firestore, { kind, id }: NoteSubject): Promise<DocumentSnapshot> {
  return firestore.doc(pathOf[kind](id)).get();
}

/**
 * The tasks of what is to be followed up: one opens with its note, and closes with a note that answers it or with its withdrawal. What a note had
 * closed is to be followed up again once that note is taken back.
 */
async function follow(
  firestore: Firestore,
  batch: WriteBatch,
  { note, by, now }: { note: StaffNote; by: string; now: number },
): Promise<void> {
  const about = await newestNotes(firestore, note.about);
  const answered = about.filter((one) => one.withdrawn === null && followedUpBy(one, note));
  if (note.withdrawn === null) {
    for (const { id } of answered) await closeTask(firestore, batch, taskId('noteToFollow', id), by, now);
    return open(firestore, batch, [note], now);
  }
  await closeTask(firestore, batch, taskId('noteToFollow', note.id), by, now);
  const stillAnswered = (one: StaffNote) =>
    about.some(
      (other) => other.id !== note.id && other.at > one.at && other.withdrawn === null && followedUpBy(one, other),
    );
  const reopened = answered.filter((one) => !stillAnswered(one));
  return open(firestore, batch, reopened, now);
}

async function open(
  firestore: Firestore,
  batch: WriteBatch,
  toFollow: readonly StaffNote[],
  now: number,
): Promise<void> {
  const dated = toFollow.filter(({ followUpOn }) => followUpOn !== null);
  for (const note of dated) {
    const task = followUpTask(note, nameOf[note.about.kind](await subjectOf(firestore, note.about)), now);
    if (task) await openTask(firestore, batch, task);
  }
}

/** What the team wrote about a laureate, an expert or a mission, newest first. Observers read everything but this. 1 query. */
export async function notesView(
  firestore: Firestore,
  actor: SignedInActor,
  { about }: { about: NoteSubject },
): Promise<{ notes: NoteRow[] } | Refusal> {
  const refusal = can(actor, { action: 'keepNotes' });
  if (refusal) return refusal;
  const found = await newestNotes(firestore, about);
  return { notes: found.map((note) => noteRow(note, actor)) };
}

async function newestNotes(firestore: Firestore, about: NoteSubject): Promise<StaffNote[]> {
  const found = await firestore
    .collection(NOTES)
    .where('about.kind', '==', about.kind)
    .where('about.id', '==', about.id)
    .orderBy('at', 'desc')
    .limit(MOST_NOTES)
    .get();
  return notes.list(found.docs);
}
