import type { Day, Instant } from '../domain/calendar.ts';
import type { Cents } from '../domain/money.ts';
import type { AnsweredSection, Expert, Issue, Laureate, Mission } from './contexts.ts';

/** What a laureate writes for the team: its scoping note, its feedback. */

export interface ScopingNoteContext extends Issue {
  laureate: Laureate;
  handedInAtMs: Instant;
  /** Empty in notes handed in before names were kept. */
  byName: string;
  /** False once a newer version was handed in. */
  inForce: boolean;
  standing: { accepted: NoteAnswer } | { changesAsked: NoteAnswer } | { unanswered: true };
  /** What comes first, first. */
  needs: readonly NeedOfNote[];
  /** 0 when no need is estimated. */
  estimatedCents: Cents;
  sections: readonly AnsweredSection[];
  /** Not the laureate's words: printed apart, newest first. */
  recommendations: readonly RecommendationOfNote[];
}

export interface NoteAnswer {
  atMs: Instant;
  byName: string;
  /** Empty when nothing was added. */
  message: string;
}

export interface NeedOfNote {
  /** « D’abord ». */
  priority: string;
  theme: string;
  subtheme: string;
  need: string;
  expected: string;
  estimatedCents: Cents | null;
}

export interface RecommendationOfNote {
  /** « Comité d’attribution ». */
  source: string;
  day: Day;
  subthemes: readonly string[];
  text: string;
}

/** For the team alone: neither the expert nor an observer ever reads it. */
export interface FeedbackContext extends Issue {
  mission: Pick<Mission, 'reference' | 'need' | 'subthemes'>;
  laureate: Laureate;
  expert: Expert;
  givenAtMs: Instant;
  sections: readonly FeedbackSection[];
}

/** A form's section: what was chosen in a list reads best as a table, what was written as text. */
export interface FeedbackSection {
  title: string;
  chosen: readonly { label: string; answer: string }[];
  written: readonly { label: string; answer: string }[];
}
