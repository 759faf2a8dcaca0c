import type { Instant } from '../calendar.ts';
import type { ExpertCard } from '../experts/card.ts';
import type { Answers, Form } from '../forms/form.ts';
import type { ActionName } from '../missions/actions.ts';
import type { MissionState } from '../missions/states.ts';
import type { ProgrammeFacts } from '../summaries/facts.ts';

/** Everything that figures are made from. The store reads it; tests write it by hand. */
export interface FiguresFacts extends ProgrammeFacts {
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
