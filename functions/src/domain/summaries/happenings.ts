import { dayOf } from '../calendar.ts';
import { happenedIn } from '../missions/journal.ts';
import type { JournalEntry, Mission } from '../missions/mission.ts';
import { isLive, liveStates, missionStates } from '../missions/states.ts';
import { byId, laureateNames, partiesOf, type SummaryFacts } from './facts.ts';
import { missionsAtEnd } from './money.ts';
import { boundsOf } from './periods.ts';
import type { Counted, EndedMission, Happened } from './summary.ts';

type JournalFacts = Pick<SummaryFacts, 'period' | 'missions' | 'events' | 'lines'>;

interface Occurrence {
  readonly mission: Mission;
  readonly event: JournalEntry;
}

/** What happened to missions in the period, in order. Reminders are left out: they are what did not happen. */
function occurrences({ period, missions, events }: Omit<JournalFacts, 'lines'>): Occurrence[] {
  const { startsAt, endsAt } = boundsOf(period);
  const known = byId(missions);
  return events
    .filter(({ event: { at, action } }) => startsAt <= at && at < endsAt && action !== 'remind')
    .flatMap(({ missionId, event }) => {
      const mission = known.get(missionId);
      return mission === undefined ? [] : [{ mission, event }];
    })
    .toSorted((one, other) => one.event.at - other.event.at || one.event.number - other.event.number);
}

/** A week is told line by line; a month has some hundreds of lines, which nobody reads. */
export function happenedRows(facts: JournalFacts): Happened[] {
  if (facts.period.kind !== 'week') return [];
  return occurrences(facts).map(({ mission, event }) => ({
    at: event.at,
    what: happenedIn(event),
    who: partiesOf(mission),
  }));
}

const CARRIED_OVER = 'Mission reprise par une autre manufacture';

/** The most frequent first. */
export function countedEvents(facts: JournalFacts): Counted[] {
  const labels = occurrences(facts).map(({ event }) =>
    event.action === 'carriedOver' ? CARRIED_OVER : happenedIn(event),
  );
  return [...new Set(labels)]
    .map((label) => ({ label, count: labels.filter((one) => one === label).length }))
    .toSorted((one, other) => other.count - one.count || one.label.localeCompare(other.label));
}

/** Live missions, by state, as they stand when they are looked at. */
export function countedStates({ missions }: Pick<SummaryFacts, 'missions'>): Counted[] {
  return liveStates
    .map((state) => ({
      label: missionStates[state].label,
      count: missions.filter((mission) => mission.state === state).length,
    }))
    .filter(({ count }) => count > 0);
}

/** Missions that the period left over: one that was opened again in it is not. */
export function endedMissions(facts: JournalFacts): EndedMission[] {
  const settled = missionsAtEnd(facts);
  const moves = occurrences(facts).filter(({ event }) => event.from !== event.to);
  const last = new Map(moves.map((one) => [one.mission.id, one]));
  return [...last.values()]
    .filter(({ event }) => !isLive(event.to))
    .map(({ mission, event }) => ({
      day: dayOf(event.at),
      laureates: laureateNames(mission),
      expert: mission.expert.name,
      how: missionStates[event.to].label,
      finalCents: settled.get(mission.id)?.settledCents ?? 0,
    }));
}
