import type { Page } from '../lists/page.ts';
import type { Refusal } from '../refusal.ts';
import { apiRefusal } from './errors.ts';
import type { Json } from './fields.ts';

export const DEFAULT_ROWS = 100;
/** A mission costs a read for each of its laureates: this is what one request may cost. */
export const MOST_ROWS = 200;

/** A page asked for: by id, which never moves, so that whoever reads page after page misses nothing. */
export interface ApiPageAsked {
  readonly size: number;
  readonly after: string | null;
}

export type ApiPage<Row> = Pick<Page<Row>, 'rows' | 'total' | 'next'>;

const shapes: Readonly<Record<string, RegExp>> = { nombre: /^[1-9]\d{0,2}$/, apres: /^[\w.-]{1,120}:=[\w.-]{1,120}$/ };

/** Reads the address. Anything else in it is refused rather than left out: a filter that does not exist would give more than was asked for. */
export function apiPageAsked(parameters: URLSearchParams): ApiPageAsked | Refusal {
  const names = [...parameters.keys()];
  const wrong = names.some(
    (name) => !Object.hasOwn(shapes, name) || shapes[name]?.test(parameters.get(name) ?? '') !== true,
  );
  const size = Number(parameters.get('nombre') ?? DEFAULT_ROWS);
  if (wrong || new Set(names).size !== names.length || size > MOST_ROWS) return apiRefusal('parameter-invalid');
  return { size, after: parameters.get('apres') };
}

/**
 * The rows whose id follows the mark's, and none past the last: a list that people read shows its last page again there (`pageOf`), which a program would
 * take for new rows.
 */
export function apiPage<Row extends { readonly id: string }>(
  rows: readonly Row[],
  { size, after }: ApiPageAsked,
): ApiPage<Row> {
  const [mark = ''] = after?.split(':') ?? [];
  const following = rows.filter(({ id }) => id > mark).sort((one, other) => (one.id < other.id ? -1 : 1));
  const shown = following.slice(0, size);
  const last = shown.at(-1);
  const more = last !== undefined && following.length > size;
  return { rows: shown, total: rows.length, next: more ? `${last.id}:=${last.id}` : null };
}

/** What is sent. */
export interface ApiAnswer {
  readonly donnees: readonly Json[];
  /** Of all pages. */
  readonly total: number;
  readonly suivant: string | null;
}
