import { type Cents, formatEuros, sum } from '@sur-mesure/functions/domain/money';
import { amountWarnings, vatOf } from '@sur-mesure/functions/domain/subsidy/devis-warnings';
import { formatRate } from '@sur-mesure/functions/domain/subsidy/funded';
import type { DevisAmounts, DevisLine, VatRate } from '@sur-mesure/functions/domain/subsidy/share';
import { rateOf } from '../common/field/rate.ts';

/** What the devis says of VAT. A devis has one rate most of the time: then one amount is typed, and the rest is computed. */
const vatChoices = {
  none: { label: 'TVA non applicable, art. 293 B du CGI', rate: null },
  '2000': { label: '20 %', rate: 2_000 },
  '1000': { label: '10 %', rate: 1_000 },
  '550': { label: '5,5 %', rate: 550 },
  '210': { label: '2,1 %', rate: 210 },
  '0': { label: '0 %', rate: 0 },
  several: { label: 'Plusieurs taux, ou un autre', rate: null },
} as const;
export type VatChoice = keyof typeof vatChoices;

const choiceNames = ['none', '2000', '1000', '550', '210', '0', 'several'] as const satisfies readonly VatChoice[];
export const vatOptions = choiceNames.map((value) => ({ value, label: vatChoices[value].label }));

/** Amounts of a devis while they are typed; null where nothing readable is typed. */
export interface TypedAmounts {
  readonly vat: VatChoice | '';
  /** Without VAT, for one rate or none. */
  readonly excludingVatCents: Cents | null;
  /** The VAT of one rate, when the devis rounds it its own way; null: as computed. */
  readonly vatCents: Cents | null;
  /** For several rates, or one that is not among the choices. */
  readonly rates: readonly TypedRate[];
  readonly lines: readonly TypedLine[];
}

export interface TypedRate {
  readonly percent: string;
  readonly baseCents: Cents | null;
  readonly vatCents: Cents | null;
}

export interface TypedLine {
  readonly label: string;
  readonly cents: Cents | null;
  /** Asked only where there are several rates. */
  readonly percent: string;
}

export const emptyRate: TypedRate = { percent: '', baseCents: null, vatCents: null };
export const emptyLine: TypedLine = { label: '', cents: null, percent: '' };
export const noAmounts: TypedAmounts = { vat: '', excludingVatCents: null, vatCents: null, rates: [], lines: [] };

/** The amounts, once all that the case asks for is there; null before. The total is always computed, so that it always adds up. */
export function amountsOf(typed: TypedAmounts): DevisAmounts | null {
  const lines = linesOf(typed);
  const rates = ratesOf(typed);
  if (lines === null || rates === null) return null;
  const vat = typed.vat === 'none' ? ({ kind: 'none' } as const) : ({ kind: 'rates', rates } as const);
  const excludingVatCents =
    typed.vat === 'none' ? (typed.excludingVatCents ?? 0) : sum(rates.map(({ baseCents }) => baseCents));
  if (excludingVatCents === 0) return null;
  const vatCents = sum(rates.map((rate) => rate.vatCents));
  return { excludingVatCents, vatCents, includingVatCents: excludingVatCents + vatCents, vat, lines };
}

function ratesOf({ vat, excludingVatCents, vatCents, rates }: TypedAmounts): VatRate[] | null {
  if (vat === '') return null;
  if (vat === 'none') return [];
  const { rate } = vatChoices[vat];
  const typed = rate === null ? rates : [{ percent: formatRate(rate), baseCents: excludingVatCents, vatCents }];
  const read = typed.flatMap((one) => taxed(one) ?? []);
  return read.length === typed.length && read.length > 0 ? read : null;
}

function taxed({ percent, baseCents, vatCents }: TypedRate): VatRate | null {
  const ratePerTenThousand = rateOf(percent);
  if (ratePerTenThousand === null || baseCents === null) return null;
  return { ratePerTenThousand, baseCents, vatCents: vatCents ?? vatOf(baseCents, ratePerTenThousand) };
}

/** A line begun and not finished is missing something; an empty one is none. */
function linesOf({ vat, lines }: TypedAmounts): DevisLine[] | null {
  if (vat === '') return null;
  const begun = lines.filter(isBegun);
  const read = begun.flatMap((line) => lineOf(line, vat) ?? []);
  return read.length === begun.length ? read : null;
}

function lineOf({ label, cents, percent }: TypedLine, vat: VatChoice): DevisLine | null {
  const ratePerTenThousand = vat === 'several' ? rateOf(percent) : (vatChoices[vat].rate ?? 0);
  if (label.trim() === '' || cents === null || ratePerTenThousand === null) return null;
  return { label: label.trim(), excludingVatCents: cents, ratePerTenThousand };
}

function isBegun({ label, cents }: TypedLine): boolean {
  return label.trim() !== '' || cents !== null;
}

/** What is missing, by field, in the order of the page. */
export function missingAmounts(typed: TypedAmounts): { readonly fieldId: string; readonly message: string }[] {
  const { vat, excludingVatCents, rates, lines } = typed;
  if (vat === '') return [{ fieldId: 'devis-vat', message: 'Choisissez la TVA de votre devis.' }];
  const amount = 'Écrivez le montant du devis, en euros.';
  const ofRates = rates.flatMap(({ percent, baseCents }, index) => [
    ...(rateOf(percent) === null
      ? [{ fieldId: `devis-rate-${index}`, message: 'Écrivez un taux de 0 à 100, par exemple 8,5.' }]
      : []),
    ...(baseCents === null ? [{ fieldId: `devis-base-${index}`, message: amount }] : []),
  ]);
  const ofLines = lines.flatMap((line, index) =>
    isBegun(line) && lineOf(line, vat) === null
      ? [{ fieldId: `devis-line-${index}`, message: 'Complétez cette ligne, ou effacez-la.' }]
      : [],
  );
  if (vat === 'several') return [...ofRates, ...ofLines];
  const isNothing = excludingVatCents === null || excludingVatCents === 0;
  return [...(isNothing ? [{ fieldId: 'devis-excluding', message: amount }] : []), ...ofLines];
}

/** Said while typing: what the server would warn both sides of. */
export function amountsWarned(typed: TypedAmounts): string[] {
  const amounts = amountsOf(typed);
  return amounts === null ? [] : amountWarnings(amounts);
}

/** « Hors taxes 2 500,00 €, TVA 500,00 €, total 3 000,00 € ». */
export function totalsInWords({ excludingVatCents, vatCents, includingVatCents, vat }: DevisAmounts): string {
  const total = formatEuros(includingVatCents);
  return vat.kind === 'none'
    ? `Total du devis\u00a0: ${total}, sans TVA.`
    : `Hors taxes ${formatEuros(excludingVatCents)}, TVA ${formatEuros(vatCents)}\u00a0: total du devis ${total}.`;
}

/** Amounts already handed in, as they would have been typed. Of those whose rates were not given, the rate is found again where it can be. */
export function typedAmounts(amounts: DevisAmounts): TypedAmounts {
  const { excludingVatCents, vatCents, vat } = amounts;
  const lines = amounts.lines.map((line) => ({
    label: line.label,
    cents: line.excludingVatCents,
    percent: formatRate(line.ratePerTenThousand),
  }));
  if (vat.kind === 'none') return { ...noAmounts, vat: 'none', excludingVatCents, lines };
  const [only, ...others] = vat.rates;
  const single = choiceNames.find((name) => {
    const { rate } = vatChoices[name];
    if (rate === null || others.length > 0) return false;
    return only === undefined ? vatOf(excludingVatCents, rate) === vatCents : only.ratePerTenThousand === rate;
  });
  const given = (cents: Cents, exact: Cents) => (cents === exact ? null : cents);
  if (single !== undefined) {
    const exact = vatOf(excludingVatCents, vatChoices[single].rate ?? 0);
    return { ...noAmounts, vat: single, excludingVatCents, vatCents: given(vatCents, exact), lines };
  }
  const rates = vat.rates.map((rate) => ({
    percent: formatRate(rate.ratePerTenThousand),
    baseCents: rate.baseCents,
    vatCents: given(rate.vatCents, vatOf(rate.baseCents, rate.ratePerTenThousand)),
  }));
  const unknown = [{ percent: '', baseCents: excludingVatCents, vatCents }];
  return { ...noAmounts, vat: 'several', rates: rates.length === 0 ? unknown : rates, lines };
}
