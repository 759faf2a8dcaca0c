import { addDays, type Day } from '../calendar.ts';
import { activeParticipants, type Mission, type Submission } from '../missions/mission.ts';
import { isLive, isWaiting, type WaitingState } from '../missions/states.ts';
import type { ProgrammeSettings } from '../programme/settings.ts';
import { frenchList } from '../written-french.ts';
import type { CalendarDay } from './calendar-file.ts';

/** What a diary is given of a mission: all of it is on the page from which it is taken. */
export interface DatedMission {
  readonly mission: Mission;
  /** The day before which an answer is expected. */
  readonly expectedBefore: Day | null;
  readonly settings: ProgrammeSettings;
}

/** Where the file is made: the site, which makes the names of its events its own, and the page that says more. */
export interface CalendarPlace {
  readonly host: string;
  readonly address: string;
}

/** What is awaited, on the last day on which it comes in time. */
const awaited = {
  awaiting_expert: 'Dernier jour pour la réponse de l’expert',
  awaiting_diagnostic: 'Dernier jour pour le diagnostic et le devis',
  awaiting_validation: 'Dernier jour pour décider du devis',
  awaiting_correction: 'Dernier jour pour la nouvelle version',
  awaiting_report: 'Dernier jour pour le rapport',
  awaiting_confirmation: 'Dernier jour pour confirmer le service',
} as const satisfies Record<WaitingState, string>;

interface MissionDay {
  readonly title: (mission: Mission) => string;
  /** Null where it is of no use, or not known yet. */
  readonly dayOf: (dated: DatedMission) => Day | null;
}

/** The dates of a mission that goes on. A name of this table is a part of what its events are known by: none is ever renamed. */
const missionDays = {
  awaited: {
    title: ({ state }) => (isWaiting(state) ? awaited[state] : ''),
    dayOf: ({ expectedBefore }) => (expectedBefore === null ? null : addDays(expectedBefore, -1)),
  },
  devisValidity: {
    title: () => 'Dernier jour de validité du devis',
    dayOf: ({ mission: { state, submission } }) =>
      state === 'awaiting_validation' ? (submission?.devis.validUntil ?? null) : null,
  },
  plannedStart: { title: () => 'Début prévu', dayOf: ({ mission }) => plannedOf(mission)?.plannedStart ?? null },
  plannedEnd: { title: () => 'Fin prévue', dayOf: ({ mission }) => plannedOf(mission)?.plannedEnd ?? null },
  endOfServices: {
    title: () => 'Dernier jour des prestations du programme',
    dayOf: ({ settings }) => settings.dates.endOfServices,
  },
} as const satisfies Record<string, MissionDay>;

/** Of what was handed in and not sent back: a devis to be corrected plans nothing. */
function plannedOf({ state, submission }: Mission): Submission | null {
  return state === 'awaiting_correction' ? null : submission;
}

/** The dates that matter of a mission, for whoever reads its page; none once it is over. No amount, and no word of its need. */
export function missionCalendar(dated: DatedMission, { host, address }: CalendarPlace): readonly CalendarDay[] {
  const { mission } = dated;
  if (!isLive(mission.state)) return [];
  const names = frenchList(activeParticipants(mission).map(({ name }) => name));
  const description = `Mission de ${mission.expert.name}${names === '' ? '' : ` pour ${names}`}. Ces dates peuvent changer : la page de la mission fait foi.`;
  return Object.entries<MissionDay>(missionDays).flatMap(([name, { title, dayOf }]) => {
    const day = dayOf(dated);
    if (day === null) return [];
    const uid = `mission.${mission.id}.${name}@${host}`;
    return [{ uid, day, title: `${title(mission)} · ${mission.expert.name}`, description, address }];
  });
}

type Dates = ProgrammeSettings['dates'];

const programmeDays = {
  opening: { title: 'Ouverture du programme', dayOf: ({ opening }) => opening },
  lastRequest: { title: 'Dernier jour pour demander une mission', dayOf: ({ lastRequest }) => lastRequest },
  lastValidation: { title: 'Dernier jour pour valider un devis', dayOf: ({ lastValidation }) => lastValidation },
  endOfServices: { title: 'Dernier jour des prestations', dayOf: ({ endOfServices }) => endOfServices },
  lastReport: { title: 'Dernier jour pour remettre un rapport', dayOf: ({ lastReport }) => lastReport },
  lastSettlement: { title: 'Dernier jour de règlement', dayOf: ({ lastSettlement }) => lastSettlement },
} as const satisfies Record<keyof Dates, { title: string; dayOf: (dates: Dates) => Day }>;

export type ProgrammeDates = Pick<ProgrammeSettings, 'programmeName' | 'dates'>;

/** The dates of the programme, as they are now. */
export function programmeCalendar(
  { programmeName, dates }: ProgrammeDates,
  { host, address }: CalendarPlace,
): readonly CalendarDay[] {
  const description = `${programmeName}. Ces dates peuvent changer : le service fait foi.`;
  return Object.entries(programmeDays).map(([name, { title, dayOf }]) => {
    return { uid: `programme.${name}@${host}`, day: dayOf(dates), title, description, address };
  });
}
