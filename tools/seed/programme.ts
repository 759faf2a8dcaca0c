import { addDays, type Day, dayOf, type Instant, MINUTE } from '../../functions/src/domain/calendar.ts';
import { defaultSettings, type ProgrammeSettings } from '../../functions/src/domain/programme/settings.ts';
import { addWorkingDays } from '../../functions/src/domain/working-days.ts';
import { cast } from './cast.ts';
import { type PlannedExpert, type PlannedLaureate, plannedExperts, plannedLaureates } from './organisations.ts';
import { newcomers } from './people.ts';
import { at, type Chance, chanceFrom, idOf } from './random.ts';
import { type Road, type RoadName, roadNames, roads } from './roads.ts';
import { subjectOf } from './subjects.ts';

/** The demonstration as data: who takes part and what happened, day by day. Nothing is written yet. */
export interface DemonstrationProgramme {
  readonly settings: ProgrammeSettings;
  /** When the laureates were imported, a little before the opening. */
  readonly importedAt: Instant;
  readonly laureates: readonly PlannedLaureate[];
  readonly experts: readonly PlannedExpert[];
  readonly missions: readonly PlannedMission[];
}

export interface PlannedMission {
  readonly id: string;
  readonly road: RoadName;
  /** Places in the programme's lists; the first laureate asks. */
  readonly laureates: readonly number[];
  readonly expert: number;
  readonly subtheme: string;
  readonly need: string;
  readonly price: Price;
  /** What of the devis is billed in the end, from 0 to 1. */
  readonly billed: number;
  readonly steps: readonly PlannedStep[];
}

export interface PlannedStep {
  readonly action: Road['steps'][number][0];
  /** Whose turn it was, among the mission's laureates. */
  readonly laureate: number;
  readonly at: Instant;
}

export interface Price {
  /** Half days are sold. */
  readonly days: number;
  readonly dailyRateCents: number;
  readonly withVat: boolean;
}

export interface Size {
  readonly laureates: number;
  readonly experts: number;
  /** At most this many missions on each road, besides those of the demonstration accounts. */
  readonly missionsOfARoad: number;
}

export const wholeSize: Size = { laureates: 100, experts: 60, missionsOfARoad: 10 };
/** Enough for every demonstration account, for tests. */
export const smallSize: Size = { laureates: 12, experts: 8, missionsOfARoad: 0 };

const SEED = 20_230_201;
const DAYS_OPEN = 300;

/** Dates are around `now`, so that the programme is always open; the rest depends on the seed alone. */
export function demonstrationProgramme(now: Instant, size: Size = wholeSize): DemonstrationProgramme {
  const today = dayOf(now);
  const opening = addDays(today, -DAYS_OPEN);
  const chance = chanceFrom(SEED);
  const around = { chance, newcomer: newcomers(chance), opening, today };
  const experts = plannedExperts(size.experts, around);
  const laureates = withNotesOfCast(plannedLaureates(size.laureates, around), experts);
  const people = { laureates, experts };
  return {
    settings: settingsFor(opening, today),
    importedAt: instantOn(addDays(opening, -15), 0),
    laureates,
    experts,
    missions: [...castMissions(people, today), ...otherMissions(people, { chance, today, size })],
  };
}

function settingsFor(opening: Day, today: Day): ProgrammeSettings {
  const after = (days: number) => addDays(today, days);
  return {
    ...defaultSettings,
    // No schedule runs beside the demonstration: what waits for the next change would never leave.
    mailsMergeMinutes: 0,
    dates: {
      opening,
      lastRequest: after(240),
      lastValidation: after(300),
      endOfServices: after(330),
      lastReport: after(360),
      lastSettlement: after(390),
    },
  };
}

interface People {
  readonly laureates: readonly PlannedLaureate[];
  readonly experts: readonly PlannedExpert[];
}

/** Whom they commission is known before: their notes name what those experts do. */
function withNotesOfCast(
  laureates: readonly PlannedLaureate[],
  experts: readonly PlannedExpert[],
): readonly PlannedLaureate[] {
  return laureates.map((laureate, index) => {
    const missions = cast.missions.filter((mission) => mission.laureate === index);
    const asked = missions.map(({ expert }) => at(at(experts, expert).subthemes, 0));
    return { ...laureate, noteSubthemes: [...new Set([...asked, ...laureate.noteSubthemes])] };
  });
}

/** What the demonstration accounts meet, chosen one by one. */
function castMissions(people: People, today: Day): PlannedMission[] {
  return cast.missions.map(({ road, laureate, expert, days, ago }, index) => {
    const subtheme = at(at(people.experts, expert).subthemes, 0);
    return {
      ...{ id: idOf('cast', index), road, laureates: [laureate], expert, subtheme },
      need: at(subjectOf(subtheme).needs, index),
      price: { days, dailyRateCents: 600_00, withVat: true },
      billed: 1,
      steps: stepsOf(roads[road], today, ago),
    };
  });
}

function otherMissions(
  people: People,
  { chance, today, size }: { chance: Chance; today: Day; size: Size },
): PlannedMission[] {
  const wanted = roadNames.flatMap((road) =>
    Array.from({ length: Math.min(roads[road].missions, size.missionsOfARoad) }, () => road),
  );
  const able = chance.shuffled(
    [...people.laureates.keys()].filter(
      (index) => index > cast.lastLaureate && at(people.laureates, index).noteSubthemes.length > 0,
    ),
  );
  // Half of the laureates commission somebody, some of them more than once; whom a mission is shared with is of the other half.
  const half = Math.ceil(able.length / 2);
  const [commissioning, sharing] = [able.slice(0, half), able.slice(half).reverse()];
  return wanted.map((road, index) => {
    const first = at(commissioning, index);
    const subtheme = chance.pick(at(people.laureates, first).noteSubthemes);
    const [least, most] = roads[road].ago;
    return {
      ...{ id: idOf('mission', index), road, subtheme },
      laureates: roads[road].laureates > 1 ? [first, at(sharing, index)] : [first],
      expert: expertFor(subtheme, people, chance),
      need: chance.pick(subjectOf(subtheme).needs),
      price: priceOf(chance, roads[road].laureates),
      billed: chance.sometimes(0.25) ? 0.9 : 1,
      steps: stepsOf(roads[road], today, chance.between(least, most)),
    };
  });
}

function priceOf(chance: Chance, laureates: number): Price {
  return {
    days: chance.between(5, 14) / 2 + laureates,
    dailyRateCents: chance.pick([550_00, 600_00, 650_00, 700_00]),
    withVat: chance.sometimes(0.75),
  };
}

/** A published expert of the sub-theme or of its theme; else one who was simply recommended. */
function expertFor(subtheme: string, { experts }: People, chance: Chance): number {
  const open = [...experts.keys()].filter(
    (index) => index > cast.lastExpert && at(experts, index).review?.decision === 'publish',
  );
  const knows = (matches: (id: string) => boolean) =>
    open.filter((index) => at(experts, index).subthemes.some(matches));
  const theme = `${subtheme.split('.')[0]}.`;
  const [best] = [knows((id) => id === subtheme), knows((id) => id.startsWith(theme)), open].filter(
    (candidates) => candidates.length > 0,
  );
  return chance.pick(best ?? [0]);
}

/** Counted back from the last step, `ago` working days before today. */
function stepsOf({ steps }: Road, today: Day, ago: number): PlannedStep[] {
  let day = workingDaysBefore(today, ago);
  const backwards = [...steps].reverse().map(([action, after, laureate = 0]) => {
    const on = day;
    day = workingDaysBefore(day, after);
    return { action, laureate, on };
  });
  return backwards.reverse().map(({ action, laureate, on }, index) => ({ action, laureate, at: instantOn(on, index) }));
}

function workingDaysBefore(day: Day, count: number): Day {
  return addWorkingDays(day, -count, null);
}

/** The `order`-th thing that happens on a day, in office hours. */
export function instantOn(day: Day, order: number): Instant {
  return Date.parse(`${day}T08:05:00Z`) + order * 41 * MINUTE;
}
