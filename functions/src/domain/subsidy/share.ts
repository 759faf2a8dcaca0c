import type { Day, Instant } from '../calendar.ts';
import type { Submission } from '../missions/mission.ts';
import type { MissionState } from '../missions/states.ts';
import type { Cents } from '../money.ts';
import type { FundedBase } from './funded.ts';

/**
 * One laureate's part of a mission: its own amounts, and what its list of missions shows. Never another laureate's figures.
 * `subsidyCents + ownCents = shareCents` once validated; `finalCents` once the service is confirmed.
 * `subsidyCents ≤ fundedCents ≤ shareCents`: `base` and `fundedCents` are what they would be until the share is validated, and frozen then.
 */
export interface Share {
  readonly missionId: string;
  readonly laureateId: string;
  readonly expertId: string;
  readonly expertName: string;
  /** Several missions may answer one need: the laureate's list shows them together. */
  readonly needId: string;
  readonly need: string;
  readonly subthemes: readonly string[];
  readonly missionState: MissionState;
  readonly since: Instant;
  readonly version: number;
  readonly status: ShareStatus;
  readonly base: FundedBase;
  readonly shareCents: Cents;
  /** What of the share the subsidy may pay (`fundedPart`). */
  readonly fundedCents: Cents;
  readonly subsidyCents: Cents;
  readonly ownCents: Cents;
  readonly finalCents: Cents;
  readonly amendment: ShareAmendment | null;
  /** Validated on paper before this service: on which day, by whom. Absent from what was validated here. */
  readonly outside?: { readonly on: Day; readonly by: string } | undefined;
}

/** A new amount waiting for this laureate; `before` is what it replaced once validated, so that dropping the amendment restores it. */
export interface ShareAmendment {
  readonly number: number;
  readonly shareCents: Cents;
  /** By the base frozen at the validation of the devis. */
  readonly fundedCents: Cents;
  readonly before: ShareAmounts | null;
}

export type ShareAmounts = Pick<Share, 'shareCents' | 'fundedCents' | 'subsidyCents' | 'ownCents'>;

/** The amounts that bind: while an amendment waits for the others, the devis already validated by all stays in force. */
export function inForce(share: Share): ShareAmounts {
  const { shareCents, fundedCents, subsidyCents, ownCents } = share.amendment?.before ?? share;
  return { shareCents, fundedCents, subsidyCents, ownCents };
}

export const shareStatuses = {
  none: 'Sans devis',
  proposed: 'À valider',
  committed: 'Engagée',
  settled: 'Réglée',
  void: 'Sans suite',
} as const;
export type ShareStatus = keyof typeof shareStatuses;

/** What the expert handed in, with every amount: read by the expert and staff only. Immutable, one per version. */
export interface SubmittedAmounts {
  readonly version: number;
  readonly submission: Submission;
  readonly amounts: DevisAmounts;
  /** Laureate id → its part, in cents; parts add up to the funded total. */
  readonly split: Readonly<Record<string, Cents>>;
}

export interface DevisAmounts {
  readonly excludingVatCents: Cents;
  readonly vatCents: Cents;
  readonly includingVatCents: Cents;
  readonly vat: DevisVat;
  /** What the devis is made of; empty when the expert gives totals only. */
  readonly lines: readonly DevisLine[];
}

/** « TVA non applicable, art. 293 B du CGI », or the rates; no rate at all when the detail was not given. */
export type DevisVat = { readonly kind: 'none' } | { readonly kind: 'rates'; readonly rates: readonly VatRate[] };

export interface VatRate {
  /** 2 000 for 20 %, 550 for 5,5 %, 210 for 2,1 %. */
  readonly ratePerTenThousand: number;
  readonly baseCents: Cents;
  readonly vatCents: Cents;
}

export interface DevisLine {
  readonly label: string;
  readonly excludingVatCents: Cents;
  readonly ratePerTenThousand: number;
}

/** The amounts of a devis of which no detail is known; without VAT, it is one without VAT. */
export function totalsOnly(excludingVatCents: Cents, vatCents: Cents): DevisAmounts {
  const vat: DevisVat = vatCents === 0 ? { kind: 'none' } : { kind: 'rates', rates: [] };
  return { excludingVatCents, vatCents, includingVatCents: excludingVatCents + vatCents, vat, lines: [] };
}

export interface Devis {
  readonly fileId: string;
  readonly number: string;
  readonly validUntil: Day;
  /** Who issues it, when it is not the company of the profile (portage salarial, coopérative d’activité): it invoices, and is paid. */
  readonly issuer: DevisIssuer | null;
}

/** On `day`. A devis past its date warns; it never blocks. */
export function isExpired({ validUntil }: Pick<Devis, 'validUntil'>, day: Day): boolean {
  return validUntil < day;
}

export interface DevisIssuer {
  readonly name: string;
  readonly siret: string;
}

/**
 * How a share would be paid with what remains: the subsidy first, within what it may fund, the laureate for the rest (« ce qui reste peut être
 * 0 »).
 */
export function proposedSplit(
  { shareCents, fundedCents }: { readonly shareCents: Cents; readonly fundedCents: Cents },
  remainingCents: Cents,
): { subsidyCents: Cents; ownCents: Cents } {
  const subsidyCents = Math.min(fundedCents, Math.max(0, remainingCents));
  return { subsidyCents, ownCents: shareCents - subsidyCents };
}
