import { type Day, formatDay } from '../calendar.ts';

/** What a company says of its own availability: on its card, beside those that laureates choose from. It opens and closes nothing. */
export type ExpertAvailability =
  | { readonly kind: 'now' }
  /** Not before that day. */
  | { readonly kind: 'from'; readonly day: Day }
  | { readonly kind: 'notNow' };

/** Whether a mission may begin on `day`, by what the company said; whoever said nothing is taken as available. */
export function isAvailableOn(availability: ExpertAvailability | null | undefined, day: Day): boolean {
  switch (availability?.kind) {
    case 'notNow':
      return false;
    case 'from':
      return availability.day <= day;
    default:
      return true;
  }
}

/** For the card and whoever reads it on `today`: a day that has come is « now ». Null where the company said nothing. */
export function availabilityWords(availability: ExpertAvailability | null | undefined, today: Day): string | null {
  if (availability === null || availability === undefined) return null;
  if (availability.kind === 'notNow') return 'Pas disponible pour le moment';
  if (availability.kind === 'now' || isAvailableOn(availability, today)) return 'Disponible dès maintenant';
  return `Disponible à partir du ${formatDay(availability.day)}`;
}
