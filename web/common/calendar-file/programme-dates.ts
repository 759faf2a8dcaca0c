import type { ProgrammeDates } from '@sur-mesure/functions/domain/calendar-files/days';

/** What the last view of a home said of the programme's dates: kept for the press of a button, which is after it is drawn. */
let known: ProgrammeDates | undefined;

/** Of a view that says nothing of them, those known stay. */
export function tellDates(dates: ProgrammeDates | undefined): void {
  known = dates ?? known;
}

export function knownDates(): ProgrammeDates | undefined {
  return known;
}
