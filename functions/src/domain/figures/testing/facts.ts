import { builtInForms } from '../../forms/built-in.ts';
import type { Mission } from '../../missions/mission.ts';
import { defaultSettings } from '../../programme/settings.ts';
import { missionOf } from '../../summaries/testing/programme.ts';
import type { FiguresFacts, GivenFeedback, MissionMove } from '../facts.ts';

/** Tuesday 2 April 2024, at eleven in Paris: the month of March, in which the stories of tests begin, is over. */
export const april = Date.parse('2024-04-02T09:00:00Z');

export function figuresFacts(changed: Partial<FiguresFacts>): FiguresFacts {
  return {
    ...{ at: april, settings: defaultSettings, unreadableLines: 0, unreadableDocuments: 0 },
    ...{ laureates: [], missions: [], lines: [], moves: [], cards: [], feedback: [] },
    ...{ feedbackForm: builtInForms.feedback, feedbackForms: [] },
    ...changed,
  };
}

/** A mission that this expert does, on these sub-themes. */
export function missionBy(expertId: string, id: string, subthemes: readonly string[]): Mission {
  const mission = missionOf(id, subthemes);
  return { ...mission, expert: { ...mission.expert, expertId, name: `Expert ${expertId}` } };
}

/** In the middle of March. */
export function feedbackOf(missionId: string, laureateId: string, overall: string): GivenFeedback {
  const at = Date.parse('2024-03-15T10:00:00Z');
  return { ...{ missionId, laureateId, expertId: 'e', at, formVersion: 1 }, answers: { overall, comment: 'Secret' } };
}

/** The moves of one mission, each at noon of its day. */
export function journal(
  missionId: string,
  ...steps: readonly (readonly [day: string, action: MissionMove['action'], to: MissionMove['to']])[]
): MissionMove[] {
  return steps.map(([day, action, to], index) => ({
    ...{ missionId, number: index + 1, action, to },
    at: Date.parse(`${day}T11:00:00Z`),
    from: steps[index - 1]?.[2] ?? null,
  }));
}
