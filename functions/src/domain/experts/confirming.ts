import { addDays, type Day, dayOf, type Instant } from '../calendar.ts';
import type { ProgrammeSettings } from '../programme/settings.ts';
import { addWorkingDays, isWorkingDay } from '../working-days.ts';
import type { Expert } from './profile.ts';

/** How long a card is taken to be right, in days. */
const YEAR = 365;

/** What the clock may do about a card that nobody confirmed. It never takes one out of the directory. */
export type CardAction = 'remindOfCard' | 'giveToStaff';

/** A year begins: the card was published, or its company said that it is right, or sent it again. */
export function confirmed(expert: Expert, at: Instant): Expert {
  return {
    ...expert,
    confirmation: { at, reminders: [] },
    confirmBy: expert.published ? addDays(dayOf(at), YEAR) : null,
  };
}

/** The profile once decided: a card that comes back to the directory begins a year, and one that leaves it is asked about no more. */
export function withCardYear(before: Expert, after: Expert, at: Instant): Expert {
  if (!after.published) return { ...after, confirmBy: null };
  return before.published ? after : confirmed(after, at);
}

/** Of a card published before years were counted: from its last review, or from what its company sent since. Null for any other. */
export function firstCardYear(expert: Expert): Expert | null {
  if (!expert.published || (expert.confirmation ?? null) !== null) return null;
  return confirmed(expert, Math.max(expert.submittedAt, expert.review?.at ?? 0));
}

/** What is to be done today about the card; null on a day that is not worked, or when there is nothing to do. */
export function cardAction(expert: Expert, settings: ProgrammeSettings, today: Day): CardAction | null {
  const { published, confirmBy = null, confirmation } = expert;
  if (!published || confirmBy === null || today < confirmBy || !isWorkingDay(today, settings)) return null;
  return (confirmation?.reminders ?? []).length < settings.reminderDays.length ? 'remindOfCard' : 'giveToStaff';
}

/**
 * The profile once reminded of, and when to look at it again: the days of the ladder are counted from the first reminder, and the last of them gives
 * staff a task. A late sweep leaves a working day at least between two.
 */
export function reminded(expert: Expert, settings: ProgrammeSettings, now: Instant): Expert {
  const before = expert.confirmation?.reminders ?? [];
  const reminders = [...before, now];
  const today = dayOf(now);
  const step = settings.reminderDays[before.length] ?? 1;
  const next = addWorkingDays(dayOf(reminders[0] ?? now), step, settings);
  const soonest = addWorkingDays(today, 1, settings);
  return {
    ...expert,
    confirmation: { at: expert.confirmation?.at ?? expert.submittedAt, reminders },
    confirmBy: latest(next, soonest),
  };
}

function latest(one: Day, other: Day): Day {
  return one > other ? one : other;
}

/** Whether a page asks its company to confirm the card: its year is over, whoever was reminded. */
export function awaitsConfirmation({ published, confirmation, confirmBy = null }: Expert, today: Day): boolean {
  const asked = (confirmation?.reminders ?? []).length > 0;
  return published && (asked || (confirmBy !== null && confirmBy <= today));
}
