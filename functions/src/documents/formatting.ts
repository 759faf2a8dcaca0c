import { dayOf, formatDay, formatInstant, isDay } from '../domain/calendar.ts';
import { formatEuros } from '../domain/money.ts';
import { frenchList, frenchNumber } from '../domain/written-french.ts';

/** What a template may call on a value. Each takes what the store holds and answers French text; wrong types throw. */

const noBreak = '\u00A0';

function expected(kind: string, value: unknown): never {
  throw new TypeError(`${kind} expected in a document template, got ${typeof value} ${String(value)}`);
}

/** Integer cents → « 3 000,00 € ». */
function euros(cents: unknown): string {
  return typeof cents === 'number' && Number.isSafeInteger(cents)
    ? formatEuros(cents)
    : expected('Integer cents', cents);
}

/** `YYYY-MM-DD`, or UTC milliseconds read in Paris → « mardi 4 mars 2025 ». */
function date(value: unknown): string {
  if (typeof value === 'number') return formatInstant(value).replace(/ à \d.*$/u, '');
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDay(value) : expected('A date', value);
}

/** `YYYY-MM-DD`, or UTC milliseconds read in Paris → « 04/03/2025 », for the columns of a table. */
function shortDate(value: unknown): string {
  const day = typeof value === 'number' ? dayOf(value) : value;
  return typeof day === 'string' && isDay(day) ? day.split('-').reverse().join('/') : expected('A date', value);
}

/** `YYYY-MM-DD` → « mars 2025 ». */
function month(value: unknown): string {
  return date(value).replace(/^.*?(?=\p{L}+ \d{4}$)/u, '');
}

/** UTC milliseconds → « mardi 4 mars 2025 à 14:05 », Paris time. */
function instant(value: unknown): string {
  return typeof value === 'number' ? formatInstant(value) : expected('An instant', value);
}

/** `plural 2 "jour" "jours"` → « 2 jours »; in French 0 and 1 are singular. */
function plural(count: unknown, one: unknown, many: unknown): string {
  if (typeof count !== 'number') return expected('A number', count);
  return `${frenchNumber(count)}${noBreak}${String(Math.abs(count) < 2 ? one : many)}`;
}

/** « A, B et C ». */
function list(items: unknown): string {
  return Array.isArray(items) ? frenchList(items.map(String)) : expected('A list', items);
}

/** A SHA-256 in groups of four, easier to compare by eye. */
function fingerprint(value: unknown): string {
  return typeof value === 'string' ? value.replace(/(.{4})(?=.)/g, '$1 ') : expected('A fingerprint', value);
}

/** 14 digits → « 123 456 789 00012 ». Anything else is shown as it is. */
function siret(value: unknown): string {
  return typeof value === 'string'
    ? value.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})$/, `$1${noBreak}$2${noBreak}$3${noBreak}$4`)
    : expected('A SIRET', value);
}

/** Bytes → « 184,3 ko ». */
function size(bytes: unknown): string {
  if (typeof bytes !== 'number') return expected('A size in bytes', bytes);
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1000, 'ko'] : [bytes / 1_000_000, 'Mo'];
  return `${frenchNumber(value)}${noBreak}${unit}`;
}

export const formatting = { euros, date, month, shortDate, instant, plural, list, fingerprint, siret, size } as const;
