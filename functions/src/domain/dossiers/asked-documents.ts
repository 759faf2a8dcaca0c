/**
 * A PDF that is made because somebody asks for it, from what was true then: it is kept, and whoever asks again gets a new one. Statements of a
 * subsidy have their own call (`subsidy/statement.ts`).
 */
export type AskedDocument =
  /** One version of a note, with the team's answer and what was recommended: for who reads the laureate's record. */
  | { readonly document: 'scopingNote'; readonly laureateId: string; readonly version: number }
  /** For the team alone. */
  | { readonly document: 'feedback'; readonly missionId: string; readonly laureateId: string }
  /** `laureateId`: for whose eyes; null for the expert and the team, who read every part. */
  | { readonly document: 'devisSummary'; readonly missionId: string; readonly laureateId: string | null }
  /** Of a period that is over, for the team and observers. `period`: its id (`summaries/periods.ts`). */
  | { readonly document: 'summary'; readonly period: string };
