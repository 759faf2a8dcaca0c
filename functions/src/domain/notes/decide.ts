import { authorOf, type SignedInActor } from '../actor.ts';
import { addDays, dayOf, type Instant, isDay } from '../calendar.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { NoteActionName, NoteCommand, NoteRow, StaffNote } from './note.ts';

const LONGEST_FOLLOW_UP_DAYS = 730;

/** Everything a decision about a note rests on. */
export interface NoteFacts {
  readonly now: Instant;
  readonly actor: SignedInActor;
  /** The id of a note to be. */
  readonly newId: string;
  /** Whether the laureate, expert or mission exists. */
  readonly subjectExists: boolean;
  /** The note to withdraw, or the one that a new one corrects. */
  readonly earlier: StaffNote | null;
}

type Check = (facts: NoteFacts, command: NoteCommand) => Refusal | null;

const unknownNote = refuse('note-unknown', 'Cette note n’existe pas ici. Rechargez la page.');

/** What was typed, against the facts: null, or what to type instead. A check of another action's words has nothing to say. */
export const noteChecks = {
  subjectExists: ({ subjectExists }, command) =>
    command.action !== 'write' || subjectExists
      ? null
      : refuse('subject-unknown', 'Ce sur quoi vous écrivez n’existe pas. Rechargez la page.'),
  written: (_facts, command) =>
    command.action === 'write' && command.text.trim() === ''
      ? refuse('text-missing', 'Écrivez ce que l’équipe doit retenir.')
      : null,
  callTold: ({ now }, command) => {
    if (command.action !== 'write') return null;
    const { kind, withWhom, calledOn } = command;
    if (kind === 'note') {
      return withWhom.trim() === '' && calledOn === null
        ? null
        : refuse('not-a-call', 'Une note n’a pas de personne appelée : choisissez « Appel » pour la garder.');
    }
    return withWhom.trim() !== '' && calledOn !== null && isDay(calledOn) && calledOn <= dayOf(now)
      ? null
      : refuse('call-untold', 'Dites avec qui était l’appel, et quel jour : aujourd’hui au plus tard.');
  },
  followUpToCome: ({ now }, command) => {
    if (command.action !== 'write' || command.followUpOn === null) return null;
    const { followUpOn } = command;
    const today = dayOf(now);
    return isDay(followUpOn) && followUpOn >= today && followUpOn <= addDays(today, LONGEST_FOLLOW_UP_DAYS)
      ? null
      : refuse('follow-up-day', 'Choisissez un jour à venir, dans deux ans au plus, pour y revenir.');
  },
  correctsOneOfHere: ({ earlier }, command) => {
    if (command.action !== 'write' || command.correctsId === null) return null;
    const ofHere = earlier?.about.kind === command.about.kind && earlier.about.id === command.about.id;
    return ofHere ? null : unknownNote;
  },
  known: ({ earlier }, command) => (command.action === 'withdraw' && earlier === null ? unknownNote : null),
  ownNote: ({ actor, earlier }, command) =>
    command.action === 'withdraw' && earlier !== null && earlier.by.uid !== actor.uid
      ? refuse('not-your-note', 'Seule la personne qui a écrit une note la retire. Écrivez-en une qui la corrige.')
      : null,
  notWithdrawn: ({ earlier }, command) =>
    command.action === 'withdraw' && earlier?.withdrawn
      ? refuse('already-withdrawn', 'Cette note est déjà retirée. Rien n’a été changé.')
      : null,
  reasonGiven: (_facts, command) =>
    command.action === 'withdraw' && command.reason.trim() === ''
      ? refuse('reason-missing', 'Écrivez pourquoi vous la retirez : la raison reste à sa place.')
      : null,
} as const satisfies Record<string, Check>;
export type NoteCheckName = keyof typeof noteChecks;

interface NoteActionRow {
  readonly label: string;
  readonly done: string;
  readonly checks: readonly NoteCheckName[];
}

/** What staff, and nobody else, do about notes. A note is never edited: another one corrects it, or its author takes it back. */
export const noteActions = {
  write: {
    label: 'Garder',
    done: 'C’est gardé pour l’équipe.',
    checks: ['subjectExists', 'written', 'callTold', 'followUpToCome', 'correctsOneOfHere'],
  },
  withdraw: {
    label: 'Retirer',
    done: 'La note est retirée.',
    checks: ['known', 'ownNote', 'notWithdrawn', 'reasonGiven'],
  },
} as const satisfies Record<NoteActionName, NoteActionRow>;

/** The whole of a decision: the table's verdict, then the note as it is from now on. */
export function decideNote(facts: NoteFacts, command: NoteCommand): StaffNote | Refusal {
  if (facts.actor.kind !== 'staff') return staffOnly;
  for (const name of noteActions[command.action].checks) {
    const refusal = noteChecks[name](facts, command);
    if (refusal) return refusal;
  }
  const { now, actor, newId, earlier } = facts;
  if (command.action === 'write') {
    const { about, kind, calledOn, followUpOn, correctsId } = command;
    return {
      ...{ id: newId, about, kind, at: now, by: authorOf(actor) },
      ...{ text: command.text.trim(), withWhom: command.withWhom.trim(), calledOn, followUpOn, correctsId },
      withdrawn: null,
    };
  }
  if (earlier === null) throw new Error('a note to withdraw was checked to exist');
  return { ...earlier, withdrawn: { at: now, reason: command.reason.trim() } };
}

const staffOnly = refuse('staff-only', 'Ces notes sont à l’équipe France Tiers-Lieux.');

/** Whether what was to be followed up is, by `written`: a correction takes its place, a later note answers a day that has come. */
export function followedUpBy(
  earlier: Pick<StaffNote, 'id' | 'followUpOn'>,
  written: Pick<StaffNote, 'id' | 'at' | 'correctsId'>,
): boolean {
  if (earlier.followUpOn === null || earlier.id === written.id) return false;
  return earlier.id === written.correctsId || earlier.followUpOn <= dayOf(written.at);
}

/** A note as `reader` sees it. */
export function noteRow(note: StaffNote, reader: SignedInActor): NoteRow {
  const { id, kind, at, by, text, withWhom, calledOn, followUpOn, correctsId, withdrawn } = note;
  return {
    ...{ noteId: id, kind, at, byName: by.name, calledOn, followUpOn, correctsId, withdrawn },
    text: withdrawn === null ? text : '',
    withWhom: withdrawn === null ? withWhom : '',
    mayWithdraw: withdrawn === null && by.uid === reader.uid,
  };
}
