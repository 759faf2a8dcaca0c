import type { Instant } from '@sur-mesure/functions/domain/calendar';

const hour = new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', timeStyle: 'short' });

/** « 14:05 », Paris time, under a heading that says the day. */
export function hourOf(instant: Instant): string {
  return hour.format(instant);
}
