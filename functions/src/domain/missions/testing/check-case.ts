import { totalsOnly } from '../../subsidy/share.ts';
import type { ActionInputs, ActionName } from '../actions.ts';
import { devisOf } from './commands.ts';
import { upTo } from './journeys.ts';
import { expert, type Person } from './people.ts';
import type { Story } from './story.ts';

type Verdict = readonly [refused: string | null, twin: string | null];

/** Each code that a check can answer, and how to come to it. */
export type CheckCases = Record<string, () => Verdict>;

/** Tries an action with a bad input then, everything else equal, with a good one. */
export function tried<Name extends ActionName>(
  story: Story,
  person: Person,
  action: Name,
  bad: Partial<ActionInputs[Name]>,
  good: Partial<ActionInputs[Name]> = {},
): Verdict {
  return [story.refusal(person, action, bad), story.refusal(person, action, good)];
}

export const diagnosed = () => upTo('awaiting_diagnostic');
export const withDevis = (story: Story, change: Partial<ReturnType<typeof devisOf>>) => ({
  devis: { ...devisOf(story, expert, 3_000_00), ...change },
});
export const amounts = (excludingVatCents: number, vatCents: number, includingVatCents: number) => ({
  amounts: { ...totalsOnly(excludingVatCents, vatCents), includingVatCents },
});
