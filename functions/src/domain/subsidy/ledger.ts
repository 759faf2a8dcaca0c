import type { Instant } from '../calendar.ts';
import type { Cents } from '../money.ts';

/**
 * One line of a laureate's subsidy, append-only. `cents` is what the line does to *remaining*; the other amounts say why.
 * The id is deterministic, so that writing a line twice fails instead of counting twice.
 */
export type LedgerEntry = EntryBase &
  (
    | { readonly type: 'award'; readonly decision: AwardDecision }
    | { readonly type: 'commit'; readonly missionId: string; readonly version: number }
    | {
        readonly type: 'settle';
        readonly missionId: string;
        readonly version?: number | undefined;
        /** What this line takes out of *committed*, and what it adds to *settled*; the difference is released. */
        readonly committedCents: Cents;
        readonly finalCents: Cents;
      }
    | {
        readonly type: 'void';
        readonly missionId: string;
        readonly version?: number | undefined;
        readonly committedCents: Cents;
      }
    | ({ readonly type: 'adjust' } & AdjustedAmounts)
    | {
        readonly type: 'pay';
        readonly missionId: string;
        readonly version?: number | undefined;
        /** Negative for a payment recorded by mistake. */
        readonly paidCents: Cents;
        /** Absent from lines written before invoices were. */
        readonly invoiceId?: string | undefined;
      }
  );

interface EntryBase {
  readonly id: string;
  /** Signed effect on *remaining*, in cents. */
  readonly cents: Cents;
  readonly at: Instant;
  readonly by: string;
  /** As the person was called then. Absent, like whatever lines came to say later, from the lines of before: their hashes still hold. */
  readonly byName?: string | undefined;
  readonly reason: string | null;
  /** The proof that the same action made of this laureate's decision; null when it made none. */
  readonly proofId?: string | null | undefined;
  readonly settingsVersion: number;
}

/** What an adjustment changes besides *remaining*: the award or, when it names a mission, what that mission has settled. */
export interface AdjustedAmounts {
  readonly kind?: AdjustmentKind | undefined;
  readonly missionId?: string | null | undefined;
  readonly version?: number | undefined;
  /** Signed, in cents: what a refund takes back out of *paid*. */
  readonly paidCents?: Cents | undefined;
  /** The other laureate of a transfer, which has the opposite line. */
  readonly otherLaureateId?: string | undefined;
}

/** Why a subsidy is adjusted. */
export const adjustmentKinds = {
  correction: 'Correction',
  refund: 'Remboursement après clôture',
  transfer: 'Transfert à une autre structure',
} as const;
export type AdjustmentKind = keyof typeof adjustmentKinds;

export interface AwardDecision {
  readonly reference: string;
  readonly date: string;
  readonly ceilingCents: Cents;
  readonly recommendations: string;
}

export type LedgerEntryType = LedgerEntry['type'];

/** What a line of the subsidy is called in statements. */
export const ledgerEntryLabels = {
  award: 'Subvention attribuée',
  commit: 'Engagement',
  settle: 'Règlement',
  void: 'Annulation',
  adjust: 'Correction',
  pay: 'Paiement',
} as const satisfies Record<LedgerEntryType, string>;

/** Deterministic ids: the ledger's own defence against doing a thing twice. */
export const entryId = {
  award: (decision: string) => `award.${decision}`,
  commit: (missionId: string, version: number) => `${missionId}.v${version}.commit`,
  amend: (missionId: string, amendment: number) => `${missionId}.a${amendment}.commit`,
  amendRelease: (missionId: string, amendment: number) => `${missionId}.a${amendment}.release`,
  amendDrop: (missionId: string, amendment: number) => `${missionId}.a${amendment}.drop`,
  settle: (missionId: string, reopened: number) => `${missionId}.settle${reopened === 0 ? '' : `.r${reopened}`}`,
  reopenSettle: (missionId: string, reopened: number) => `${missionId}.r${reopened}.reopen`,
  reopenCommit: (missionId: string, reopened: number) => `${missionId}.r${reopened}.commit`,
  void: (missionId: string, version: number) => `${missionId}.v${version}.void`,
  adjust: (operation: string) => `adjust.${operation}`,
  transferVoid: (missionId: string, fromId: string) => `${missionId}.from.${fromId}.void`,
  transferCommit: (missionId: string, fromId: string) => `${missionId}.from.${fromId}.commit`,
  transferOut: (operation: string) => `adjust.${operation}.out`,
  transferIn: (operation: string) => `adjust.${operation}.in`,
  /** `made`: payments of this invoice recorded before this line. */
  pay: (missionId: string, invoiceId: string, made: number) =>
    `${missionId}.pay.${invoiceId}${made === 0 ? '' : `.r${made}`}`,
  payCancel: (missionId: string, invoiceId: string, made: number) => `${missionId}.pay.${invoiceId}.c${made}`,
} as const;

export interface Balance {
  readonly awardedCents: Cents;
  readonly committedCents: Cents;
  readonly settledCents: Cents;
  readonly paidCents: Cents;
  readonly remainingCents: Cents;
}

export const emptyBalance: Balance = {
  awardedCents: 0,
  committedCents: 0,
  settledCents: 0,
  paidCents: 0,
  remainingCents: 0,
};

/** The one function that says what remains: always the sum of the entries, never a stored figure. */
export function balanceOf(entries: readonly LedgerEntry[]): Balance {
  return entries.reduce(addEntry, emptyBalance);
}

/** The balance once a line is added to it. */
export function addEntry(balance: Balance, entry: LedgerEntry): Balance {
  const next = { ...balance, remainingCents: balance.remainingCents + entry.cents };
  switch (entry.type) {
    case 'award':
      return { ...next, awardedCents: balance.awardedCents + entry.cents };
    case 'adjust':
      return adjusted(next, entry);
    case 'commit':
      return { ...next, committedCents: balance.committedCents - entry.cents };
    case 'settle':
      return {
        ...next,
        committedCents: balance.committedCents - entry.committedCents,
        settledCents: balance.settledCents + entry.finalCents,
      };
    case 'void':
      return { ...next, committedCents: balance.committedCents - entry.committedCents };
    case 'pay':
      return { ...next, paidCents: balance.paidCents + entry.paidCents };
    default:
      return entry satisfies never;
  }
}

/** Money that a mission gives back is settled no more; any other adjustment changes what was awarded. */
function adjusted(
  balance: Balance,
  { cents, missionId, paidCents }: Extract<LedgerEntry, { type: 'adjust' }>,
): Balance {
  if (!missionId) return { ...balance, awardedCents: balance.awardedCents + cents };
  return {
    ...balance,
    settledCents: balance.settledCents - cents,
    paidCents: balance.paidCents + (paidCents ?? 0),
  };
}

/** What a mission holds of this subsidy, still open. */
export function committedOn(entries: readonly LedgerEntry[], missionId: string): Cents {
  return balanceOn(entries, missionId).committedCents;
}

/** What the lines of one mission make together; `remainingCents` is then what the mission took, as a negative amount. */
export function balanceOn(entries: readonly LedgerEntry[], missionId: string): Balance {
  return balanceOf(entries.filter((entry) => missionOfEntry(entry) === missionId));
}

/** A mission that was over before this service: an id for its lines, and no document of a mission. */
export function historicalMission(key: string): string {
  return `${HISTORICAL}${key}`;
}

export function isHistorical(missionId: string): boolean {
  return missionId.startsWith(HISTORICAL);
}

const HISTORICAL = 'reprise-';

export function missionOfEntry(entry: LedgerEntry): string | null {
  return 'missionId' in entry ? (entry.missionId ?? null) : null;
}
