import type { MissionCore, Report, Submission } from '../mission.ts';

/** What an action changes besides the state; the state comes from the table. */
export interface Change {
  readonly core: MissionCore;
  readonly submission: Submission | null;
  readonly report: Report | null;
}
