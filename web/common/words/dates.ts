import { DAY, type Day, dayOf, formatDay, formatInstant, type Instant } from '@sur-mesure/functions/domain/calendar';

const relative = new Intl.RelativeTimeFormat('fr-FR', { numeric: 'auto' });

/** The first of a month is « 1er » in French; Intl writes « 1 ». */
function ordinal(text: string): string {
  return text.replace(/(^|\s)1 (?=\p{L})/u, '$11er ');
}

/** « mardi 4 mars 2025 », « samedi 1er mars 2025 ». */
export function dayInFull(day: Day): string {
  return ordinal(formatDay(day));
}

/** The day it is in Paris at `instant`, in full. */
export function dayOfInstant(instant: Instant): string {
  return dayInFull(dayOf(instant));
}

/** « mardi 4 mars 2025 à 14:05 », Paris time. */
export function instantInFull(instant: Instant): string {
  return ordinal(formatInstant(instant));
}

/** « aujourd’hui », « demain », « dans 3 jours », « il y a 2 semaines »: counted in Paris days, not in hours. */
export function fromToday(day: Day, now: Instant): string {
  const days = Math.round((Date.parse(day) - Date.parse(dayOf(now))) / DAY);
  return inWords(days).replaceAll(' ', '\u00a0');
}

function inWords(days: number): string {
  if (Math.abs(days) < 14) return relative.format(days, 'day');
  if (Math.abs(days) < 60) return relative.format(Math.round(days / 7), 'week');
  return relative.format(Math.round(days / 30.44), 'month');
}
