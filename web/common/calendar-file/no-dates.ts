import type { CalendarDay } from '@sur-mesure/functions/domain/calendar-files/calendar-file';
import { type Refusal, refuse } from '@sur-mesure/functions/domain/refusal';

const noDates = refuse(
  'no_dates',
  'Les dates ne sont pas arrivées avec cette page : il n’y a rien à mettre dans un agenda. Rechargez-la, puis recommencez.',
);

/** Why there is no file to save: a diary takes an empty one without a word, and whoever saved it believes that the dates are there. */
export function whyNoFile(days: readonly CalendarDay[]): Refusal | null {
  return days.length === 0 ? noDates : null;
}
