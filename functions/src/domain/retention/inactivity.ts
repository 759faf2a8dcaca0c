import { addDays, type Day } from '../calendar.ts';
import type { Expert } from '../experts/profile.ts';
import { categories } from './categories.ts';
import { addMonths, latest } from './lengths.ts';

/** Days before the end at which its people are told. */
export const warnings = [30, 7] as const;
export type Warning = (typeof warnings)[number];

/** What was said to the people of a company that shows no activity any more. */
export interface InactivityNotice {
  readonly expertId: string;
  readonly dueOn: Day;
  readonly warned: readonly Warning[];
}

export type InactivityStep =
  | { readonly kind: 'nothing' | 'forget' | 'anonymise' }
  | { readonly kind: 'warn'; readonly before: Warning; readonly notice: InactivityNotice };

/** The last sign of life that the sheet itself tells. */
export function lastSign({ submittedAt, review, confirmation }: Expert): number {
  return Math.max(submittedAt, review?.at ?? 0, confirmation?.at ?? 0);
}

/** The day on which a company that was last active then is made anonymous. */
function dueDayOf(lastActive: Day): Day {
  return addMonths(lastActive, categories.experts.keep.months);
}

/**
 * What today asks about a company that was last active that day. Nothing is made anonymous before both warnings were sent, each as long before as it
 * says: a job that did not run for a month makes the end later, never the warning shorter.
 */
export function inactivityStep(
  expertId: string,
  {
    lastActive,
    notice,
    today,
  }: { readonly lastActive: Day; readonly notice: InactivityNotice | null; readonly today: Day },
): InactivityStep {
  const dueOn = dueDayOf(lastActive);
  const [first, second] = warnings;
  if (today < addDays(dueOn, -first)) return { kind: notice === null ? 'nothing' : 'forget' };
  if (notice === null) {
    const later = latest(dueOn, addDays(today, first));
    return { kind: 'warn', before: first, notice: { expertId, dueOn: later, warned: [first] } };
  }
  if (!notice.warned.includes(second)) {
    if (today < addDays(notice.dueOn, -second)) return { kind: 'nothing' };
    const later = latest(notice.dueOn, addDays(today, second));
    return { kind: 'warn', before: second, notice: { ...notice, dueOn: later, warned: [...notice.warned, second] } };
  }
  return { kind: today >= notice.dueOn ? 'anonymise' : 'nothing' };
}
