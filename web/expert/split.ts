import { type Cents, formatEuros, splitWithOddCents, sum } from '@sur-mesure/functions/domain/money';
import { formatRate, WHOLE } from '@sur-mesure/functions/domain/subsidy/funded';
import { rateOf } from '../common/field/rate.ts';

/** The parts of a shared devis while they are typed: in euros, or in percent from which the cents are computed. */
export interface TypedSplit {
  readonly way: 'euros' | 'percent';
  /** Laureate id → its part; null where nothing readable is typed. */
  readonly cents: Readonly<Record<string, Cents | null>>;
  /** Laureate id → what is typed. */
  readonly percents: Readonly<Record<string, string>>;
}

export const noSplit: TypedSplit = { way: 'euros', cents: {}, percents: {} };

export function splitInEuros(cents: TypedSplit['cents']): TypedSplit {
  return { ...noSplit, cents };
}

/** One laureate takes the whole; several take what is typed, once every part is there and they add up; null before. */
export function splitOf(
  laureateIds: readonly string[],
  typed: TypedSplit,
  total: Cents,
): Readonly<Record<string, Cents>> | null {
  const [only] = laureateIds;
  if (laureateIds.length === 1 && only !== undefined) return { [only]: total };
  return typed.way === 'percent'
    ? (percentSplit(laureateIds, typed, total)?.split ?? null)
    : euroSplit(laureateIds, typed, total);
}

function euroSplit(laureateIds: readonly string[], { cents }: TypedSplit, total: Cents) {
  const split = Object.fromEntries(
    laureateIds.flatMap((id) => {
      const part = cents[id] ?? null;
      return part === null ? [] : [[id, part]];
    }),
  );
  return Object.keys(split).length === laureateIds.length && sum(Object.values(split)) === total ? split : null;
}

interface PercentSplit {
  readonly split: Readonly<Record<string, Cents>>;
  /** Ids of those who get one of the cents that do not divide. */
  readonly odd: readonly string[];
}

/** The cents of each, by largest remainder; null until the percents make 100. */
export function percentSplit(
  laureateIds: readonly string[],
  { percents }: TypedSplit,
  total: Cents,
): PercentSplit | null {
  const weights = laureateIds.flatMap((id) => rateOf(percents[id] ?? '') ?? []);
  if (weights.length !== laureateIds.length || sum(weights) !== WHOLE) return null;
  const { parts, odd } = splitWithOddCents(total, weights);
  return {
    split: Object.fromEntries(laureateIds.map((id, index) => [id, parts[index] ?? 0])),
    odd: laureateIds.filter((_, index) => odd[index]),
  };
}

/** Said while typing: how far the parts are from the whole, once each is there. */
export function splitFault(laureateIds: readonly string[], typed: TypedSplit, total: Cents): string | null {
  if (laureateIds.length < 2) return null;
  return typed.way === 'percent' ? percentFault(laureateIds, typed) : euroFault(laureateIds, typed, total);
}

function percentFault(laureateIds: readonly string[], { percents }: TypedSplit): string | null {
  const rates = laureateIds.flatMap((id) => rateOf(percents[id] ?? '') ?? []);
  const made = sum(rates);
  if (rates.length < laureateIds.length || made === WHOLE) return null;
  return made < WHOLE
    ? `Les parts font ${formatRate(made)}\u00a0: il manque ${formatRate(WHOLE - made)}.`
    : `Les parts font ${formatRate(made)}\u00a0: c’est ${formatRate(made - WHOLE)} de trop.`;
}

function euroFault(laureateIds: readonly string[], { cents }: TypedSplit, total: Cents): string | null {
  const parts = laureateIds.flatMap((id) => cents[id] ?? []);
  if (parts.length < laureateIds.length) return null;
  const missing = total - sum(parts);
  if (missing === 0) return null;
  return missing > 0
    ? `Il manque ${formatEuros(missing)} pour arriver à ${formatEuros(total)}.`
    : `Les parts dépassent le devis de ${formatEuros(-missing)}.`;
}

/** Ids of those whose part can't be read yet. */
export function partsMissing(laureateIds: readonly string[], typed: TypedSplit): string[] {
  if (laureateIds.length < 2) return [];
  return laureateIds.filter((id) =>
    typed.way === 'percent' ? rateOf(typed.percents[id] ?? '') === null : (typed.cents[id] ?? null) === null,
  );
}

/** Equal parts that add up to the cent. */
export function equalSplit(laureateIds: readonly string[], total: Cents): TypedSplit {
  const { parts } = splitWithOddCents(
    total,
    laureateIds.map(() => 1),
  );
  return splitInEuros(Object.fromEntries(laureateIds.map((id, index) => [id, parts[index] ?? 0])));
}

/** « Le centime qui ne se partage pas va à L’Atelier. » */
export function oddCentsInWords(names: readonly string[]): string | null {
  if (names.length === 0) return null;
  const list = new Intl.ListFormat('fr-FR').format(names);
  return names.length === 1
    ? `Le centime qui ne se partage pas va à ${list}.`
    : `Les centimes qui ne se partagent pas vont, un chacune, à ${list}.`;
}
