import { siretOf } from '../seed/random.ts';

/** What tells one copy of the programme from another. */
export interface Renaming {
  /** Every id of a document of ours that may be named elsewhere. */
  readonly ids: ReadonlySet<string>;
  /** Laureates and experts. */
  readonly organisations: readonly string[];
  /** Of the team: the same in every copy. */
  readonly sameAddresses: ReadonlySet<string>;
}

/** Companies that the demonstration may number: each copy has its own thousands. */
const NUMBERS_A_COPY = 10_000;
const MOST_COPIES = 99;
/** The end of an id, which says of which copy it is. */
const MARK = 3;

/** An id of 20 characters, an address, the number of an establishment (14) or of a company (9). */
const renamed = /[A-Za-z0-9]{20,}|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\b99\d{12}\b|\b99\d{7}\b/g;

/**
 * How strings read in the copy of that number, from 1. Ids stay as long and as scattered as they were, so that what is read in their order comes from
 * every copy; names say which copy they are of, for whoever looks for them.
 */
export function renamer({ ids, organisations, sameAddresses }: Renaming, copy: number): (text: string) => string {
  const mark = copy.toString(36).padStart(MARK, '0');
  const names = organisations.length === 0 ? null : new RegExp(alternatives(organisations), 'g');
  const found = (token: string) => {
    if (token.includes('@')) return sameAddresses.has(token) ? token : token.replace('@', `+${copy}@`);
    if (/^\d+$/.test(token)) return renumbered(token, copy);
    return ids.has(token) ? `${token.slice(0, -MARK)}${mark}` : token;
  };
  return (text) => {
    const named = text.replace(renamed, found);
    return names === null ? named : named.replace(names, (name) => `${name} ${copy + 1}`);
  };
}

/** The longest first: one name may begin another. */
function alternatives(names: readonly string[]): string {
  const longestFirst = [...new Set(names)].sort((one, other) => other.length - one.length);
  return longestFirst.map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
}

/** A number with its check: of an establishment, or of a company. */
function renumbered(digits: string, copy: number): string {
  const number = Number(digits.slice(2, 8)) + (copy % MOST_COPIES) * NUMBERS_A_COPY;
  return siretOf(number, digits.length === 9 ? 1 : Number(digits.slice(9, 13))).slice(0, digits.length);
}

/** Any value of a document, its keys included; what is no text stays. */
export function renamedValue(value: unknown, rename: (text: string) => string): unknown {
  if (typeof value === 'string') return rename(value);
  if (Array.isArray(value)) return value.map((one) => renamedValue(one, rename));
  if (!isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [rename(key), renamedValue(one, rename)]));
}

/** Instants of Firestore and bytes are no maps. */
function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
