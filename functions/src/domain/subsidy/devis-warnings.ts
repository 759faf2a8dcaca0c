import { type Cents, formatEuros, sum } from '../money.ts';
import { formatRate, WHOLE } from './funded.ts';
import type { DevisAmounts, DevisLine, VatRate } from './share.ts';

/**
 * What does not agree inside a devis, as sentences with the amounts: lines, rates and VAT against the totals. A warning to both sides and never
 * a refusal: an expert's software rounds its own way, and what is paid is the total. One cent is tolerated for each line or rate.
 */
export function amountWarnings(amounts: DevisAmounts): string[] {
  return [...rateWarnings(amounts), ...lineWarnings(amounts)];
}

function rateWarnings({ vat, vatCents, excludingVatCents }: DevisAmounts): string[] {
  if (vat.kind === 'none') {
    return vatCents === 0 ? [] : [`Le devis est dit sans TVA, et compte ${formatEuros(vatCents)} de TVA.`];
  }
  const { rates } = vat;
  if (rates.length === 0) return [];
  const bases = sum(rates.map(({ baseCents }) => baseCents));
  const taxes = sum(rates.map((rate) => rate.vatCents));
  return [
    ...rates.flatMap(rateWarning),
    ...(differs(bases, excludingVatCents, rates)
      ? [
          `Les montants taxés font ${formatEuros(bases)} ; le montant hors taxes est de ${formatEuros(excludingVatCents)}.`,
        ]
      : []),
    ...(differs(taxes, vatCents, rates)
      ? [`La TVA des différents taux fait ${formatEuros(taxes)} ; la TVA du devis est de ${formatEuros(vatCents)}.`]
      : []),
  ];
}

function rateWarning({ ratePerTenThousand, baseCents, vatCents }: VatRate): string[] {
  const exact = vatOf(baseCents, ratePerTenThousand);
  return differs(exact, vatCents, [baseCents])
    ? [
        `À ${formatRate(ratePerTenThousand)}, la TVA de ${formatEuros(baseCents)} est de ${formatEuros(exact)} ; le devis dit ${formatEuros(vatCents)}.`,
      ]
    : [];
}

function lineWarnings({ lines, excludingVatCents, vat }: DevisAmounts): string[] {
  if (lines.length === 0) return [];
  const total = totalOf(lines);
  const apart = differs(total, excludingVatCents, lines)
    ? [`Les lignes font ${formatEuros(total)} ; le montant hors taxes est de ${formatEuros(excludingVatCents)}.`]
    : [];
  return [...apart, ...(vat.kind === 'none' ? taxedLines(lines) : linesByRate(lines, vat.rates))];
}

function taxedLines(lines: readonly DevisLine[]): string[] {
  const taxed = lines.find(({ ratePerTenThousand }) => ratePerTenThousand > 0);
  return taxed
    ? [`Le devis est dit sans TVA, et la ligne « ${taxed.label} » est à ${formatRate(taxed.ratePerTenThousand)}.`]
    : [];
}

function linesByRate(lines: readonly DevisLine[], rates: readonly VatRate[]): string[] {
  if (rates.length === 0) return [];
  const known = [...new Set([...rates, ...lines].map(({ ratePerTenThousand }) => ratePerTenThousand))];
  return known.flatMap((rate) => {
    const ofRate = lines.filter(({ ratePerTenThousand }) => ratePerTenThousand === rate);
    const base = sum(rates.flatMap((one) => (one.ratePerTenThousand === rate ? one.baseCents : [])));
    const total = totalOf(ofRate);
    return differs(total, base, lines)
      ? [
          `Les lignes à ${formatRate(rate)} font ${formatEuros(total)} ; le montant taxé à ce taux est de ${formatEuros(base)}.`,
        ]
      : [];
  });
}

function totalOf(lines: readonly DevisLine[]): Cents {
  return sum(lines.map(({ excludingVatCents }) => excludingVatCents));
}

/** Half a cent goes up, as on most devis. In exact integers. */
export function vatOf(baseCents: Cents, ratePerTenThousand: number): Cents {
  const whole = BigInt(WHOLE);
  return Number((BigInt(baseCents) * BigInt(ratePerTenThousand) * 2n + whole) / (whole * 2n));
}

function differs(one: Cents, other: Cents, rounded: readonly unknown[]): boolean {
  return Math.abs(one - other) > rounded.length;
}
