import { addDays, type Day } from './calendar.ts';

/** Days of each year, written `MM-DD` and both included, when nobody is expected to answer. It may cross the end of the year. */
export interface QuietPeriod {
  readonly from: string;
  readonly to: string;
}

/** When the programme does not work, besides weekends and public holidays. Its settings are one. */
export interface Rest {
  readonly quietPeriod: QuietPeriod | null;
  /** Days of one year, each by its date: a bridge, a seminar, a local holiday. */
  readonly closedDays: readonly Day[];
}

/** Public holidays of metropolitan France on a fixed date (code du travail, article L3133-1). */
const fixed = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'] as const;
/** Days after Easter Sunday of those that move with it: Easter Monday, Ascension, Pentecost Monday. */
const afterEaster = [1, 39, 50] as const;

/**
 * The public holidays of a year, in order. Those of Alsace-Moselle and overseas are left out: a deadline of the programme is the same day for
 * everyone, and a day too early there is a day that staff may grant.
 */
export function holidaysOf(year: number): Day[] {
  const easter = easterSunday(year);
  return [
    ...fixed.map((day) => `${yearText(year)}-${day}`),
    ...afterEaster.map((days) => addDays(easter, days)),
  ].sort();
}

/** Whether a day is a public holiday in France. */
export function isHoliday(day: Day): boolean {
  const year = day.slice(0, 4);
  const known = holidays.get(year) ?? new Set(holidaysOf(Number(year)));
  holidays.set(year, known);
  return known.has(day);
}

/** Worked out once a year of the calendar: a deadline asks about each of its days. */
const holidays = new Map<string, ReadonlySet<Day>>();

/** Neither weekend, nor public holiday, nor a day of rest; `null` rests on no other. */
export function isWorkingDay(day: Day, rest: Rest | null): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  if (weekday === 0 || weekday === 6 || isHoliday(day)) return false;
  return rest === null || !(rest.closedDays.includes(day) || isQuiet(day, rest.quietPeriod));
}

/** The `count`th working day after `day`, or before it when `count` is negative; `day` itself for none. */
export function addWorkingDays(day: Day, count: number, rest: Rest | null): Day {
  const step = count < 0 ? -1 : 1;
  let current = day;
  for (let left = Math.abs(count); left > 0; ) {
    current = addDays(current, step);
    if (isWorkingDay(current, rest)) left -= 1;
  }
  return current;
}

/** `day` if it is a working day, else the first one after it. */
export function workingDayFrom(day: Day, rest: Rest | null): Day {
  return isWorkingDay(day, rest) ? day : addWorkingDays(day, 1, rest);
}

/** How many working days come after `from`, until `to` and with it; none when it is not later. */
export function workingDaysBetween(from: Day, to: Day, rest: Rest | null): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day, rest)) count += 1;
  return count;
}

/** The longest quiet period, in days: a longer one would be a closure, and one of a whole year would leave no working day to count. */
export const LONGEST_QUIET_PERIOD = 62;

/** Two days of the calendar, at most `LONGEST_QUIET_PERIOD` apart. */
export function isQuietPeriod({ from, to }: QuietPeriod): boolean {
  const start = `2025-${from}`;
  if (addDays(start, 0) !== start || addDays(`2025-${to}`, 0) !== `2025-${to}`) return false;
  return addDays(start, LONGEST_QUIET_PERIOD) > `${from <= to ? '2025' : '2026'}-${to}`;
}

function isQuiet(day: Day, quiet: QuietPeriod | null): boolean {
  if (quiet === null) return false;
  const date = day.slice(5);
  return quiet.from <= quiet.to ? quiet.from <= date && date <= quiet.to : quiet.from <= date || date <= quiet.to;
}

/** Oudin’s algorithm (1940), exact for every year since 1583: the epact gives the full moon, the Sunday after it is Easter. */
function easterSunday(year: number): Day {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const skipped = century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25);
  const epact = (skipped + 19 * golden + 15) % 30;
  const correction = Math.floor(epact / 28) * (1 - Math.floor(29 / (epact + 1)) * Math.floor((21 - golden) / 11));
  const moon = epact - correction;
  const weekday = (year + Math.floor(year / 4) + moon + 2 - century + Math.floor(century / 4)) % 7;
  return addDays(`${yearText(year)}-03-28`, moon - weekday);
}

function yearText(year: number): string {
  return String(year).padStart(4, '0');
}
