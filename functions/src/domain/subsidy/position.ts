import { type Cents, sum } from '../money.ts';
import { type Balance, balanceOf, emptyBalance, type LedgerEntry } from './ledger.ts';
import { inForce, type Share } from './share.ts';

/** Where a subsidy stands, and where it would stand if everything that waits for a decision were validated. */
export interface Position extends Balance {
  /** What the devis and amendments that wait for this laureate may ask of its subsidy: the VAT that it recovers is never part of it. */
  readonly pendingCents: Cents;
  /** Of that, what the subsidy would pay, and what it could not: the laureate's own charge. */
  readonly pendingSubsidyCents: Cents;
  readonly pendingOwnCents: Cents;
}

/**
 * The one function that says where a subsidy stands: every page, list and statement shows what it answers. Decided amounts come from the
 * ledger alone; `shares` only say what is asked and not decided, so that whoever gives those of one mission learns what that mission asks.
 */
export function positionOf(entries: readonly LedgerEntry[], shares: readonly Share[]): Position {
  return withPending(balanceOf(entries), shares);
}

/** The same from a balance that was summed before, as the one shown on a laureate is. */
export function withPending(balance: Balance, shares: readonly Share[]): Position {
  const pendingCents = sum(shares.map(pendingOf));
  const pendingSubsidyCents = Math.min(pendingCents, Math.max(0, balance.remainingCents));
  return { ...balance, pendingCents, pendingSubsidyCents, pendingOwnCents: pendingCents - pendingSubsidyCents };
}

/**
 * What one mission could be asking of the subsidy: of a devis, the part that it may pay (`fundedCents`, not the share: a subsidy is not shown as
 * waiting for a VAT that it never pays); of an amendment, what is not engaged for it already.
 */
export function pendingOf(share: Share): Cents {
  const { status, amendment, fundedCents } = share;
  if (status === 'proposed') return fundedCents;
  if (status !== 'committed' || amendment === null || amendment.before !== null) return 0;
  return Math.max(0, amendment.fundedCents - inForce(share).subsidyCents);
}

/** What several subsidies make together. */
export function totalBalance(balances: readonly Balance[]): Balance {
  return balances.reduce(
    (total, balance) => ({
      awardedCents: total.awardedCents + balance.awardedCents,
      committedCents: total.committedCents + balance.committedCents,
      settledCents: total.settledCents + balance.settledCents,
      paidCents: total.paidCents + balance.paidCents,
      remainingCents: total.remainingCents + balance.remainingCents,
    }),
    emptyBalance,
  );
}
