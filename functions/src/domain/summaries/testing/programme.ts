import type { Laureate } from '../../laureates/laureate.ts';
import { atelier } from '../../laureates/testing/records.ts';
import type { Mission } from '../../missions/mission.ts';
import { upTo } from '../../missions/testing/journeys.ts';
import { defaultSettings } from '../../programme/settings.ts';
import type { LedgerEntry } from '../../subsidy/ledger.ts';
import type { LaureateLine, SummaryFacts } from '../facts.ts';
import { periodOf } from '../periods.ts';

/** Monday 11 March 2024, seven in the morning in Paris: the week before is the one in which the stories of tests begin. */
export const monday = Date.parse('2024-03-11T06:00:00Z');
export const week = periodOf('week', '2024-03-05');
/** Inside of that week, before it, and after it. */
export const within = Date.parse('2024-03-06T10:00:00Z');
export const before = Date.parse('2024-03-01T10:00:00Z');
export const after = Date.parse('2024-03-11T05:00:00Z');

export const laureateOf = (id: string, changed: Partial<Laureate> = {}): Laureate => ({
  ...atelier,
  ...{ id, name: `Manufacture ${id}`, takeover: null },
  ...changed,
});

/** A mission asked for, with these sub-themes and in this state: only what figures read of it matters here. */
export function missionOf(
  id: string,
  subthemes: readonly string[],
  state: Parameters<typeof upTo>[0] = 'awaiting_report',
): Mission {
  return { ...upTo(state).mission, id, subthemes };
}

export const line = (laureateId: string, at: number, entry: LedgerEntry): LaureateLine => ({
  laureateId,
  entry: { ...entry, at },
});

export function factsWith(changed: Partial<SummaryFacts>): SummaryFacts {
  return {
    ...{ period: week, at: monday, settings: defaultSettings, unreadableLines: 0, unreadableDocuments: 0 },
    ...{ laureates: [], missions: [], lines: [], events: [], grants: [], cuts: [], cards: [], tasks: [] },
    ...changed,
  };
}
