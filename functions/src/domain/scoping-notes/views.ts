import type { Form } from '../forms/form.ts';
import type { FileRow } from '../missions/views.ts';
import type { NoteAnswerKind, Recommendation, ScopingNote } from './note.ts';

export interface NoteInForce {
  readonly version: number;
  readonly at: number;
  readonly subthemes: readonly string[];
  readonly answer: NoteAnswerKind | null;
  /** Whether no mission starts until staff answer it. */
  readonly awaited: boolean;
}

/** Every version of a laureate's note, and what was recommended to it. */
export interface ScopingNotes {
  readonly laureateId: string;
  readonly laureateName: string;
  /** Newest first. */
  readonly versions: readonly ScopingNote[];
  /** In force, for the next version. */
  readonly form: Form;
  /** Those that the versions answered. */
  readonly answeredIn: readonly Form[];
  readonly recommendations: readonly Recommendation[];
  /** Whether no mission starts before staff accept the note. */
  readonly mustBeAccepted: boolean;
  /** Versions that were printed, newest first. */
  readonly printed: readonly FileRow[];
  /** True for staff, who answer. */
  readonly acts: boolean;
}
