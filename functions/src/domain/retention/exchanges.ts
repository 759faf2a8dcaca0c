import { roleLabels } from '../actor.ts';
import { addDays, type Day, dayOf, formatDay, type Instant } from '../calendar.ts';
import type { StaffTask } from '../staff/tasks.ts';
import { categories } from './categories.ts';
import { addMonths, latest } from './lengths.ts';

/** Days during which staff are told before what was exchanged goes. */
const TOLD = 30;

/** `cancel`: nothing may go, and nothing is announced. `announce`: staff are told from now on. */
export type ExchangesStep = 'cancel' | 'announce' | 'wait' | 'erase';

export interface ExchangesFacts {
  /** Null while nobody saved settings: dates that nobody chose end nothing. */
  readonly closing: Day | null;
  readonly hasLiveMission: boolean;
  /** The task of staff, open or closed by hand: who closed it has read it. */
  readonly announced: Pick<StaffTask, 'at' | 'about' | 'closedBy'> | null;
  readonly now: Instant;
}

/**
 * What tonight does to the exchanges of the programme, which go in one night once its closing is long past. A closing that is typed wrong must not: they go
 * only after staff were told of that very day for thirty, and never while a mission lives. Another closing begins the thirty days again.
 */
export function exchangesStep({ closing, hasLiveMission, announced, now }: ExchangesFacts): ExchangesStep {
  const today = dayOf(now);
  if (closing === null || hasLiveMission || today < addDays(dayAfterTime(closing), -TOLD)) return 'cancel';
  if (announced === null || announced.closedBy === roleLabels.system) return 'announce';
  if (announced.about !== announcement(closing, announced.at)) return 'announce';
  return today < erasedOn(closing, announced.at) ? 'wait' : 'erase';
}

/** The line of the task, which says the day and what it is counted from. */
export function announcement(closing: Day, at: Instant): string {
  return `Les échanges du programme seront effacés le ${formatDay(erasedOn(closing, at))} (clôture : ${formatDay(closing)})`;
}

function erasedOn(closing: Day, announcedAt: Instant): Day {
  return latest(dayAfterTime(closing), addDays(dayOf(announcedAt), TOLD));
}

const dayAfterTime = (closing: Day): Day => addDays(addMonths(closing, categories.exchanges.keep.months), 1);
