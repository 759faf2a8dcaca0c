import type { Day } from '../calendar.ts';
import type { Cents } from '../money.ts';
import type { DevisAmounts } from './share.ts';

/**
 * What the subsidy may pay of a devis, for one legal entity: all of it with VAT, all of it without (the entity recovers the VAT), or with the
 * part of the VAT that it can't recover (`deductibleTenThousandths`: 6 000 for one that recovers 60 % of it).
 */
export type FundedBase =
  | { readonly kind: 'excludingVat' }
  | { readonly kind: 'includingVat' }
  | { readonly kind: 'coefficient'; readonly deductibleTenThousandths: number };

/** The lenient one, of who said nothing: nothing is recovered, the subsidy may pay the VAT too. */
export const wholeBase: FundedBase = { kind: 'includingVat' };

export const WHOLE = 10_000;

/** Ten-thousandths as people write them: « 20 % », « 5,5 % », « 62,25 % ». */
export function formatRate(tenThousandths: number): string {
  const decimals = (tenThousandths % 100).toString().padStart(2, '0').replace(/0+$/, '');
  return `${Math.floor(tenThousandths / 100)}${decimals === '' ? '' : `,${decimals}`}\u00a0%`;
}

/** What staff read and choose. */
export function baseLabel(base: FundedBase): string {
  switch (base.kind) {
    case 'excludingVat':
      return baseKinds.excludingVat;
    case 'includingVat':
      return 'Montant toutes taxes comprises';
    case 'coefficient':
      return `TVA récupérée à ${formatRate(base.deductibleTenThousandths)}`;
    default:
      return base satisfies never;
  }
}

/** What people choose from; the part of the VAT that is recovered is typed beside the last. */
export const baseKinds = {
  includingVat: 'Montant toutes taxes comprises (rien de la TVA n’est récupéré)',
  excludingVat: 'Montant hors taxes (la TVA est récupérée)',
  coefficient: 'Une partie de la TVA est récupérée',
} as const satisfies Record<FundedBase['kind'], string>;

export function sameBase(one: FundedBase, other: FundedBase): boolean {
  return one.kind === other.kind && deductibleOf(one) === deductibleOf(other);
}

/** How much of the VAT the entity recovers, in ten-thousandths. */
function deductibleOf(base: FundedBase): number {
  switch (base.kind) {
    case 'includingVat':
      return 0;
    case 'excludingVat':
      return WHOLE;
    case 'coefficient':
      return Math.min(WHOLE, Math.max(0, base.deductibleTenThousandths));
    default:
      return base satisfies never;
  }
}

type Totals = Pick<DevisAmounts, 'vatCents' | 'includingVatCents'>;

/**
 * The part of a share that the subsidy may pay: the share less the VAT it holds and that the laureate recovers. Rounded *down* to the cent,
 * in exact integers, so that several laureates together are never funded for more than the base of their devis.
 */
export function fundedPart(shareCents: Cents, { vatCents, includingVatCents }: Totals, base: FundedBase): Cents {
  if (includingVatCents === 0) return 0;
  const whole = BigInt(includingVatCents) * BigInt(WHOLE);
  const recovered = BigInt(vatCents) * BigInt(deductibleOf(base));
  return Number((BigInt(shareCents) * (whole - recovered)) / whole);
}

/** What of a final amount the subsidy may pay, in the proportion frozen when the share was validated; rounded down as well. */
export function fundedPartOfFinal(
  finalCents: Cents,
  frozen: { readonly shareCents: Cents; readonly fundedCents: Cents },
): Cents {
  if (frozen.shareCents === 0) return 0;
  return Number((BigInt(finalCents) * BigInt(frozen.fundedCents)) / BigInt(frozen.shareCents));
}

/** What the subsidy pays of a final amount: never more than was committed, nor than the funded part of what is invoiced in the end. */
export function subsidyOfFinal(
  finalCents: Cents,
  frozen: { readonly shareCents: Cents; readonly fundedCents: Cents; readonly subsidyCents: Cents },
): Cents {
  return Math.min(frozen.subsidyCents, fundedPartOfFinal(finalCents, frozen));
}

/** The base of the legal entity in force on `day`; before the first one began, its own. */
export function baseOn(
  legalEntities: readonly { readonly from: Day; readonly fundedBase: FundedBase }[],
  day: Day,
): FundedBase {
  const begun = legalEntities.filter(({ from }) => from <= day);
  return (begun.at(-1) ?? legalEntities[0])?.fundedBase ?? wholeBase;
}
