import { addDays, DAY, type Day, dayOf, type Instant } from '../calendar.ts';
import { isWorkingDay, type Rest, workingDayFrom } from '../working-days.ts';
import type { Period } from './frequencies.ts';

/** A day or a week of Paris, by its name: two digests of one person can't have the same one. */
export interface DigestPeriod {
  readonly period: Period;
  /** « 2026-11-30 », or « 2026-W49 »: the week of ISO 8601, which begins on Monday and belongs to the year of its Thursday. */
  readonly name: string;
}

/** What a morning gathers. */
export interface DigestMorning {
  readonly today: Day;
  readonly daily: DigestPeriod;
  readonly weekly: WeeklyMorning;
  /** Nobody is expected to answer now: what may be turned down waits, what may not does not. */
  readonly quiet: boolean;
}

export interface WeeklyMorning extends DigestPeriod {
  readonly monday: Day;
  /** The first working day of the week: when it is made. On the days after it, what that morning did not reach is made up for. */
  readonly madeOn: Day;
}

/**
 * The periods of the morning of `now`; null on a weekend or a holiday, which make no digest. Both are read from the clock of Paris, so that neither
 * the change of hour nor the new year makes a day or a week twice.
 */
export function digestMorning(now: Instant, rest: Rest | null): DigestMorning | null {
  const today = dayOf(now);
  if (!isWorkingDay(today, null)) return null;
  const monday = mondayOf(today);
  return {
    today,
    daily: { period: 'daily', name: today },
    weekly: { period: 'weekly', name: isoWeekOf(today), monday, madeOn: workingDayFrom(monday, null) },
    quiet: !isWorkingDay(today, rest),
  };
}

export function mondayOf(day: Day): Day {
  return addDays(day, 1 - weekdayOf(day));
}

/** « 2026-W53 » for 1 January 2027. */
export function isoWeekOf(day: Day): string {
  const thursday = addDays(mondayOf(day), 3);
  const year = thursday.slice(0, 4);
  const days = (Date.parse(thursday) - Date.parse(`${year}-01-01`)) / DAY;
  return `${year}-W${String(Math.floor(days / 7) + 1).padStart(2, '0')}`;
}

/** From 1, Monday, to 7. */
function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}
