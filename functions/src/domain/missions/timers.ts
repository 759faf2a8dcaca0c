import { addDays, type Day, dayOf, type Instant } from '../calendar.ts';
import type { ProgrammeSettings } from '../programme/settings.ts';
import { addWorkingDays, isWorkingDay, workingDayFrom } from '../working-days.ts';
import type { Mission, MissionCore } from './mission.ts';
import { isWaiting, type MissionState, type WaitingState } from './states.ts';

interface Timer {
  /** When the days begin to run: with the state, or with the end of the services that the devis plans. */
  readonly starts: 'since' | 'plannedEnd';
  /** A named task of staff; and, while nothing was ever handed in, the system closes it `expiresAfterDays` later. */
  readonly atDeadline: 'task' | 'taskThenExpiry';
  /** The programme's date beyond which an answer is of no use: a deadline is never later. */
  readonly last: keyof ProgrammeSettings['dates'];
}

/**
 * How long each waiting state may last: every one has a row, or this does not compile. The days themselves are settings
 * (`waitingDays` to the deadline, `reminderDays` to each reminder), since the programme's text gives none.
 */
export const timers = {
  awaiting_expert: { starts: 'since', atDeadline: 'taskThenExpiry', last: 'lastValidation' },
  awaiting_diagnostic: { starts: 'since', atDeadline: 'taskThenExpiry', last: 'lastValidation' },
  awaiting_validation: { starts: 'since', atDeadline: 'task', last: 'lastValidation' },
  awaiting_correction: { starts: 'since', atDeadline: 'task', last: 'lastValidation' },
  awaiting_report: { starts: 'plannedEnd', atDeadline: 'task', last: 'lastReport' },
  awaiting_confirmation: { starts: 'since', atDeadline: 'task', last: 'lastSettlement' },
} as const satisfies Record<WaitingState, Timer>;

/** What of a mission its waiting depends on: a line of a list has it as the mission has. */
export interface Waiting extends Pick<MissionCore, WaitingField> {
  readonly state: MissionState;
  readonly submission: { readonly plannedEnd: Day } | null;
}
type WaitingField =
  | 'since'
  | 'lastReminderAt'
  | 'remindersFrom'
  | 'extendedUntil'
  | 'extendedAt'
  | 'deadlinePassedAt'
  | 'versions';

/** What a mission’s waiting is measured with. */
export interface Due {
  /** Days on which whoever is awaited is reminded: working days, in order, all before the deadline. */
  readonly reminders: readonly Day[];
  /** « réponse attendue avant le … »: from that day on, staff have a task. */
  readonly deadline: Day;
  /** From that day on the system closes it; null where only people do, or before the deadline was seen to pass. */
  readonly expiry: Day | null;
}

/** What the clock may do to a mission. */
export type DueAction = 'remind' | 'passDeadline' | 'expire';

/** The days of the present waiting; null when nobody is awaited, or only staff. */
export function dueOf(mission: Waiting, settings: ProgrammeSettings): Due | null {
  if (!isWaiting(mission.state)) return null;
  const timer: Timer = timers[mission.state];
  const start = startOf(mission, timer);
  const counted = addWorkingDays(start, settings.waitingDays[mission.state], settings);
  const deadline = withinProgramme(latest(counted, granted(mission, settings)), start, settings.dates[timer.last]);
  const reminders = remindersOf(mission, settings, start).filter((day) => day < deadline);
  return { reminders, deadline, expiry: expiryOf(mission, settings, timer) };
}

/**
 * What is to be done today, once; null on a day that is not worked. A reminder whose day went by unseen is made up for, two of them by one. The
 * expiry is counted from the day on which staff had their task, so that a late sweep never closes what nobody was told of.
 */
export function dueAction(mission: Mission, settings: ProgrammeSettings, today: Day): DueAction | null {
  const due = dueOf(mission, settings);
  if (due === null || !isWorkingDay(today, settings)) return null;
  if (mission.deadlinePassedAt !== null) return due.expiry !== null && today >= due.expiry ? 'expire' : null;
  if (today >= due.deadline) return 'passDeadline';
  const next = nextReminder(mission, due);
  return next !== undefined && today >= next ? 'remind' : null;
}

/** The first day on which `dueAction` may answer something; null when it never will. What the sweep asks for is written with the mission. */
export function dueDay(mission: Mission, settings: ProgrammeSettings): Day | null {
  const due = dueOf(mission, settings);
  if (due === null) return null;
  return mission.deadlinePassedAt !== null ? due.expiry : (nextReminder(mission, due) ?? due.deadline);
}

/** The mission with the day on which the sweep must look at it again. */
export function withDueDay(mission: Mission, settings: ProgrammeSettings): Mission {
  return { ...mission, dueOn: dueDay(mission, settings) };
}

/**
 * The day until which staff give time, in days of the calendar: added to a deadline that is to come, counted from today once it has passed. Time that
 * is given never takes any away.
 */
export function extendedTo(mission: Mission, settings: ProgrammeSettings, now: Instant, days: number): Day {
  const today = dayOf(now);
  const deadline = dueOf(mission, settings)?.deadline ?? today;
  return addDays(latest(deadline, today), days);
}

/** The last day that staff may grant in this state: the programme’s own. */
export function lastGrantable(mission: Mission, settings: ProgrammeSettings): Day | null {
  return isWaiting(mission.state) ? settings.dates[timers[mission.state].last] : null;
}

/** A reminder is of a day after the wait, the last reminder and the last extension: none is sent for days that are over. */
export function nextReminder(mission: Waiting, due: Due): Day | undefined {
  const last = Math.max(mission.since, mission.lastReminderAt ?? 0, mission.extendedAt ?? 0);
  return due.reminders.find((day) => day > dayOf(last));
}

/**
 * The ladder begins with the waiting, and again on the day on which staff give time. Put off, it is made up for by one reminder on the day that
 * was chosen, and goes on from there.
 */
function remindersOf({ extendedAt, remindersFrom }: Waiting, settings: ProgrammeSettings, start: Day): Day[] {
  const from = extendedAt === null ? start : latest(start, dayOf(extendedAt));
  const ladder = settings.reminderDays.map((days) => addWorkingDays(from, days, settings));
  if (remindersFrom === null) return ladder;
  const first = workingDayFrom(remindersFrom, settings);
  return [first, ...ladder.filter((day) => day > first)];
}

function startOf(mission: Waiting, { starts }: Timer): Day {
  const since = dayOf(mission.since);
  return starts === 'plannedEnd' ? latest(since, mission.submission?.plannedEnd ?? since) : since;
}

function granted({ extendedUntil }: Waiting, settings: ProgrammeSettings): Day {
  return extendedUntil === null ? '' : workingDayFrom(extendedUntil, settings);
}

/** « avant le » the day after the last one; a wait that begins past it is measured all the same, since staff must still be told. */
function withinProgramme(deadline: Day, start: Day, last: Day): Day {
  const tooLate = addDays(last, 1);
  return start < tooLate && tooLate < deadline ? tooLate : deadline;
}

function expiryOf(mission: Waiting, settings: ProgrammeSettings, { atDeadline }: Timer): Day | null {
  if (atDeadline === 'task' || mission.deadlinePassedAt === null || mission.versions > 0) return null;
  return addWorkingDays(dayOf(mission.deadlinePassedAt), settings.expiresAfterDays, settings);
}

function latest(one: Day, other: Day): Day {
  return one > other ? one : other;
}
