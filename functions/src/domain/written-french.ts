/**
 * Lists and numbers as the French write them. `Intl` would do it, after 15 ms of each fresh process to find its languages and make what formats: a tenth of
 * what a function takes to start. The tests compare both.
 */

/** « A », « A et B », « A, B et C ». */
export function frenchList(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} et ${last}`;
}

/** A whole number, its thousands parted by narrow no-break spaces. */
export function frenchWhole(whole: number): string {
  return String(whole).replace(/\B(?=(?:\d{3})+$)/g, '\u202F');
}

/** With one decimal where it has one: « 1 250 », « 2,5 ». */
export function frenchNumber(value: number): string {
  const tenths = Math.round(Math.abs(value) * 10);
  const written = `${frenchWhole(Math.trunc(tenths / 10))}${tenths % 10 === 0 ? '' : `,${tenths % 10}`}`;
  return value < 0 ? `-${written}` : written;
}
