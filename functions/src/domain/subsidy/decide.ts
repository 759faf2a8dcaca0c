import type { Refusal } from '../refusal.ts';
import { type SubsidyActionName, type SubsidyActionRow, type SubsidyCommand, subsidyActions } from './actions.ts';
import { subsidyChecks } from './checks.ts';
import { type SubsidyOutcome, subsidyEffects } from './effects.ts';
import type { SubsidyFacts } from './facts.ts';
import { subsidyGuards } from './guards.ts';

/** The whole of a decision on a subsidy: the table's verdict, then everything that is written with it. */
export function decideSubsidy(facts: SubsidyFacts, command: SubsidyCommand): SubsidyOutcome | Refusal {
  const { checks, effect }: SubsidyActionRow = subsidyActions[command.action];
  const refusal = subsidyRefusal(facts, command.action);
  if (refusal) return refusal;
  for (const name of checks) {
    const found = subsidyChecks[name](facts, command);
    if (found) return found;
  }
  return subsidyEffects[effect](facts, command);
}

/** Why an action can't be taken now, before anything is typed; null when its button is live. */
export function subsidyRefusal(facts: SubsidyFacts, action: SubsidyActionName): Refusal | null {
  const { guards }: SubsidyActionRow = subsidyActions[action];
  for (const name of guards) {
    const refusal = subsidyGuards[name](facts);
    if (refusal) return refusal;
  }
  return null;
}
