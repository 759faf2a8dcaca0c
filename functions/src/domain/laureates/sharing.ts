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

/** A need of the reader's that others have too. */
export interface SharedNeed {
  readonly subtheme: string;
  readonly names: readonly string[];
}

/** Each need that at least one of the partners has, the most shared first. */
export function sharedNeeds(partners: readonly Partner[]): SharedNeed[] {
  const pairs = partners.flatMap(({ name, subthemes }) => subthemes.map((subtheme) => ({ subtheme, name })));
  return [...Map.groupBy(pairs, ({ subtheme }) => subtheme)]
    .map(([subtheme, found]) => ({ subtheme, names: found.map(({ name }) => name) }))
    .toSorted((one, other) => other.names.length - one.names.length);
}
