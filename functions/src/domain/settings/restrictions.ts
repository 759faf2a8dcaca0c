import { addDays, type Day, formatDay } from '../calendar.ts';
import type { GuardName } from '../missions/guards.ts';
import { type MissionState, missionStates, waitingStates } from '../missions/states.ts';
import { timers } from '../missions/timers.ts';
import { actionNames, transitionOf } from '../missions/transitions.ts';
import type { ProgrammeSettings } from '../programme/settings.ts';
import { settingRow } from './rows.ts';

type DateName = keyof ProgrammeSettings['dates'];

/** Which guards of missions each date closes; the opening closes them all until it comes. */
const guardsOf = {
  lastRequest: ['requestsOpen'],
  lastValidation: ['validationsOpen'],
  endOfServices: ['servicesOpen'],
  lastReport: ['reportsOpen'],
  lastSettlement: ['settlementsOpen', 'endingsOpen'],
} as const satisfies Record<Exclude<DateName, 'opening'>, readonly GuardName[]>;
const guardsOfOpening: readonly GuardName[] = Object.values(guardsOf).flat();

export interface DatesChanged {
  readonly before: ProgrammeSettings['dates'];
  readonly after: ProgrammeSettings['dates'];
  /** Of each mission, to tell those that would have less time. */
  readonly states: readonly MissionState[];
  readonly today: Day;
}

/** What can be done for a shorter time once the dates change, a sentence a date: which actions close, and which missions wait for them today. */
export function restrictionsOf(changed: DatesChanged): string[] {
  return dateNames.flatMap((name) => {
    const { before, after } = changed;
    const sooner = name === 'opening' ? after[name] > before[name] : after[name] < before[name];
    return sooner ? [restriction(name, changed)] : [];
  });
}

const dateNames = [
  'opening',
  'lastRequest',
  'lastValidation',
  'endOfServices',
  'lastReport',
  'lastSettlement',
] as const;

function restriction(name: DateName, { after, states, today }: DatesChanged): string {
  const day = after[name];
  const closed = actionsClosed(name === 'opening' ? guardsOfOpening : guardsOf[name]);
  const what = closed.map((label) => `« ${label} »`).join(', ');
  return `${settingRow(`dates.${name}`).label} : ${when(name, day, today)}, ces actions sont fermées : ${what}. ${waiting(name, states)}`;
}

function when(name: DateName, day: Day, today: Day): string {
  if (name === 'opening') return `jusqu’au ${formatDay(addDays(day, -1))}`;
  return day < today ? 'dès l’enregistrement' : `à partir du ${formatDay(addDays(day, 1))}`;
}

function actionsClosed(guards: readonly GuardName[]): string[] {
  return actionNames
    .map(transitionOf)
    .filter((transition) => transition.guards.some((guard) => guards.includes(guard)))
    .map(({ label }) => label);
}

function waiting(name: DateName, states: readonly MissionState[]): string {
  const counted = waitingStates
    .filter((state) => timers[state].last === name)
    .map((state) => ({ label: missionStates[state].label, count: states.filter((one) => one === state).length }))
    .filter(({ count }) => count > 0)
    .map(({ label, count }) => `« ${label} », ${count}`);
  return counted.length === 0
    ? 'Aucune mission n’attend cette date aujourd’hui.'
    : `Missions dont l’échéance s’arrêterait à ce jour : ${counted.join(' ; ')}.`;
}
