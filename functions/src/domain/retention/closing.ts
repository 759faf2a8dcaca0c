import { type Day, dayOf, type Instant } from '../calendar.ts';
import type { ProgrammeSettings } from '../programme/settings.ts';
import { addMonths } from './lengths.ts';

/** The programme is closed once its last settlement may no longer be made. */
export function closingDay({ dates }: Pick<ProgrammeSettings, 'dates'>): Day {
  return dates.lastSettlement;
}

/** Whether `months` have passed since the programme closed. */
export function isOver(settings: Pick<ProgrammeSettings, 'dates'>, months: number, now: Instant): boolean {
  return dayOf(now) > addMonths(closingDay(settings), months);
}
