import type { LaureateFacts } from '../../../domain/missions/facts.ts';
import { devisOf } from '../../../domain/missions/testing/commands.ts';
import { expert, signatory } from '../../../domain/missions/testing/people.ts';
import { Story } from '../../../domain/missions/testing/story.ts';
import { splitByWeight } from '../../../domain/money.ts';

export const missionIds = Array.from({ length: 40 }, (_none, index) => `m${index + 1}`);

/**
 * A programme of forty missions, each third one shared: from 700 to 3 820 EUR each, some 90 000 EUR in all, far more than the laureates have.
 * Most wait for a decision; one in five runs already, and for one in ten the report is there.
 */
export function commissioned(laureates: readonly LaureateFacts[]): Story {
  const story = new Story();
  story.laureates = Object.fromEntries(laureates.map((laureate) => [laureate.id, laureate]));
  const ids = laureates.map(({ id }) => id);
  missionIds.forEach((missionId, index) => {
    const requester = ids[index % ids.length] ?? '';
    const sharing = index % 3 === 0 ? ids.filter((id, place) => id !== requester && place <= index % 4) : [];
    story.about(missionId).play(signatory(requester), 'request', { shareWith: sharing });
    for (const laureateId of sharing) story.play(signatory(laureateId), 'join');
    story.play(expert, 'declareNoInterest');
    story.play(expert, 'accept');
    const total = 700_00 + index * 80_00;
    const active = [requester, ...sharing];
    const parts = splitByWeight(
      total,
      active.map((_id, place) => place + 1),
    );
    story.play(expert, 'submitDiagnostic', {
      devis: devisOf(story, expert, total),
      split: Object.fromEntries(active.map((id, place) => [id, parts[place] ?? 0])),
    });
    if (index % 5 === 1) start(story, active);
    if (index % 10 === 1) story.play(expert, 'submitReport');
  });
  return story;
}

/** Half is paid by the subsidy, so that enough is left to fight for. */
function start(story: Story, active: readonly string[]): void {
  for (const laureateId of active) {
    const { shareCents } = story.share(laureateId);
    const subsidyCents = Math.floor(shareCents / 2);
    story.play(signatory(laureateId), 'validate', { subsidyCents, ownCents: shareCents - subsidyCents });
  }
}
