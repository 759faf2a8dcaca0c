import type { Day, Instant } from '../calendar.ts';
import type { Cents } from '../money.ts';
import type { Balance } from '../subsidy/ledger.ts';
import type { SummaryPeriod } from './periods.ts';

/**
 * What a week or a month says of the programme. The page, the PDF and the mail read this one model, so that they agree to the cent; it is stored once
 * the period is over, and names no more people than the journal of a mission does.
 */
export interface Summary {
  readonly period: SummaryPeriod;
  /** When it was looked at. Money and events are those of the period; what waits is what waited then. */
  readonly at: Instant;
  readonly programme: string;
  /** Documents of missions, laureates, accesses or tasks that could not be read, and are in no figure. */
  readonly unreadableDocuments: number;
  readonly awaited: readonly AwaitedGroup[];
  /** On hold, or past its deadline: reports that are late are apart. */
  readonly blocked: readonly WaitingRow[];
  readonly lateReports: readonly WaitingRow[];
  readonly lowSubsidies: readonly LowSubsidy[];
  readonly opened: readonly OpenedAccess[];
  readonly ending: readonly EndingAccess[];
  readonly uncovered: readonly UncoveredSubtheme[];
  readonly money: ProgrammeMoney;
  /** How many live missions stand where. */
  readonly states: readonly Counted[];
  readonly counts: readonly Counted[];
  /** Line by line, of a week alone: a month is counted. */
  readonly happened: readonly Happened[];
  readonly ended: readonly EndedMission[];
}

/** Who is waited for, the one that waits longest first. */
export interface AwaitedGroup {
  /** « L’équipe France Tiers-Lieux », « Les manufactures », « Les experts ». */
  readonly whom: string;
  readonly rows: readonly WaitingRow[];
}

export interface WaitingRow {
  readonly what: string;
  readonly who: string;
  readonly since: Instant;
  /** Page of ours where it is done. */
  readonly path: string;
}

export interface LowSubsidy {
  readonly laureate: string;
  readonly awardedCents: Cents;
  readonly remainingCents: Cents;
  readonly path: string;
}

/** One person, and the dossiers that its declaration opened. */
export interface OpenedAccess {
  readonly at: Instant;
  /** « Hugo Lemaire (Atelier des Trois Rives) ». */
  readonly person: string;
  readonly laureates: readonly string[];
}

/** An access that ended or was cut in the period, or ends in the next one. */
export interface EndingAccess {
  readonly at: Instant;
  readonly person: string;
  readonly laureate: string;
  /** By staff, whatever the missions: it may have been restored since, which the page of accesses says. */
  readonly cut: boolean;
}

/** Needed by a note or a live mission, and on no published card. */
export interface UncoveredSubtheme {
  readonly theme: string;
  readonly subtheme: string;
  readonly laureates: number;
  readonly missions: number;
}

export interface Counted {
  readonly label: string;
  readonly count: number;
}

export interface Happened {
  readonly at: Instant;
  readonly what: string;
  readonly who: string;
}

export interface EndedMission {
  readonly day: Day;
  readonly laureates: readonly string[];
  readonly expert: string;
  readonly how: string;
  /** What was settled in the end. */
  readonly finalCents: Cents;
}

/** What ledgers say before a period and at its end: the change is the difference, and is stored nowhere. */
export interface Move<Amounts> {
  readonly before: Amounts;
  readonly after: Amounts;
}

/** What missions do to a subsidy: a theme is awarded nothing, and has nothing left. */
export type Spending = Pick<Balance, 'committedCents' | 'settledCents' | 'paidCents'>;

export interface GroupRow extends Move<Balance> {
  readonly label: string;
  readonly laureates: number;
}

export interface ThemeRow extends Move<Spending> {
  /** Of the theme: two may have been called alike. */
  readonly id: string;
  readonly label: string;
  /** Those whose money is here, whole or in part. */
  readonly missions: number;
}

/** The rows of each table add up to `total`, to the cent. */
export interface ProgrammeMoney {
  readonly total: Move<Balance>;
  readonly themes: readonly ThemeRow[];
  readonly regions: readonly GroupRow[];
  readonly promotions: readonly GroupRow[];
  readonly territories: readonly GroupRow[];
  /** Lines of ledgers that nothing could read, and that are in no total. */
  readonly unreadableLines: number;
}
