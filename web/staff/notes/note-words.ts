import type { NoteCommand, NoteKind, NoteRow, NoteSubject } from '@sur-mesure/functions/domain/notes/note';
import type { FieldError } from '../../common/notice/Notice.tsx';
import { dayInFull } from '../../common/words/dates.ts';

/** What one types in the quick entry. */
export interface TypedNote {
  readonly kind: NoteKind;
  readonly text: string;
  readonly withWhom: string;
  readonly calledOn: string;
  readonly followUpOn: string;
}

/** A call is most often noted as one hangs up: its day is today. */
export function emptyNote(today: string): TypedNote {
  return { kind: 'note', text: '', withWhom: '', calledOn: today, followUpOn: '' };
}

/** « Appel avec Anne Le Goff, mardi 4 mars 2025 »; a plain note needs no line of its own. */
export function callLine({ kind, withWhom, calledOn, withdrawn }: NoteRow): string | undefined {
  if (kind !== 'call' || calledOn === null || withdrawn !== null) return undefined;
  return `Appel avec ${withWhom}, ${dayInFull(calledOn)}`;
}

/** The notes that a later one corrects. */
export function correctedIn(notes: readonly NoteRow[]): ReadonlySet<string> {
  return new Set(notes.flatMap(({ correctsId, withdrawn }) => (correctsId === null || withdrawn ? [] : [correctsId])));
}

export function writeCommand(about: NoteSubject, typed: TypedNote, correctsId: string | null): NoteCommand {
  const { kind, text, withWhom, calledOn, followUpOn } = typed;
  const isCall = kind === 'call';
  return {
    action: 'write',
    ...{ about, kind, text: text.trim(), correctsId },
    withWhom: isCall ? withWhom.trim() : '',
    calledOn: isCall && calledOn !== '' ? calledOn : null,
    followUpOn: followUpOn === '' ? null : followUpOn,
  };
}

export const noteFieldId = (name: keyof TypedNote) => `note-${name}`;

const rules: readonly (readonly [keyof TypedNote, (typed: TypedNote) => boolean, string])[] = [
  ['withWhom', ({ kind, withWhom }) => kind === 'note' || withWhom.trim() !== '', 'Dites avec qui vous avez parlé.'],
  ['calledOn', ({ kind, calledOn }) => kind === 'note' || calledOn !== '', 'Choisissez le jour de l’appel.'],
  ['text', ({ text }) => text.trim() !== '', 'Écrivez ce que l’équipe doit retenir.'],
];

export function noteErrors(typed: TypedNote): FieldError[] {
  return rules
    .filter(([, holds]) => !holds(typed))
    .map(([field, , message]) => ({ fieldId: noteFieldId(field), message }));
}
