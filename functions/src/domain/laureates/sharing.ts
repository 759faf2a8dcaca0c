import type { ListedLaureate } from '../lists/laureates.ts';
import type { Laureate } from './laureate.ts';

/** Another laureate that a mission may be shared with: all that is said of it, and never an amount. */
export interface Partner {
  readonly laureateId: string;
  readonly name: string;
  /** Those of the reader's own scoping note that this one's names too, in the order of the reader's. */
  readonly subthemes: readonly string[];
}

/**
 * With whom `own` may share a mission: active laureates that are open to it, when `own` is one of them itself; else nobody. Those with the most
 * needs in common first, then by name. What a note names and the reader's does not is not shown.
 */
export function partnersOf(own: Laureate, listed: readonly ListedLaureate[]): Partner[] {
  if (own.status !== 'active' || own.openToSharing === null) return [];
  const needs = own.note?.subthemes ?? [];
  return listed
    .filter(({ id, status, sharing }) => id !== own.id && status === 'active' && sharing !== null)
    .map(({ id, name, sharing }) => ({
      laureateId: id,
      name,
      subthemes: needs.filter((subtheme) => sharing?.includes(subtheme)),
    }))
    .toSorted(
      (one, other) => other.subthemes.length - one.subthemes.length || one.name.localeCompare(other.name, 'fr'),
    );
}

/** Of those who have a need, as many as a line of the home names. */
const MOST_NAMED = 4;

/** A need of the reader's that others have too: the first of them, and how many more. */
export interface SharedNeed {
  readonly subtheme: string;
  /** Four at most; three where there are more, so that « et 1 autre » never stands for one name that had room. */
  readonly names: readonly string[];
  readonly others: number;
}

/** What a home says of sharing, of the same size however large the programme. */
export interface SharedNeeds {
  /** How many laureates have at least one need in common with the reader. */
  readonly sharers: number;
  readonly needs: readonly SharedNeed[];
}

/** Each need that at least one of the partners has, the most shared first. */
export function sharedNeeds(partners: readonly Partner[]): SharedNeeds {
  const pairs = partners.flatMap(({ name, subthemes }) => subthemes.map((subtheme) => ({ subtheme, name })));
  const needs = [...Map.groupBy(pairs, ({ subtheme }) => subtheme)]
    .toSorted(([, one], [, other]) => other.length - one.length)
    .map(([subtheme, found]) => {
      const named = found.length > MOST_NAMED ? MOST_NAMED - 1 : found.length;
      return { subtheme, names: found.slice(0, named).map(({ name }) => name), others: found.length - named };
    });
  return { sharers: partners.filter(({ subthemes }) => subthemes.length > 0).length, needs };
}

/** Everybody who has this need of the reader's, by name. */
export function sharersOf(subtheme: string, partners: readonly Partner[]): string[] {
  return partners
    .filter(({ subthemes }) => subthemes.includes(subtheme))
    .map(({ name }) => name)
    .toSorted((one, other) => one.localeCompare(other, 'fr'));
}
