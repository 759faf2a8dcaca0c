import type { Instant } from '../calendar.ts';
import type { Cents } from '../money.ts';
import { type Refusal, refuse } from '../refusal.ts';

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
        /** What this line takes out of *committed*, and what it adds to *settled*; the difference is released. */
        readonly committedCents: Cents;
        readonly finalCents: Cents;
      }
    | { readonly type: 'void'; readonly missionId: string; readonly committedCents: Cents }
    | { readonly type: 'adjust' }
    | { readonly type: 'pay'; readonly missionId: string; readonly paidCents: Cents }
  );

interface EntryBase {
  readonly id: string;
  /** Signed effect on *remaining*, in cents. */
  readonly cents: Cents;
  readonly at: Instant;
  readonly by: string;
  readonly reason: string | null;
  readonly settingsVersion: number;
}

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

function addEntry(balance: Balance, entry: LedgerEntry): Balance {
  const next = { ...balance, remainingCents: balance.remainingCents + entry.cents };
  switch (entry.type) {
    case 'award':
    case 'adjust':
      return { ...next, awardedCents: balance.awardedCents + entry.cents };
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

/** What a mission holds of this subsidy, still open. */
export function committedOn(entries: readonly LedgerEntry[], missionId: string): Cents {
  return balanceOf(entries.filter((entry) => 'missionId' in entry && entry.missionId === missionId)).committedCents;
}

export const brokenLedger: Refusal = refuse(
  'ledger-broken',
  'Le registre de la subvention ne concorde pas : aucune décision n’est prise et rien n’est débité. Appelez l’équipe France Tiers-Lieux.',
);

/** Every entry keeps these true; a line that would break one is a fault of ours and must stop the commit. */
export function ledgerFault(entries: readonly LedgerEntry[]): string | null {
  const ids = new Set(entries.map((entry) => entry.id));
  if (ids.size !== entries.length) return 'an entry id appears twice';
  let balance = emptyBalance;
  for (const entry of entries) {
    balance = addEntry(balance, entry);
    if (balance.remainingCents < 0) return `remaining below zero at ${entry.id}`;
    if (balance.committedCents < 0) return `committed below zero at ${entry.id}`;
    if (balance.settledCents < 0) return `settled below zero at ${entry.id}`;
    if (balance.paidCents > balance.settledCents) return `paid above settled at ${entry.id}`;
  }
  const used = balance.committedCents + balance.settledCents;
  return used + balance.remainingCents === balance.awardedCents
    ? null
    : 'used and remaining do not add up to the award';
}
