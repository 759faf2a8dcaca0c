import type { Author } from '../actor.ts';
import type { Day, Instant } from '../calendar.ts';

/** What staff keep for themselves about somebody: never shown to anybody else, observers included, and never in what others export. */
export interface StaffNote {
  readonly id: string;
  readonly about: NoteSubject;
  readonly kind: NoteKind;
  readonly at: Instant;
  readonly by: Author;
  readonly text: string;
  /** Of a call: who was at the other end, and the day; empty and null of a note. */
  readonly withWhom: string;
  readonly calledOn: Day | null;
  /** The day from which somebody must come back to it; null when nothing follows. */
  readonly followUpOn: Day | null;
  /** The note that this one corrects: a note is never edited. */
  readonly correctsId: string | null;
  /** Taken back by its author: kept, and its words no longer shown. */
  readonly withdrawn: { readonly at: Instant; readonly reason: string } | null;
}

export interface NoteSubject {
  readonly kind: 'laureate' | 'expert' | 'mission';
  readonly id: string;
}

export const noteKinds = { note: 'Note', call: 'Appel' } as const;
export type NoteKind = keyof typeof noteKinds;

/** What staff do about notes. */
export type NoteCommand =
  | {
      readonly action: 'write';
      readonly about: NoteSubject;
      readonly kind: NoteKind;
      readonly text: string;
      readonly withWhom: string;
      readonly calledOn: Day | null;
      readonly followUpOn: Day | null;
      readonly correctsId: string | null;
    }
  | { readonly action: 'withdraw'; readonly noteId: string; readonly reason: string };
export type NoteActionName = NoteCommand['action'];

/** A note as its page shows it: no words once it is withdrawn. */
export interface NoteRow {
  readonly noteId: string;
  readonly kind: NoteKind;
  readonly at: Instant;
  readonly byName: string;
  readonly text: string;
  readonly withWhom: string;
  readonly calledOn: Day | null;
  readonly followUpOn: Day | null;
  readonly correctsId: string | null;
  readonly withdrawn: StaffNote['withdrawn'];
  /** Whether the reader may take it back. */
  readonly mayWithdraw: boolean;
}
