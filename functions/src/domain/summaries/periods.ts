import { addDays, DAY, type Day, dayOf, endOfDay, type Instant } from '../calendar.ts';

/** What staff are told of at once: a week from Monday to Sunday (ISO 8601), or a month; days of Paris. */
export interface SummaryPeriod {
  /** `week.2026-W48`, `month.2026-11`: one summary a period, whatever is tried again. */
  readonly id: string;
  readonly kind: SummaryKind;
  /** Both included. */
  readonly from: Day;
  readonly to: Day;
}

interface KindRow {
  /** The two days between which the period of `day` lies. */
  readonly around: (day: Day) => Pick<SummaryPeriod, 'from' | 'to'>;
  readonly nameOf: (from: Day) => string;
  /** A day of the period of that name; null of what is no name. */
  readonly dayNamed: (name: string) => Day | null;
}

const summaryKinds = {
  week: {
    around: (day) => {
      const from = mondayOf(day);
      return { from, to: addDays(from, 6) };
    },
    nameOf: (from) => {
      const thursday = addDays(from, 3);
      return `${yearOf(thursday)}-W${String(Math.ceil(dayOfYear(thursday) / 7)).padStart(2, '0')}`;
    },
    dayNamed: (name) => {
      const [, year, week] = /^(\d{4})-W(\d{2})$/.exec(name) ?? [];
      // The 4th of January is always in the first week.
      return year === undefined ? null : addDays(`${year}-01-04`, 7 * (Number(week) - 1));
    },
  },
  month: {
    around: (day) => {
      const from = firstOfMonth(day);
      return { from, to: addDays(firstOfMonth(addDays(from, 31)), -1) };
    },
    nameOf: (from) => from.slice(0, 7),
    dayNamed: (name) => (/^\d{4}-\d{2}$/.test(name) ? `${name}-01` : null),
  },
} as const satisfies Record<string, KindRow>;
export type SummaryKind = keyof typeof summaryKinds;
export const summaryKindNames = ['week', 'month'] as const satisfies readonly SummaryKind[];

/** The period of that kind in which `day` lies. */
export function periodOf(kind: SummaryKind, day: Day): SummaryPeriod {
  const row: KindRow = summaryKinds[kind];
  const { from, to } = row.around(day);
  return { id: `${kind}.${row.nameOf(from)}`, kind, from, to };
}

/** The period that an id names; null of an id that names none. */
export function periodNamed(id: string): SummaryPeriod | null {
  for (const kind of summaryKindNames) {
    const row: KindRow = summaryKinds[kind];
    const day = id.startsWith(`${kind}.`) ? row.dayNamed(id.slice(kind.length + 1)) : null;
    const period = day === null || addDays(day, 0) !== day ? null : periodOf(kind, day);
    if (period?.id === id) return period;
  }
  return null;
}

/** The last period of that kind that is over at `now`. */
export function lastPeriod(kind: SummaryKind, now: Instant): SummaryPeriod {
  return periodOf(kind, addDays(periodOf(kind, dayOf(now)).from, -1));
}

/** The period of the same kind that begins as this one ends. */
export function nextPeriod({ kind, to }: SummaryPeriod): SummaryPeriod {
  return periodOf(kind, addDays(to, 1));
}

/** The instants of a period, the last one excluded: a week with a change of hour has 167 or 169 hours. */
export interface Bounds {
  readonly startsAt: Instant;
  readonly endsAt: Instant;
}

/** The instants at which a period begins and is over, in Paris. */
export function boundsOf({ from, to }: SummaryPeriod): Bounds {
  return { startsAt: startOfDay(from), endsAt: endOfDay(to) + 1 };
}

/** The first instant of that day in Paris. */
export function startOfDay(day: Day): Instant {
  return endOfDay(addDays(day, -1)) + 1;
}

/** « semaine du 23 au 29 novembre 2026 », « mois de novembre 2026 ». */
export function periodLabel({ kind, from, to }: SummaryPeriod): string {
  if (kind === 'month') return `mois ${/^[aeiou]/.test(monthOf(from)) ? 'd’' : 'de '}${monthOf(from)} ${yearOf(from)}`;
  const year = yearOf(from) === yearOf(to) ? '' : ` ${yearOf(from)}`;
  const month = from.slice(0, 7) === to.slice(0, 7) ? '' : ` ${monthOf(from)}${year}`;
  return `semaine du ${dayInMonth(from)}${month} au ${dayInMonth(to)} ${monthOf(to)} ${yearOf(to)}`;
}

const frenchMonth = new Intl.DateTimeFormat('fr-FR', { timeZone: 'UTC', month: 'long' });
const monthOf = (day: Day) => frenchMonth.format(Date.parse(`${day}T00:00:00Z`));
const yearOf = (day: Day) => day.slice(0, 4);
const firstOfMonth = (day: Day): Day => `${day.slice(0, 7)}-01`;

function dayInMonth(day: Day): string {
  const number = Number(day.slice(8));
  return number === 1 ? '1er' : String(number);
}

function mondayOf(day: Day): Day {
  const sinceMonday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(day, -sinceMonday);
}

/** From 1. */
function dayOfYear(day: Day): number {
  return Math.round((Date.parse(`${day}T00:00:00Z`) - Date.parse(`${yearOf(day)}-01-01T00:00:00Z`)) / DAY) + 1;
}
