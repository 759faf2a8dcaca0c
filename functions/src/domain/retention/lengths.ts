import { DAY, type Day, dayOf, endOfDay, type Instant } from '../calendar.ts';

/** The same day `months` later, or earlier when negative; the last of the month where there is no such day. */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, number = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  const monthOf = last.toISOString().slice(0, 8);
  return `${monthOf}${String(Math.min(number, last.getUTCDate())).padStart(2, '0')}`;
}

/** The later of two days. */
export function latest(one: Day, other: Day): Day {
  return one > other ? one : other;
}

/** What was written up to then is past its time at `now`. Months are of the calendar of Paris, whole days long. */
export function cutoff(now: Instant, length: { readonly months?: number; readonly days?: number }): Instant {
  if (length.days !== undefined) return now - length.days * DAY;
  return endOfDay(addMonths(dayOf(now), -(length.months ?? 0))) - DAY;
}

/** « 3 mois », « 10 ans » */
export function formatMonths(months: number): string {
  return months % 12 === 0 && months > 24 ? `${months / 12}\u00a0ans` : `${months}\u00a0mois`;
}
