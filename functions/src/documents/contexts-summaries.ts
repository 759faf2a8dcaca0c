import type { Day, Instant } from '../domain/calendar.ts';
import type { Cents } from '../domain/money.ts';
import type { Origin } from './contexts.ts';

/**
 * What staff receive of a week or a month, and may forward: everything is counted in it, nothing has to be looked up. Lists may be empty: the
 * template says so in a sentence.
 */
export interface WeeklySummaryContext extends Origin {
  /** Both included. */
  period: { from: Day; to: Day };
  happened: readonly Happening[];
  awaited: readonly Awaited[];
  money: Money;
  ended: readonly EndedMission[];
}

export interface MonthlySummaryContext extends Origin {
  /** Its first and last day. */
  period: { from: Day; to: Day };
  /** What was counted over the month, what happened never included: « Missions demandées », 4. */
  counts: readonly { label: string; count: number }[];
  /** How many missions stand where on the last day. */
  states: readonly { label: string; count: number }[];
  awaited: readonly Awaited[];
  money: Money;
  promotions: readonly PromotionMoney[];
  ended: readonly EndedMission[];
}

export interface Happening {
  atMs: Instant;
  /** « Devis validé ». */
  what: string;
  /** « La Filature du Haut-Pays, avec Atelier Commun ». */
  who: string;
}

/** Who is waited for, the one that waits longest first. */
export interface Awaited {
  /** « L’équipe France Tiers-Lieux », « Les manufactures », « Les experts ». */
  whom: string;
  rows: readonly { what: string; who: string; days: number }[];
}

/** The subsidies of all laureates together: awarded, committed, settled, paid, then what remains. */
export interface Money {
  rows: readonly MoneyRow[];
  remaining: MoneyRow;
}

export interface MoneyRow {
  label: string;
  /** At the end of the period before. */
  beforeCents: Cents;
  changeCents: Cents;
  afterCents: Cents;
}

export interface PromotionMoney {
  label: string;
  laureates: number;
  awardedCents: Cents;
  committedCents: Cents;
  settledCents: Cents;
  remainingCents: Cents;
}

export interface EndedMission {
  day: Day;
  laureates: readonly string[];
  expert: string;
  /** « Achevée », « Terminée avant son terme », « Annulée ». */
  how: string;
  /** What was settled in the end. */
  finalCents: Cents;
}
