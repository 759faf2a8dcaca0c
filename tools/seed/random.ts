import { createHash } from 'node:crypto';

/** Choices that look like chance and come out the same each time: the demonstration must not change between two machines. */
export interface Chance {
  /** From 0 to below 1. */
  next(): number;
  /** A whole number, both ends included. */
  between(least: number, most: number): number;
  /** One of `choices`, which must not be empty. */
  pick<Choice>(choices: readonly Choice[]): Choice;
  /** True `share` of the time. */
  sometimes(share: number): boolean;
  shuffled<Item>(items: readonly Item[]): Item[];
}

/** The same `seed`, the same choices (mulberry32: small, even enough for names and amounts). */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    between,
    pick: (choices) => at(choices, between(0, choices.length - 1)),
    sometimes: (share) => next() < share,
    shuffled: (items) => {
      const keyed = items.map((item) => ({ item, key: next() }));
      return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
    },
  };
}

/** An item that must be there, counted round and round. */
export function at<Item>(items: readonly Item[], index: number): Item {
  const found = items[index % items.length];
  if (found === undefined) throw new Error('nothing to choose from');
  return found;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** A document id that depends on what it names alone, so that the order in which things are written does not matter. */
export function idOf(...parts: readonly (string | number)[]): string {
  const digest = createHash('sha256').update(parts.join('\n')).digest();
  return Array.from(digest.subarray(0, 20), (byte) => LETTERS[byte % LETTERS.length]).join('');
}

/** A valid SIRET of a company that does not exist: SIREN in a range that is not given yet, then Luhn's check. */
export function siretOf(number: number, establishment = 1): string {
  const siren = withCheck(`99${String(number).padStart(6, '0')}`);
  return withCheck(`${siren}${String(establishment).padStart(4, '0')}`);
}

function withCheck(digits: string): string {
  const total = Array.from(digits, Number)
    .reverse()
    .reduce((sum, digit, index) => {
      const weighted = index % 2 === 0 ? digit * 2 : digit;
      return sum + (weighted > 9 ? weighted - 9 : weighted);
    }, 0);
  return `${digits}${(10 - (total % 10)) % 10}`;
}
