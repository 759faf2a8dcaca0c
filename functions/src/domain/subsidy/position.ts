import { type Cents, sum } from '../money.ts';
import { type Balance, balanceOf, emptyBalance, type LedgerEntry } from './ledger.ts';
import { inForce, type Share } from './share.ts';

/** Where a subsidy stands, and where it would stand if everything that waits for a decision were validated. */
export interface Position extends Balance {
  /** What the devis and amendments that wait for this laureate ask for. */
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
  const asked = shares.map(askedBy);
  const pendingCents = sum(asked.map(({ cents }) => cents));
  const funded = sum(asked.map(({ fundedCents }) => fundedCents));
  const pendingSubsidyCents = Math.min(funded, Math.max(0, balance.remainingCents));
  return { ...balance, pendingCents, pendingSubsidyCents, pendingOwnCents: pendingCents - pendingSubsidyCents };
}

const nothing = { cents: 0, fundedCents: 0 };

/** A devis asks for the whole share, of which the subsidy may pay a part; an amendment for what is not engaged for it already. */
function askedBy(share: Share): { readonly cents: Cents; readonly fundedCents: Cents } {
  const { status, amendment, shareCents, fundedCents } = share;
  if (status === 'proposed') return { cents: shareCents, fundedCents };
  if (status !== 'committed' || amendment === null || amendment.before !== null) return nothing;
  const { subsidyCents } = inForce(share);
  return {
    cents: Math.max(0, amendment.shareCents - subsidyCents),
    fundedCents: Math.max(0, amendment.fundedCents - subsidyCents),
  };
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
