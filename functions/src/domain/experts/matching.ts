import { DAY, type Day } from '../calendar.ts';
import { fold } from '../laureates/text.ts';
import { type Region, regionPlaces, regions } from '../programme/territories.ts';
import { subthemeLabel, type Theme } from '../programme/theme-list.ts';
import { frenchList } from '../written-french.ts';
import { availabilityWords, isAvailableOn } from './availability.ts';
import type { ExpertCard } from './card.ts';

/** What a laureate looks for. */
export interface Sought {
  /** Sub-themes, in the order they matter; none looks at everybody. */
  readonly subthemes: readonly string[];
  /** Where the laureate is. */
  readonly region: Region;
  readonly today: Day;
  /** In force: what sub-themes are called. */
  readonly themes: readonly Theme[];
}

/** One thing that speaks for an expert, or against it, in words: a rank without its reason can't be judged. */
export interface Reason {
  readonly about: 'needs' | 'territory' | 'availability';
  readonly speaksFor: boolean;
  readonly words: string;
}

/** An expert as it is offered for a need. */
export interface MatchedExpert {
  readonly card: ExpertCard;
  readonly reasons: readonly Reason[];
}

/**
 * Experts, those who suit the need first: by how many of its sub-themes they cover, then those who come to the
 * laureate's region, then the soonest available, then by name. Who takes no mission for now comes after all those who cover anything and do; who
 * covers nothing comes last.
 */
export function matchedExperts(cards: readonly ExpertCard[], sought: Sought): MatchedExpert[] {
  return cards
    .map((card) => ({ card, rank: rankOf(card, sought) }))
    .toSorted((one, other) => inOrder(one.rank, other.rank) || byName(one.card, other.card))
    .map(({ card }) => ({ card, reasons: reasonsFor(card, sought) }));
}

/** Why this expert, or why not: what the card says about the needs, the place and the time, and nothing it does not say. */
function reasonsFor(card: ExpertCard, sought: Sought): Reason[] {
  return [
    ...(sought.subthemes.length === 0 ? [] : [needsReason(card, sought)]),
    territoryReason(card, sought.region),
    ...availabilityReason(card, sought.today),
  ];
}

function needsReason({ subthemes }: ExpertCard, { subthemes: asked, themes }: Sought): Reason {
  const covered = asked.filter((id) => subthemes.includes(id));
  const about = 'needs';
  if (covered.length === 0) {
    const words = asked.length === 1 ? 'N’annonce pas ce besoin' : 'N’annonce aucun de ces besoins';
    return { about, speaksFor: false, words };
  }
  const labels = frenchList(covered.map((id) => `« ${subthemeLabel(themes, id)} »`));
  const whole = asked.length === 1 ? 'Couvre ce besoin' : `Couvre ces ${asked.length} besoins`;
  const count = covered.length === asked.length ? whole : `Couvre ${covered.length} de ces ${asked.length} besoins`;
  return { about, speaksFor: true, words: `${count} : ${labels}` };
}

const MOST_PLACES = 3;

function territoryReason({ regions: served }: ExpertCard, region: Region): Reason {
  const about = 'territory';
  if (regions.every((one) => served.includes(one))) {
    return { about, speaksFor: true, words: 'Intervient dans toute la France' };
  }
  if (served.includes(region)) return { about, speaksFor: true, words: `Intervient ${regionPlaces[region]}` };
  const [places, more] = [served.slice(0, MOST_PLACES), served.length - MOST_PLACES];
  const others = more > 0 ? [...places, more === 1 ? 'une autre région' : `${more} autres régions`] : places;
  return { about, speaksFor: false, words: `Intervient dans d’autres régions : ${frenchList(others)}` };
}

/** Who said nothing has no reason here: silence is no refusal. */
function availabilityReason({ availability }: ExpertCard, today: Day): Reason[] {
  const words = availabilityWords(availability, today);
  return words === null ? [] : [{ about: 'availability', speaksFor: availability?.kind !== 'notNow', words }];
}

/** Smaller is better, each before the next. */
type Rank = readonly number[];

function rankOf(card: ExpertCard, { subthemes, region, today }: Sought): Rank {
  const closed = card.availability?.kind === 'notNow';
  const covered = subthemes.filter((id) => card.subthemes.includes(id)).length;
  const useless = subthemes.length > 0 && covered === 0;
  return [
    useless ? 2 : closed ? 1 : 0,
    -covered,
    card.regions.includes(region) ? 0 : 1,
    daysAway(card, today),
    closed ? 1 : 0,
  ];
}

/** Who says nothing is taken as who is there: most cards say nothing. */
function daysAway({ availability }: ExpertCard, today: Day): number {
  if (availability?.kind !== 'from' || isAvailableOn(availability, today)) return 0;
  return (Date.parse(availability.day) - Date.parse(today)) / DAY;
}

function inOrder(one: Rank, other: Rank): number {
  return one.map((value, index) => value - (other[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
}

function byName(one: ExpertCard, other: ExpertCard): number {
  return compared(fold(one.company), fold(other.company)) || compared(one.id, other.id);
}

function compared(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
