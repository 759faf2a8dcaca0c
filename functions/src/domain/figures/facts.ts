import type { Instant } from '../calendar.ts';
import type { ExpertCard } from '../experts/card.ts';
import type { Answers, Form } from '../forms/form.ts';
import type { Laureate } from '../laureates/laureate.ts';
import type { ActionName } from '../missions/actions.ts';
import type { Mission } from '../missions/mission.ts';
import type { MissionState } from '../missions/states.ts';
import type { ProgrammeSettings } from '../programme/settings.ts';
import type { LaureateLine } from '../summaries/facts.ts';

/** Everything that figures are made from. The store reads it; tests write it by hand. */
export interface FiguresFacts {
  readonly at: Instant;
  readonly settings: ProgrammeSettings;
  readonly laureates: readonly Laureate[];
  readonly missions: readonly Mission[];
  /** Every line of every ledger, in any order. */
  readonly lines: readonly LaureateLine[];
  readonly unreadableLines: number;
  /** Of the other collections: what is in them is in no figure. */
  readonly unreadableDocuments: number;
  /** Every line of every journal, in any order. */
  readonly moves: readonly MissionMove[];
  /** Published. */
  readonly cards: readonly Pick<ExpertCard, 'subthemes' | 'regions'>[];
  readonly feedback: readonly GivenFeedback[];
  /** The form of the feedback in force, and those that were answered. */
  readonly feedbackForm: Form;
  readonly feedbackForms: readonly Form[];
}

/** What figures read of a line of a journal. */
export interface MissionMove {
  readonly missionId: string;
  readonly number: number;
  readonly action: ActionName | 'carriedOver';
  readonly at: Instant;
  readonly from: MissionState | null;
  readonly to: MissionState;
}

export interface GivenFeedback {
  readonly missionId: string;
  readonly laureateId: string;
  readonly expertId: string;
  readonly at: Instant;
  readonly formVersion: number;
  readonly answers: Answers;
}
