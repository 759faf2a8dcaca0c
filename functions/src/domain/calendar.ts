/** Instants are UTC milliseconds; days are Europe/Paris dates written `YYYY-MM-DD`, which compare as strings. */
export type Instant = number;
export type Day = string;

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const winter = HOUR;
const summer = 2 * HOUR;

/** One in the morning, UTC, on the last Sunday of a month of 31 days. */
function lastSunday(year: number, month: number): Instant {
  const last = Date.UTC(year, month, 31, 1);
  return last - new Date(last).getUTCDay() * DAY;
}

/**
 * How far the clock of Paris is ahead of UTC: two hours from the last Sunday of March to that of October (directive 2000/84/EC), for all instants since
 * 1996. Written out, as the names below: what `Intl` formats dates with takes 15 ms of each fresh process. `written-french.test.ts` compares both, so
 * that the Node that learns of another law says it.
 */
function parisOffset(instant: Instant): number {
  const year = new Date(instant).getUTCFullYear();
  return instant >= lastSunday(year, 2) && instant < lastSunday(year, 9) ? summer : winter;
}

/** Of the clock of Paris, as if it were UTC. */
function parisClock(instant: Instant): string {
  return new Date(instant + parisOffset(instant)).toISOString();
}

/** The day it is in Paris at `instant`. */
export function dayOf(instant: Instant): Day {
  return parisClock(instant).slice(0, 10);
}

/** The last instant of that day in Paris, whichever of its two offsets the next midnight has. */
export function endOfDay(day: Day): Instant {
  const midnight = Date.parse(`${addDays(day, 1)}T00:00:00+01:00`);
  return (dayOf(midnight - HOUR) === day ? midnight : midnight - HOUR) - 1;
}

/** Whether a text is a day that exists, written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && addDays(text, 0) === text;
}

/** The day so many days later, or earlier when negative. « invalid » of a text that is no day. */
export function addDays(day: Day, days: number): Day {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(midnight) ? 'invalid' : new Date(midnight + days * DAY).toISOString().slice(0, 10);
}

/** « 2025-03-04T14:05:00.000+01:00 »: the clock of Paris at that instant, with its offset. */
export function parisTime(instant: Instant): string {
  return parisClock(instant).replace('Z', parisOffset(instant) === summer ? '+02:00' : '+01:00');
}

const weekdays = ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'] as const;
const months = [
  ...['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet'],
  ...['août', 'septembre', 'octobre', 'novembre', 'décembre'],
] as const;

/** « mardi 4 mars 2025 », « samedi 1er mars 2025 » */
export function formatDay(day: Day): string {
  const date = new Date(`${day}T00:00:00Z`);
  const [year, month, number] = date.toISOString().slice(0, 10).split('-').map(Number);
  // French says « 1er » for the first of a month alone.
  return `${weekdays[date.getUTCDay()]} ${number === 1 ? '1er' : number} ${months[(month ?? 1) - 1]} ${year}`;
}

/** « mardi 4 mars 2025 à 14:05 », Paris time. */
export function formatInstant(instant: Instant): string {
  const clock = parisClock(instant);
  return `${formatDay(clock.slice(0, 10))} à ${clock.slice(11, 16)}`;
}
