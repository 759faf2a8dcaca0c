import { dayOf, type Instant } from '../calendar.ts';
import type { FiguresFacts } from './facts.ts';
import type { MonthRow } from './model.ts';

/**
 * How many missions were asked for, validated and reported, month by month; a month without any has its row. From the missions, where each of
 * these has its date, that of papers included for those taken over.
 */
export function monthRows({ missions, at }: Pick<FiguresFacts, 'missions' | 'at'>): MonthRow[] {
  const requests = countedByMonth(missions.map(({ createdAt }) => createdAt));
  const validations = countedByMonth(missions.flatMap(({ validatedAt }) => validatedAt ?? []));
  const reports = countedByMonth(missions.flatMap(({ report }) => report?.at ?? []));
  const first = [...requests.keys(), ...validations.keys(), ...reports.keys()].toSorted()[0];
  return monthsBetween(first, monthOf(at)).map((month) => ({
    month,
    requests: requests.get(month) ?? 0,
    validations: validations.get(month) ?? 0,
    reports: reports.get(month) ?? 0,
  }));
}

/** « 2026-03 », of Paris. */
function monthOf(instant: Instant): string {
  return dayOf(instant).slice(0, 7);
}

function countedByMonth(instants: readonly Instant[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const instant of instants) counts.set(monthOf(instant), (counts.get(monthOf(instant)) ?? 0) + 1);
  return counts;
}

/** Both included; none without a first. */
function monthsBetween(first: string | undefined, last: string): string[] {
  const months: string[] = [];
  for (let month = first; month !== undefined && month <= last; month = monthAfter(month)) months.push(month);
  return months;
}

function monthAfter(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}
