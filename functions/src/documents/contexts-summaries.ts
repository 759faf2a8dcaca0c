import type { Day, Instant } from '../domain/calendar.ts';
import type { Cents } from '../domain/money.ts';
import type { Origin } from './contexts.ts';

/**
 * What staff receive of a week or a month, and may forward: everything is counted in it, nothing has to be looked up. Lists may be empty: the
 * template says so in a sentence.
 */
interface SummaryContext extends Origin {
  /** Both included. */
  period: { from: Day; to: Day };
  /** When it was looked at: money and events are those of the period, what waits is what waited then. */
  atMs: Instant;
  awaited: readonly Awaited[];
  /** On hold, or past the deadline of an answer; reports that are late are apart. */
  blocked: readonly WaitingRow[];
  lateReports: readonly WaitingRow[];
  /** Of which less than a tenth can still be engaged. */
  lowSubsidies: readonly { laureate: string; awardedCents: Cents; remainingCents: Cents }[];
  opened: readonly { day: Day; person: string; laureates: readonly string[] }[];
  /** In the period, or in the next one; those that staff cut in the period are among them. */
  ending: readonly { day: Day; person: string; laureate: string; cut: boolean }[];
  /** Needed, and on no published card: in how many scoping notes and missions. */
  uncovered: readonly { theme: string; subtheme: string; laureates: number; missions: number }[];
  money: Money;
  /** At the end of the period. The rows of each of the four tables add up to the money above. */
  themes: readonly ThemeMoney[];
  regions: readonly GroupMoney[];
  promotions: readonly GroupMoney[];
  territories: readonly GroupMoney[];
  ended: readonly EndedMission[];
}

export interface WeeklySummaryContext extends SummaryContext {
  happened: readonly Happening[];
}

export interface MonthlySummaryContext extends SummaryContext {
  /** What was counted over the month, what happened never included: « Mission demandée », 4. */
  counts: readonly { label: string; count: number }[];
  /** How many live missions stand where. */
  states: readonly { label: string; count: number }[];
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
  rows: readonly WaitingRow[];
}

export interface WaitingRow {
  what: string;
  who: string;
  days: number;
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

interface Spent {
  label: string;
  committedCents: Cents;
  settledCents: Cents;
  paidCents: Cents;
}

export interface ThemeMoney extends Spent {
  missions: number;
}

export interface GroupMoney extends Spent {
  laureates: number;
  awardedCents: Cents;
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
