import { type Day, dayOf } from '@sur-mesure/functions/domain/calendar';

/** The day on the device's clock, in Paris: only to warn while something is typed. */
export function today(): Day {
  return dayOf(Date.now());
}
