import { type Day, dayOf } from '../calendar.ts';
import type { ExpertAvailability } from './availability.ts';
import type { Expert } from './profile.ts';

/** The public sheet of the directory: an allow-list of fields, never the profile with things removed. */
export interface ExpertCard {
  readonly id: string;
  readonly company: string;
  readonly skills: string;
  readonly sectors: string;
  /** Past missions, where the expert chose to publish them. */
  readonly references?: string | undefined;
  readonly website: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly subthemes: readonly string[];
  readonly regions: readonly string[];
  /** What the company says of it; null where it said nothing. */
  readonly availability?: ExpertAvailability | null | undefined;
  /** When the card was published, or last said to be right; null where nobody knows yet. */
  readonly confirmedOn?: Day | null | undefined;
  readonly published: true;
}

/** What of a company its card shows. */
export type ShownOfExpert = Pick<
  Expert,
  'company' | 'answers' | 'website' | 'publishes' | 'contact' | 'subthemes' | 'regions' | 'availability'
>;

/** The card of a published expert, null for any other: the projection deletes the card then. */
export function cardOf(expert: Expert): ExpertCard | null {
  if (!expert.published) return null;
  const confirmedOn = expert.confirmation ? dayOf(expert.confirmation.at) : null;
  return { id: expert.id, ...shownOf(expert), confirmedOn, published: true };
}

/** The fields of a card, before there is one: what a company reads of itself before it is published. */
export function shownOf(expert: ShownOfExpert): Omit<ExpertCard, 'id' | 'confirmedOn' | 'published'> {
  return {
    company: expert.company,
    skills: expert.answers.skills ?? '',
    sectors: expert.answers.sectors ?? '',
    ...(expert.publishes.references === true && { references: expert.answers.references ?? '' }),
    website: expert.website,
    email: expert.publishes.email ? expert.contact.email : null,
    phone: expert.publishes.phone ? expert.contact.phone : null,
    subthemes: expert.subthemes,
    regions: expert.regions,
    availability: expert.availability ?? null,
  };
}
