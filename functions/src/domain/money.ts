import { frenchWhole } from './written-french.ts';

/** Amounts are integer cents everywhere; euros exist only in what people type and read. */
export type Cents = number;

/** The largest amount the programme can name (100 million euros): keeps every sum far inside exact integers. */
export const LARGEST_CENTS = 10_000_000_000;

/** « 3 000,00 € », « −50,00 € », with the narrow and plain no-break spaces and the minus sign of French typography. */
export function formatEuros(cents: Cents): string {
  const size = Math.round(Math.abs(cents));
  const written = `${frenchWhole(Math.trunc(size / 100))},${String(size % 100).padStart(2, '0')}\u00A0€`;
  return cents < 0 ? `−${written}` : written;
}

export function isCents(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0 && value <= LARGEST_CENTS;
}

export function sum(amounts: readonly Cents[]): Cents {
  return amounts.reduce((total, amount) => total + amount, 0);
}

/**
 * Splits `total` in proportion to whole `weights` so that the parts add up to the cent: largest remainder, ties to the first. All weights zero
 * means equal parts. In exact integers: with floats, a remainder as near to another as 10⁻⁶ went to the wrong one.
 */
export function splitByWeight(total: Cents, weights: readonly number[]): Cents[] {
  return splitWithOddCents(total, weights).parts;
}

/** The same, with who gets one of the cents that do not divide. */
export function splitWithOddCents(total: Cents, weights: readonly number[]): { parts: Cents[]; odd: boolean[] } {
  const equal = sum(weights) === 0;
  const exact = weights.map((weight) => BigInt(total) * (equal ? 1n : BigInt(weight)));
  const whole = equal ? BigInt(weights.length) : weights.reduce((all, weight) => all + BigInt(weight), 0n);
  const floors = exact.map((value) => Number(value / whole));
  const missing = total - sum(floors);
  const given = exact
    .map((value, index) => ({ index, remainder: value % whole }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1))
    .slice(0, missing)
    .map(({ index }) => index);
  const odd = floors.map((_, index) => given.includes(index));
  return { parts: floors.map((part, index) => part + (odd[index] ? 1 : 0)), odd };
}
