import type { Cents } from '../money.ts';
import { explainedSplit } from '../subsidy/explanation.ts';
import { type FundedBase, fundedPart, wholeBase } from '../subsidy/funded.ts';
import { balanceOf } from '../subsidy/ledger.ts';
import { type DevisAmounts, proposedSplit } from '../subsidy/share.ts';
import { type Facts, own } from './facts.ts';

/** How what waits for a laureate's decision would be paid, and why in sentences. */
export interface ProposedPayment {
  readonly fundedCents: Cents;
  readonly subsidyCents: Cents;
  readonly ownCents: Cents;
  readonly explanation: readonly string[];
}

/** By the base in force now, as the validation itself computes it; null when no amount waits for this laureate. */
export function proposedPayment(facts: Facts): ProposedPayment | null {
  const asked = askedOf(facts);
  if (asked === null) return null;
  const { base, shareCents, fundedCents, engagedCents, amounts } = asked;
  const remainingCents = balanceOf(own(facts)?.entries ?? []).remainingCents + engagedCents;
  const split = proposedSplit({ shareCents, fundedCents }, remainingCents);
  const withVat = amounts !== null && amounts.vatCents > 0;
  return {
    fundedCents,
    ...split,
    explanation: explainedSplit({ base, withVat, shareCents, fundedCents, remainingCents, ...split }),
  };
}

interface Asked {
  readonly base: FundedBase;
  readonly shareCents: Cents;
  readonly fundedCents: Cents;
  /** What this mission engaged already, and an amendment takes first. */
  readonly engagedCents: Cents;
  readonly amounts: DevisAmounts | null;
}

function askedOf(facts: Facts): Asked | null {
  const share = facts.shares[facts.laureateId ?? ''];
  if (share?.status === 'proposed') {
    const base = own(facts)?.fundedBase ?? wholeBase;
    const amounts = facts.submitted?.amounts ?? null;
    const fundedCents = amounts === null ? share.fundedCents : fundedPart(share.shareCents, amounts, base);
    return { base, shareCents: share.shareCents, fundedCents, engagedCents: 0, amounts };
  }
  if (share?.status !== 'committed' || share.amendment?.before !== null) return null;
  const { shareCents, fundedCents } = share.amendment;
  const amounts = facts.amendment?.amounts ?? null;
  return { base: share.base, shareCents, fundedCents, engagedCents: share.subsidyCents, amounts };
}
