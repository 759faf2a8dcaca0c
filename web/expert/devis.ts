import { type Cents, formatEuros, splitByWeight, sum } from '@sur-mesure/functions/domain/money';
import { type DevisAmounts, totalsOnly } from '@sur-mesure/functions/domain/subsidy/share';

/** Amounts of a devis while they are typed; null where nothing readable is typed. */
export interface TypedAmounts {
  /** « TVA non applicable » (franchise, association): one amount is then enough. */
  readonly withoutVat: boolean;
  readonly excludingVatCents: Cents | null;
  readonly vatCents: Cents | null;
  readonly includingVatCents: Cents | null;
}

export const noAmounts: TypedAmounts = {
  withoutVat: false,
  excludingVatCents: null,
  vatCents: null,
  includingVatCents: null,
};

/** The three amounts, once they are all there and add up; null before. */
export function amountsOf(typed: TypedAmounts): DevisAmounts | null {
  const { withoutVat, excludingVatCents, vatCents, includingVatCents } = typed;
  if (excludingVatCents === null || excludingVatCents === 0) return null;
  if (withoutVat) return totalsOnly(excludingVatCents, 0);
  if (vatCents === null || includingVatCents === null) return null;
  return excludingVatCents + vatCents === includingVatCents ? totalsOnly(excludingVatCents, vatCents) : null;
}

/** Said while typing, as soon as the three amounts are there: what they make, when it is not what is written. */
export function amountsFault({ withoutVat, ...typed }: TypedAmounts): string | null {
  const { excludingVatCents, vatCents, includingVatCents } = typed;
  if (withoutVat || excludingVatCents === null || vatCents === null || includingVatCents === null) return null;
  const total = excludingVatCents + vatCents;
  return total === includingVatCents
    ? null
    : `Le montant hors taxes et la TVA font ${formatEuros(total)}, et non ${formatEuros(includingVatCents)}.`;
}

/** Laureate id → its part while it is typed. */
export type TypedSplit = Readonly<Record<string, Cents | null>>;

/** One laureate takes the whole; several take what is typed, once every part is there and they add up; null before. */
export function splitOf(
  laureateIds: readonly string[],
  typed: TypedSplit,
  total: Cents,
): Readonly<Record<string, Cents>> | null {
  const [only] = laureateIds;
  if (laureateIds.length === 1 && only !== undefined) return { [only]: total };
  const parts = laureateIds.map((id) => typed[id] ?? null);
  const split = Object.fromEntries(
    laureateIds.flatMap((id, index) => {
      const part = parts[index] ?? null;
      return part === null ? [] : [[id, part]];
    }),
  );
  return parts.includes(null) || sum(Object.values(split)) !== total ? null : split;
}

/** Said while typing: how far the parts are from the total. */
export function splitFault(laureateIds: readonly string[], typed: TypedSplit, total: Cents): string | null {
  const parts = laureateIds.flatMap((id) => typed[id] ?? []);
  if (laureateIds.length < 2 || parts.length < laureateIds.length) return null;
  const missing = total - sum(parts);
  if (missing === 0) return null;
  return missing > 0
    ? `Il manque ${formatEuros(missing)} pour arriver à ${formatEuros(total)}.`
    : `Les parts dépassent le devis de ${formatEuros(-missing)}.`;
}

/** Equal parts that add up to the cent. */
export function equalSplit(laureateIds: readonly string[], total: Cents): TypedSplit {
  const parts = splitByWeight(
    total,
    laureateIds.map(() => 1),
  );
  return Object.fromEntries(laureateIds.map((id, index) => [id, parts[index] ?? 0]));
}
