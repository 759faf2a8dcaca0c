import { addDays, dayOf } from '../functions/src/domain/calendar.ts';
import type { Command, HandedInput } from '../functions/src/domain/missions/actions.ts';
import { type Cents, sum } from '../functions/src/domain/money.ts';
import { totalsOnly } from '../functions/src/domain/subsidy/share.ts';

interface Work {
  /** A file that was deposited, or what was filled in on line. */
  readonly diagnostic: HandedInput;
  readonly devisId: string;
  /** What each laureate is asked, VAT included: together they are the whole devis. */
  readonly split: Readonly<Record<string, Cents>>;
  readonly vatCents?: Cents;
  readonly number?: string;
}

/** What an expert of the tests hands in: a devis that is valid for a month, for a mission of two. */
export function handingIn({ diagnostic, devisId, split, vatCents = 0, number = 'D-1' }: Work): Command {
  const today = dayOf(Date.now());
  const amounts = totalsOnly(sum(Object.values(split)) - vatCents, vatCents);
  return {
    action: 'submitDiagnostic',
    input: {
      diagnostic,
      devis: { fileId: devisId, number, validUntil: addDays(today, 30), issuer: null, amounts },
      ...{ plannedStart: today, plannedEnd: addDays(today, 60), split },
    },
  };
}
