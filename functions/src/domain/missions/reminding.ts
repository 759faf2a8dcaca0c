import { type Day, dayOf, type Instant } from '../calendar.ts';
import type { ProgrammeSettings } from '../programme/settings.ts';
import { addWorkingDays, workingDayFrom } from '../working-days.ts';
import { awaitedNames } from './awaited.ts';
import type { Mission } from './mission.ts';
import { type Due, dueOf, nextReminder } from './timers.ts';

/** What a mission's page says of its reminders, to both sides. */
export interface ShownReminders {
  /** Who is awaited, and so reminded. */
  readonly to: string;
  readonly lastAt: Instant | null;
  /** The next one, on a day that is worked; null when none is left before the deadline. */
  readonly next: Day | null;
  /** The day that somebody awaited, or staff, put them off to; null when nobody did, or once it has come. */
  readonly putOffTo: Day | null;
}

/** Null where nobody is reminded. */
export function shownReminders(mission: Mission, settings: ProgrammeSettings, today: Day): ShownReminders | null {
  const due = dueOf(mission, settings);
  if (due === null) return null;
  const { remindersFrom, lastReminderAt } = mission;
  return {
    to: awaitedNames(mission),
    lastAt: lastReminderAt,
    next: comingReminder(mission, due, { settings, today }),
    putOffTo: remindersFrom !== null && remindersFrom > today ? remindersFrom : null,
  };
}

/** The last day to which reminders may be put off: the eve of the deadline, in working days. Null once none may be. */
export function lastSnooze(mission: Mission, settings: ProgrammeSettings, today: Day): Day | null {
  const due = dueOf(mission, settings);
  if (due === null || mission.deadlinePassedAt !== null) return null;
  const eve = addWorkingDays(due.deadline, -1, settings);
  return eve > today ? eve : null;
}

/** How many working days ahead a page offers first. */
const offered = [1, 3, 5] as const;

/** The days that a page offers in one press, all before the deadline. */
export function snoozeChoices(mission: Mission, settings: ProgrammeSettings, today: Day): Day[] {
  const last = lastSnooze(mission, settings, today);
  return last === null ? [] : offered.map((days) => addWorkingDays(today, days, settings)).filter((day) => day <= last);
}

/** « Oïkos a reçu un rappel le mardi 4 mars 2025 » needs a day: that of the last one. */
export function lastReminderDay({ lastReminderAt }: Mission): Day | null {
  return lastReminderAt === null ? null : dayOf(lastReminderAt);
}

/** One whose morning was missed comes on the next day that is worked. */
function comingReminder(
  mission: Mission,
  due: Due,
  { settings, today }: { readonly settings: ProgrammeSettings; readonly today: Day },
): Day | null {
  const next = nextReminder(mission, due);
  if (next === undefined || mission.deadlinePassedAt !== null) return null;
  const day = workingDayFrom(next > today ? next : today, settings);
  return day < due.deadline ? day : null;
}
