import { dayOf, type Instant } from '../calendar.ts';
import type { Expert } from '../experts/profile.ts';
import { currentSiret, type Laureate } from '../laureates/laureate.ts';
import type { Cents } from '../money.ts';
import { type Devis, isExpired } from '../subsidy/share.ts';
import type { Mission } from './mission.ts';

export interface SummaryFacts {
  readonly mission: Pick<Mission, 'events'>;
  readonly devis: Devis;
  /** Totals read in the PDF of the devis: they come a while after it, and make a warning. */
  readonly readAmounts: readonly Cents[] | undefined;
  readonly expert: Pick<Expert, 'company' | 'siret' | 'contact'> | null;
  /** Those that take part. */
  readonly laureates: readonly Laureate[];
  /** The file of the logo that it bears; null where there is none. */
  readonly logoId: string | null;
  /** For whose eyes; null for the expert and the team. */
  readonly laureateId: string | null;
  readonly now: Instant;
}

/**
 * All that the summary of a devis says and that may change, in one text: the steps of the mission, what is read in the PDF, the names of both
 * sides, the logo, what remains to the laureate that reads it, whether the devis is past its date. As long as it is the same, so is the summary.
 */
export function summaryState(facts: SummaryFacts): string {
  const { mission, devis, readAmounts, expert, laureates, logoId, laureateId, now } = facts;
  const reader = laureates.find(({ id }) => id === laureateId);
  return JSON.stringify([
    mission.events,
    readAmounts ?? [],
    expert && [expert.company, expert.siret, expert.contact.name],
    laureates.map((one) => [one.name, currentSiret(one), one.department, one.region]),
    logoId,
    // Others read nothing of what remains: a summary for them would be made again for the same words.
    reader?.balance.remainingCents ?? null,
    isExpired(devis, dayOf(now)),
  ]);
}
