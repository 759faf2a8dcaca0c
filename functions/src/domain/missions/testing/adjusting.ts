import { isRefusal } from '../../refusal.ts';
import type { AdjustmentAsked } from '../../subsidy/adjustment.ts';
import { decideSubsidy } from '../../subsidy/decide.ts';
import { camille, subjectWith } from '../../subsidy/testing/subsidy-facts.ts';
import { laureateIds, missionIds, type Press } from './presses.ts';
import type { Story } from './story.ts';

const EVERY = 9;

/** One press in nine is followed by what staff do to a subsidy outside of missions; the figure says which, on whom and how much. */
export function adjusts({ action }: Press): boolean {
  return action % EVERY === 0;
}

/** The kind of adjustment that was made, once its lines are kept; null when it is refused, and then nothing is. */
export function adjusted(story: Story, press: Press, operationId: string): AdjustmentAsked['kind'] | null {
  const { figure } = press;
  const laureateId = nth(laureateIds, figure);
  const otherId = nth(laureateIds, figure + 1);
  const asked = askedBy(press, otherId);
  const decided = decideSubsidy(
    {
      ...{ now: story.now, actor: camille, operationId, adjustment: null },
      settings: { ...story.settings, adjustFourEyes: { mode: 'never' } },
      subject: subjectWith(laureateId, story.laureate(laureateId).entries),
      other: asked.otherLaureateId === null ? null : subjectWith(otherId, story.laureate(otherId).entries),
    },
    { action: 'adjust', input: asked },
  );
  if (isRefusal(decided)) return null;
  for (const { laureateId: id, entry } of decided.entries)
    story.change(id, { entries: [...story.laureate(id).entries, entry] });
  return asked.kind;
}

/** From a few euros to more than there is, either way. */
function askedBy({ figure, mission }: Press, otherLaureateId: string): AdjustmentAsked {
  const cents = 1 + figure * 1_53;
  const signed = figure % 2 === 0 ? cents : -cents;
  const missionId = nth(missionIds, mission);
  const common = { missionId: null, otherLaureateId: null, reason: 'Erreur de saisie.' };
  const kinds: readonly AdjustmentAsked[] = [
    { ...common, kind: 'correction', cents: signed },
    { ...common, kind: 'correction', cents: signed, missionId },
    { ...common, kind: 'refund', cents, missionId },
    { ...common, kind: 'transfer', cents, otherLaureateId },
  ];
  return kinds[(figure >> 2) % kinds.length] ?? { ...common, kind: 'correction', cents };
}

function nth(ids: readonly string[], index: number): string {
  return ids[index % ids.length] ?? '';
}
