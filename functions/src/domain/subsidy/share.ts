import type { Day, Instant } from '../calendar.ts';
import type { Submission } from '../missions/mission.ts';
import type { MissionState } from '../missions/states.ts';
import type { Cents } from '../money.ts';

/**
 * One laureate's part of a mission: its own amounts, and what its list of missions shows. Never another laureate's figures.
 * `subsidyCents + ownCents = shareCents` once validated; `finalCents` once the service is confirmed.
 */
export interface Share {
  readonly missionId: string;
  readonly laureateId: string;
  readonly expertId: string;
  readonly expertName: string;
  readonly need: string;
  readonly subthemes: readonly string[];
  readonly missionState: MissionState;
  readonly since: Instant;
  readonly version: number;
  readonly status: ShareStatus;
  readonly shareCents: Cents;
  readonly subsidyCents: Cents;
  readonly ownCents: Cents;
  readonly finalCents: Cents;
  readonly amendment: ShareAmendment | null;
}

/** A new amount waiting for this laureate; `before` is what it replaced once validated, so that dropping the amendment restores it. */
export interface ShareAmendment {
  readonly number: number;
  readonly shareCents: Cents;
  readonly before: { readonly shareCents: Cents; readonly subsidyCents: Cents; readonly ownCents: Cents } | null;
}

/** The amounts that bind: while an amendment waits for the others, the devis already validated by all stays in force. */
export function inForce(share: Share): Pick<Share, 'shareCents' | 'subsidyCents' | 'ownCents'> {
  const { shareCents, subsidyCents, ownCents } = share.amendment?.before ?? share;
  return { shareCents, subsidyCents, ownCents };
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
}

export interface Devis {
  readonly fileId: string;
  readonly number: string;
  readonly validUntil: Day;
}

/** How a share would be paid with what remains: the subsidy first, the laureate for the rest (« ce qui reste peut être 0 »). */
export function proposedSplit(shareCents: Cents, remainingCents: Cents): { subsidyCents: Cents; ownCents: Cents } {
  const subsidyCents = Math.min(shareCents, Math.max(0, remainingCents));
  return { subsidyCents, ownCents: shareCents - subsidyCents };
}
