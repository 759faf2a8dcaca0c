import type { Answers, Form } from '../forms/form.ts';
import type { FileRow } from '../missions/views.ts';
import type { Recommendation, SubthemeNeeds } from '../scoping-notes/note.ts';
import type { PieceKind } from './pieces.ts';

export interface Dossier {
  readonly laureateId: string;
  readonly laureateName: string;
  /** The scoping note in force; `answered` is null when it was deposited as a PDF, which is then among the pieces. */
  readonly note: {
    readonly version: number;
    readonly at: number;
    readonly subthemes: readonly string[];
    readonly answered: { readonly form: Form; readonly answers: Answers } | null;
    /** By sub-theme, in its laureate's order of priority; empty when deposited as a PDF, or handed in before there were any. */
    readonly needs: SubthemeNeeds;
  } | null;
  /** What the committee and the trainers recommended, newest first. */
  readonly recommendations: readonly Recommendation[];
  readonly pieces: readonly FileRow[];
  /** Until when the reader's access lasts; null for who needs no grant. */
  readonly until: number | null;
  /** Pieces that the reader may deposit here. */
  readonly mayDeposit: readonly PieceKind[];
}
