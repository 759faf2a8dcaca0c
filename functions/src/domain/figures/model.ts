import type { Instant } from '../calendar.ts';
import type { MissionState } from '../missions/states.ts';
import type { Cents } from '../money.ts';
import type { ProgrammeMoney } from '../summaries/summary.ts';

/**
 * What the programme is, at one instant: made at night, and when somebody of the team asks; pages, tables and files read this one model and sum
 * nothing. It names experts and places, and no laureate.
 */
export interface Figures {
  readonly at: Instant;
  /** Documents that could not be read, and are in no figure. */
  readonly unreadableDocuments: number;
  /** Each month from the first request to the one that goes on. */
  readonly months: readonly MonthRow[];
  readonly states: readonly StateRow[];
  readonly delays: readonly DelayRow[];
  readonly money: ProgrammeMoney;
  readonly coverage: Coverage;
  readonly feedback: FeedbackFigures;
}

export interface MonthRow {
  /** « 2026-03 », of Paris. */
  readonly month: string;
  readonly requests: number;
  /** Devis that the last of its laureates validated. */
  readonly validations: number;
  readonly reports: number;
}

export interface StateRow {
  readonly state: MissionState;
  readonly missions: number;
}

/** How long missions stayed in a step, in working days, of the stays that are over. */
export interface DelayRow {
  readonly step: DelayStep;
  readonly stays: number;
  readonly median: number;
  /** Nine stays in ten were not longer. */
  readonly ninth: number;
}

/** The steps that are measured, in the order of a mission's life. */
export const delaySteps = {
  awaiting_expert: 'Réponse de l’expert à la demande',
  awaiting_diagnostic: 'Remise du diagnostic et du devis',
  awaiting_validation: 'Validation par le lauréat',
  awaiting_correction: 'Correction par l’expert',
  awaiting_report: 'De la validation au rapport',
  awaiting_confirmation: 'Confirmation du service',
  untilValidation: 'De la demande à la validation',
  whole: 'De la demande à la fin de la mission',
} as const satisfies Record<string, string>;
export type DelayStep = keyof typeof delaySteps;

export interface Coverage {
  readonly themes: readonly ThemeCoverage[];
  readonly regions: readonly RegionCoverage[];
  /** A theme asked for in a region where no published expert has both: the most asked for first. */
  readonly gaps: readonly Gap[];
}

/** What laureates need, who answers it, and what it took so far. */
export interface Covered {
  readonly laureates: number;
  readonly liveMissions: number;
  readonly missions: number;
  readonly experts: number;
  readonly committedCents: Cents;
  readonly settledCents: Cents;
}

export interface ThemeCoverage extends Covered {
  readonly id: string;
  readonly label: string;
  readonly subthemes: readonly SubthemeCoverage[];
}

/** The money of a mission is divided between themes, not further. */
export interface SubthemeCoverage extends Omit<Covered, 'committedCents' | 'settledCents'> {
  readonly id: string;
  readonly label: string;
}

export interface RegionCoverage extends Covered {
  readonly region: string;
}

export interface Gap {
  readonly themeId: string;
  readonly theme: string;
  readonly region: string;
  readonly laureates: number;
}

/** How laureates answer the questions of the « bilan de satisfaction » that are a choice: no word that somebody typed, no laureate. */
export interface FeedbackFigures {
  /** The last instant whose answers are counted: the end of a month, so that no figure moves by one answer. */
  readonly until: Instant;
  /** How many laureates a group must have to be shown. */
  readonly least: number;
  readonly given: number;
  readonly questions: readonly QuestionFigures[];
}

export interface QuestionFigures {
  readonly id: string;
  readonly label: string;
  readonly choices: readonly string[];
  /** All who answered; null below the least. */
  readonly all: AnswerGroup | null;
  /** Each division adds up to `all`: what is too small to be shown is together, in a last group. */
  readonly themes: readonly AnswerGroup[];
  readonly experts: readonly AnswerGroup[];
}

export interface AnswerGroup {
  readonly label: string;
  readonly answers: number;
  /** In the order of the choices. */
  readonly counts: readonly number[];
}
