/** Amounts are integer cents everywhere; euros exist only in what people type and read. */
export type Cents = number;

/** The largest amount the programme can name (100 million euros): keeps every sum far inside exact integers. */
export const LARGEST_CENTS = 10_000_000_000;

const euros = new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' });

/** « 3 000,00 € » with the narrow and plain no-break spaces of French typography. */
export function formatEuros(cents: Cents): string {
  return euros.format(cents / 100);
}

export function isCents(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0 && value <= LARGEST_CENTS;
}

export function sum(amounts: readonly Cents[]): Cents {
  return amounts.reduce((total, amount) => total + amount, 0);
}

/**
 * Splits `total` in proportion to `weights` so that the parts add up to the cent: largest remainder, ties to the first.
 * All weights zero means equal parts.
 */
export function splitByWeight(total: Cents, weights: readonly number[]): Cents[] {
  const whole = sum(weights);
  const shares = weights.map((weight) => (whole === 0 ? 1 / weights.length : weight / whole));
  const exact = shares.map((share) => share * total);
  const parts = exact.map(Math.floor);
  const missing = total - sum(parts);
  const order = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index)
    .slice(0, missing);
  for (const { index } of order) parts[index] = (parts[index] ?? 0) + 1;
  return parts;
}
