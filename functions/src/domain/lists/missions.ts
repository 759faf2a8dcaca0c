import { type Day, dayOf, type Instant } from '../calendar.ts';
import { activeParticipants, type Mission, type MissionCore } from '../missions/mission.ts';
import { allStates, type MissionState } from '../missions/states.ts';
import { dueOf } from '../missions/timers.ts';
import type { MissionRow } from '../missions/views.ts';
import { type Cents, sum } from '../money.ts';
import type { ProgrammeSettings } from '../programme/settings.ts';
import type { Region } from '../programme/territories.ts';
import { themeIdOf } from '../programme/theme-list.ts';
import { subsidyOfFinal } from '../subsidy/funded.ts';
import { inForce, type Share } from '../subsidy/share.ts';
import type { ListedLaureate } from './laureates.ts';
import { type Page, type PageAsked, pageOf, type SortValue } from './page.ts';
import { folded, hasWords } from './words.ts';

/** A mission as the list of the programme keeps it: what a line shows, and what it is found and ordered by. No amount. */
export interface ListedMission extends Pick<MissionCore, ListedField> {
  readonly state: MissionState;
  /** Its beginning, to be found by. */
  readonly need: string;
  readonly expertId: string;
  readonly expertName: string;
  /** Those that take part; of a mission that nobody takes part in any more, all it is open to. */
  readonly laureates: readonly { readonly id: string; readonly name: string }[];
  readonly plannedStart: Day | null;
  readonly plannedEnd: Day | null;
}

type ListedField =
  | 'id'
  | 'needId'
  | 'subthemes'
  | 'since'
  | 'createdAt'
  | 'validatedAt'
  | 'lastReminderAt'
  | 'remindersFrom'
  | 'extendedUntil'
  | 'extendedAt'
  | 'deadlinePassedAt'
  | 'versions';

const LONGEST_NEED = 300;

/** What the list of the programme keeps of a mission. */
export function listedMission(mission: Mission): ListedMission {
  const { id, needId, subthemes, since, createdAt, validatedAt, lastReminderAt, remindersFrom } = mission;
  const { extendedUntil, extendedAt, deadlinePassedAt, versions, state, need, expert, submission } = mission;
  const active = activeParticipants(mission);
  const shown = active.length > 0 ? active : Object.values(mission.participants);
  return {
    ...{ id, needId, subthemes, since, createdAt, validatedAt, lastReminderAt, remindersFrom },
    ...{ extendedUntil, extendedAt, deadlinePassedAt, versions, state },
    need: need.length > LONGEST_NEED ? `${need.slice(0, LONGEST_NEED - 1)}…` : need,
    expertId: expert.expertId,
    expertName: expert.name,
    laureates: shown.map(({ laureateId, name }) => ({ id: laureateId, name })),
    plannedStart: submission?.plannedStart ?? null,
    plannedEnd: submission?.plannedEnd ?? null,
  };
}

/** A line of the team's list, with what is joined to it: deadlines by the settings in force, territories by the laureates as they are now. */
export interface MissionLine extends MissionRow {
  readonly id: string;
  readonly expertId: string;
  readonly laureateIds: readonly string[];
  readonly createdAt: Instant;
  readonly validatedAt: Instant | null;
  readonly plannedStart: Day | null;
  readonly plannedEnd: Day | null;
  /** The day before which an answer is expected, and whether it has come. */
  readonly deadline: Day | null;
  readonly late: boolean;
  readonly regions: readonly Region[];
  readonly promotions: readonly number[];
}

/** The same on a page, with its amounts: what all its laureates are asked, and what their subsidies hold or paid of it; null before any devis. */
export interface MissionPageLine extends MissionLine {
  readonly devisCents: Cents | null;
  readonly subsidyCents: Cents | null;
}

export interface MissionFilters {
  readonly words: string;
  readonly state: MissionState | null;
  readonly late: boolean;
  readonly theme: string | null;
  readonly region: Region | null;
  readonly promotion: number | null;
  readonly laureateId: string | null;
  readonly expertId: string | null;
}

export const noMissionFilter: MissionFilters = {
  ...{ words: '', state: null, late: false, theme: null, region: null, promotion: null },
  ...{ laureateId: null, expertId: null },
};

/** What the team's list may be ordered by. */
export const missionSorts = {
  /** No page offers it: an export is read so, since an id never moves. */
  id: { label: 'Identifiant', valueOf: ({ id }) => id },
  since: { label: 'Depuis le', valueOf: ({ since }) => since },
  deadline: { label: 'Échéance', valueOf: ({ deadline }) => deadline },
  laureate: { label: 'Manufacture', valueOf: ({ laureateNames }) => folded(laureateNames.join(' ')) },
  expert: { label: 'Expert', valueOf: ({ expertName }) => folded(expertName) },
  state: { label: 'État', valueOf: ({ state }) => allStates.indexOf(state) },
  createdAt: { label: 'Demandée le', valueOf: ({ createdAt }) => createdAt },
} as const satisfies Record<string, { label: string; valueOf: (line: MissionLine) => SortValue }>;
export type MissionSort = keyof typeof missionSorts;

/** What the team reads of its missions. */
export interface MissionsView {
  readonly acts: boolean;
  readonly page: Page<MissionPageLine>;
  /** How many there are in each state, and how many are late, under the other filters. */
  readonly counts: readonly { readonly state: MissionState; readonly count: number }[];
  readonly lateCount: number;
  /** Of whom the filters name by id. */
  readonly laureateName: string | null;
  readonly expertName: string | null;
}

interface Joined {
  readonly laureates: ReadonlyMap<string, Pick<ListedLaureate, 'region' | 'promotion'>>;
  readonly settings: ProgrammeSettings;
  readonly now: Instant;
}

/** A line as it is today: what moves with the settings, the clock or the laureates is joined as it is read. */
export function missionLine(mission: ListedMission, { laureates, settings, now }: Joined): MissionLine {
  const { plannedEnd, laureates: parties, id, ...shown } = mission;
  const deadline = dueOf({ ...mission, submission: plannedEnd === null ? null : { plannedEnd } }, settings)?.deadline;
  const known = parties.flatMap((party) => laureates.get(party.id) ?? []);
  return {
    ...shown,
    ...{ id, missionId: id, plannedEnd },
    laureateNames: parties.map(({ name }) => name),
    laureateIds: parties.map((party) => party.id),
    shareCents: null,
    validated: mission.validatedAt !== null,
    deadline: deadline ?? null,
    late: deadline !== undefined && deadline <= dayOf(now),
    regions: [...new Set(known.map(({ region }) => region))],
    promotions: [...new Set(known.map(({ promotion }) => promotion))],
  };
}

/** A page of the lines, and what the filters beside it would show. */
export function missionsPage(
  lines: readonly MissionLine[],
  filters: MissionFilters,
  asked: PageAsked<MissionSort>,
): Pick<MissionsView, 'counts' | 'lateCount'> & { readonly page: Page<MissionLine> } {
  const inAnyState = lines.filter((line) => matches(line, { ...filters, state: null }));
  const found = inAnyState.filter(({ state }) => filters.state === null || state === filters.state);
  const onTimeOrNot = filters.late ? lines.filter((line) => matches(line, { ...filters, late: false })) : found;
  return {
    page: pageOf(found, missionSorts[asked.sort].valueOf, asked),
    counts: countsOf(inAnyState),
    lateCount: onTimeOrNot.filter(({ late }) => late).length,
  };
}

/** Those that the filters find. */
export function missionsFound(lines: readonly MissionLine[], filters: MissionFilters): readonly MissionLine[] {
  return lines.filter((line) => matches(line, filters));
}

function matches(line: MissionLine, filters: MissionFilters): boolean {
  const { state, late, theme, region, promotion, laureateId, expertId, words } = filters;
  return (
    (state === null || line.state === state) &&
    (!late || line.late) &&
    (theme === null || line.subthemes.some((subtheme) => themeIdOf(subtheme) === theme)) &&
    (region === null || line.regions.includes(region)) &&
    (promotion === null || line.promotions.includes(promotion)) &&
    (laureateId === null || line.laureateIds.includes(laureateId)) &&
    (expertId === null || line.expertId === expertId) &&
    hasWords([...line.laureateNames, line.expertName, line.need].join(' '), words)
  );
}

/** How many are in each state, in the order of the states. */
export function countsOf(lines: readonly MissionLine[]): MissionsView['counts'] {
  return allStates.map((state) => ({ state, count: lines.filter((line) => line.state === state).length }));
}

/** What the laureates of one mission are asked together, and what of it their subsidies hold or have settled. */
export function amountsOf(parts: readonly Share[]): Pick<MissionPageLine, 'devisCents' | 'subsidyCents'> {
  const asked = parts.filter(({ status }) => status !== 'none' && status !== 'void');
  if (asked.length === 0) return { devisCents: null, subsidyCents: null };
  return { devisCents: sum(asked.map((share) => inForce(share).shareCents)), subsidyCents: sum(asked.map(heldBy)) };
}

function heldBy(share: Share): Cents {
  if (share.status === 'committed') return inForce(share).subsidyCents;
  return share.status === 'settled' ? subsidyOfFinal(share.finalCents, share) : 0;
}
