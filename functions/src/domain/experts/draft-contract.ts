import type { Day, Instant } from '../calendar.ts';
import type { Answers } from '../forms/form.ts';
import type { DevisInput } from '../missions/actions.ts';
import type { Cents } from '../money.ts';
import type { DraftSubject, EarlierText } from './work-drafts.ts';

export type KeptRegistrationInput =
  | { readonly action: 'mail'; readonly email: string; readonly text: string }
  | { readonly action: 'read' | 'forget'; readonly link: string }
  /** `basedOn`: when the text that this one changes had been saved. */
  | { readonly action: 'save'; readonly link: string; readonly text: string; readonly basedOn: Instant };

/** `text`: what is kept, where it was asked for, or where another device saved meanwhile; `saved` is then false. */
export interface KeptRegistrationAnswer {
  readonly saved: boolean;
  readonly text: string | null;
  readonly savedAt: Instant;
}

/** `about`: what the form corrects, the number of a version say. */
export type WorkDraftInput = { readonly subject: DraftSubject; readonly about: string } & (
  | { readonly action: 'look' }
  | { readonly action: 'forget' }
  | { readonly action: 'save'; readonly text: string; readonly basedOn: number }
);

export interface WorkDraftAnswer {
  /** False where another text was saved meanwhile: it is given, and nothing was written. */
  readonly saved: boolean;
  readonly draft: {
    readonly revision: number;
    readonly text: string;
    readonly byName: string;
    readonly mine: boolean;
    readonly savedAt: Instant;
    readonly before: EarlierText | null;
  } | null;
  /** Who else writes now. */
  readonly others: readonly { readonly name: string; readonly since: Instant }[];
}

/** What is not written yet is null, and stands as such in the pages. */
export type PreviewWorkInput = {
  readonly missionId: string;
  readonly answers: Answers;
  readonly formVersion?: number | undefined;
} & (
  | {
      readonly piece: 'diagnostic';
      readonly devis: DevisInput | null;
      readonly plannedStart: Day | null;
      readonly plannedEnd: Day | null;
    }
  | { readonly piece: 'report'; readonly finals: Readonly<Record<string, Cents>> }
);
