/** Instants are UTC milliseconds; days are Europe/Paris dates written `YYYY-MM-DD`, which compare as strings. */
export type Instant = number;
export type Day = string;

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const parisDay = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Paris',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});
const parisOffset = new Intl.DateTimeFormat('en', { timeZone: 'Europe/Paris', timeZoneName: 'longOffset' });
const frenchDay = new Intl.DateTimeFormat('fr-FR', { timeZone: 'UTC', dateStyle: 'full' });
const frenchInstant = new Intl.DateTimeFormat('fr-FR', {
  timeZone: 'Europe/Paris',
  dateStyle: 'full',
  timeStyle: 'short',
});

/** The day it is in Paris at `instant`. */
export function dayOf(instant: Instant): Day {
  return parisDay.format(instant);
}

/** The last instant of that day in Paris, whichever of its two offsets the next midnight has. */
export function endOfDay(day: Day): Instant {
  const winter = Date.parse(`${addDays(day, 1)}T00:00:00+01:00`);
  return (dayOf(winter - HOUR) === day ? winter : winter - HOUR) - 1;
}

export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && addDays(text, 0) === text;
}

export function addDays(day: Day, days: number): Day {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(midnight) ? 'invalid' : new Date(midnight + days * DAY).toISOString().slice(0, 10);
}

/** « 2025-03-04T14:05:00.000+01:00 »: the clock of Paris at that instant, with its offset. */
export function parisTime(instant: Instant): string {
  const offset =
    parisOffset
      .formatToParts(instant)
      .find(({ type }) => type === 'timeZoneName')
      ?.value.slice(3) ?? '';
  const [hours = 0, minutes = 0] = offset.split(':').map(Number);
  return new Date(instant + hours * HOUR + minutes * MINUTE).toISOString().replace('Z', offset);
}

/** « mardi 4 mars 2025 », « samedi 1er mars 2025 » */
export function formatDay(day: Day): string {
  return withOrdinal(frenchDay.format(Date.parse(`${day}T00:00:00Z`)));
}

/** « mardi 4 mars 2025 à 14:05 », Paris time. */
export function formatInstant(instant: Instant): string {
  return withOrdinal(frenchInstant.format(instant));
}

/** French says « 1er » for the first of a month alone; `Intl` writes « 1 ». */
function withOrdinal(date: string): string {
  return date.replace(/(?<=^\p{L}+ )1(?= )/u, '1er');
}
