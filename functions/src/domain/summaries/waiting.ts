import { dayOf, formatDay } from '../calendar.ts';
import type { Mission } from '../missions/mission.ts';
import { missionStates, type Turn } from '../missions/states.ts';
import { dueOf } from '../missions/timers.ts';
import { taskKinds, taskPath } from '../staff/tasks.ts';
import { partiesOf, type SummaryFacts } from './facts.ts';
import { balancesAtEnd } from './money.ts';
import { startOfDay } from './periods.ts';
import type { AwaitedGroup, LowSubsidy, WaitingRow } from './summary.ts';

const whom = {
  staff: 'L’équipe France Tiers-Lieux',
  laureate: 'Les manufactures',
  expert: 'Les experts',
} as const satisfies Record<NonNullable<Turn>, string>;

const longestFirst = (one: WaitingRow, other: WaitingRow) => one.since - other.since;

/** Who is awaited, and since when: staff by their tasks, put off ones aside as on their own page; the others by the missions whose turn is theirs. */
export function awaitedGroups({
  tasks,
  missions,
  at,
}: Pick<SummaryFacts, 'tasks' | 'missions' | 'at'>): AwaitedGroup[] {
  const today = dayOf(at);
  const shown = tasks.filter(({ snoozedUntil }) => snoozedUntil === null || snoozedUntil <= today);
  const ofTurn = (turn: Turn) => missions.filter(({ state }) => missionStates[state].turn === turn).map(rowOfMission);
  const groups = [
    {
      whom: whom.staff,
      rows: shown.map((task) => ({
        ...{ what: taskKinds[task.kind].label, who: task.about, since: task.at },
        path: taskPath(task),
      })),
    },
    { whom: whom.laureate, rows: ofTurn('laureate') },
    { whom: whom.expert, rows: ofTurn('expert') },
  ];
  return groups
    .filter(({ rows }) => rows.length > 0)
    .map((group) => ({ ...group, rows: group.rows.toSorted(longestFirst) }));
}

/** On hold, or past the deadline of an answer: reports that are late are told apart, since the work may be done. */
export function blockedMissions({ missions }: Pick<SummaryFacts, 'missions'>): WaitingRow[] {
  return missions
    .flatMap((mission): WaitingRow[] => {
      if (mission.state === 'on_hold') return [rowOfMission(mission)];
      const { deadlinePassedAt, state } = mission;
      if (deadlinePassedAt === null || state === 'awaiting_report') return [];
      const row = rowOfMission(mission);
      return [{ ...row, what: `${row.what}, échéance dépassée`, since: deadlinePassedAt }];
    })
    .toSorted(longestFirst);
}

/** Reports whose deadline has come, seen or not by the sweep of the morning; since that day. */
export function lateReports({
  missions,
  settings,
  at,
}: Pick<SummaryFacts, 'missions' | 'settings' | 'at'>): WaitingRow[] {
  return missions
    .filter(({ state }) => state === 'awaiting_report')
    .flatMap((mission): WaitingRow[] => {
      const deadline = dueOf(mission, settings)?.deadline;
      if (deadline === undefined || dayOf(at) < deadline) return [];
      const what = `Rapport attendu avant le ${formatDay(deadline)}`;
      return [{ ...rowOfMission(mission), what, since: startOfDay(deadline) }];
    })
    .toSorted(longestFirst);
}

/** A subsidy is low when less than a tenth of it can still be engaged: no mission of the size of the others fits in it any more. */
const LOW_PART = 10;

/** At the end of the period, the least first; those that are all engaged are among them. */
export function lowSubsidies(facts: Pick<SummaryFacts, 'laureates' | 'lines' | 'period'>): LowSubsidy[] {
  const balances = balancesAtEnd(facts);
  return facts.laureates
    .filter(({ status }) => status === 'active')
    .flatMap(({ id, name }): LowSubsidy[] => {
      const balance = balances.get(id);
      if (balance === undefined || balance.awardedCents <= 0) return [];
      const { awardedCents, remainingCents } = balance;
      if (remainingCents * LOW_PART >= awardedCents) return [];
      const path = `/equipe?${new URLSearchParams({ laureat: id, partie: 'subvention' })}`;
      return [{ laureate: name, awardedCents, remainingCents, path }];
    })
    .toSorted((one, other) => one.remainingCents - other.remainingCents || one.laureate.localeCompare(other.laureate));
}

function rowOfMission(mission: Mission): WaitingRow {
  return {
    what: missionStates[mission.state].label,
    who: partiesOf(mission),
    since: mission.since,
    path: `/equipe?${new URLSearchParams({ mission: mission.id })}`,
  };
}
