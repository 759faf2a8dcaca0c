/** What a list is ordered by; null comes last whichever way it is read, since it says nothing. Words are compared folded (`words.ts`). */
export type SortValue = string | number | null;

/** Which part of a list is asked for. `after` and `before` are marks that a page gave; at most one is used, `after` first. */
export interface PageAsked<Sort extends string = string> {
  readonly sort: Sort;
  readonly descending: boolean;
  readonly after: string | null;
  readonly before: string | null;
  readonly size: number;
}

export interface Page<Row> {
  readonly rows: readonly Row[];
  /** Of the whole list, after its filters. */
  readonly total: number;
  /** How many come before the first row. */
  readonly preceding: number;
  /** Marks of the pages beside this one; null where there is none. */
  readonly next: string | null;
  readonly previous: string | null;
}

export const LARGEST_PAGE = 500;

interface Place {
  readonly id: string;
  readonly value: SortValue;
}

/**
 * One page of rows. A mark is a place in the order (an id and what it was ordered by), not a number of rows: what is added or gone meanwhile neither
 * repeats a line nor skips one. A mark that can't be read is none.
 */
export function pageOf<Row extends { readonly id: string }>(
  rows: readonly Row[],
  orderedBy: (row: Row) => SortValue,
  asked: PageAsked,
): Page<Row> {
  const placed = rows.map((row) => ({ row, place: { id: row.id, value: orderedBy(row) } }));
  placed.sort((one, other) => compared(one.place, other.place, asked.descending));
  const start = startOf(
    placed.map(({ place }) => place),
    asked,
  );
  const shown = placed.slice(start, start + asked.size);
  const last = shown.at(-1);
  const first = shown[0];
  return {
    rows: shown.map(({ row }) => row),
    total: rows.length,
    preceding: start,
    next: last !== undefined && start + shown.length < rows.length ? markOf(last.place) : null,
    previous: first !== undefined && start > 0 ? markOf(first.place) : null,
  };
}

function startOf(places: readonly Place[], { after, before, size, descending }: PageAsked): number {
  const following = placeOf(after);
  if (following !== null) {
    const next = firstPast(places, (place) => compared(place, following, descending) > 0);
    // All that followed is gone: the last page, since an empty one would say that there is nothing.
    return next < places.length ? next : Math.max(0, places.length - size);
  }
  const preceding = placeOf(before);
  if (preceding === null) return 0;
  return Math.max(0, firstPast(places, (place) => compared(place, preceding, descending) >= 0) - size);
}

function firstPast(places: readonly Place[], isPast: (place: Place) => boolean): number {
  const found = places.findIndex(isPast);
  return found === -1 ? places.length : found;
}

function compared(one: Place, other: Place, descending: boolean): number {
  if (one.value === null || other.value === null) {
    if (one.value !== other.value) return one.value === null ? 1 : -1;
  } else if (one.value !== other.value) {
    return one.value < other.value === descending ? 1 : -1;
  }
  if (one.id === other.id) return 0;
  return one.id < other.id ? -1 : 1;
}

function markOf({ id, value }: Place): string {
  if (value === null) return `${id}:`;
  return `${id}:${typeof value === 'number' ? '#' : '='}${value}`;
}

function placeOf(mark: string | null): Place | null {
  const [, id, kind, text = ''] = /^([^:]+):([#=]?)(.*)$/s.exec(mark ?? '') ?? [];
  if (id === undefined) return null;
  if (kind === '') return text === '' ? { id, value: null } : null;
  if (kind === '=') return { id, value: text };
  const value = Number(text);
  return text !== '' && Number.isFinite(value) ? { id, value } : null;
}
