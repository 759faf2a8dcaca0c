import { initializeApp } from 'firebase-admin/app';
import { getFirestore } from 'firebase-admin/firestore';
import { devisOf } from '../../functions/src/domain/missions/testing/commands.ts';
import { expert, signatory } from '../../functions/src/domain/missions/testing/people.ts';
import { awarded, Story } from '../../functions/src/domain/missions/testing/story.ts';
import { isRefusal } from '../../functions/src/domain/refusal.ts';
import { type InFlight, sendAll } from '../../functions/src/store/missions/testing/burst.ts';
import { storeWorld } from '../../functions/src/store/missions/testing/world.ts';
import { Turns } from '../../functions/src/store/turns.ts';

const firestore = getFirestore(initializeApp({ projectId: process.env.GCLOUD_PROJECT ?? 'demo-sur-mesure-bench' }));

/**
 * How long `each` validations on each of `laureates` laureates take, all sent at once, in milliseconds. Every devis can be paid: a refusal would
 * be quicker than a decision. @throws Error when one is refused.
 */
export async function validateAtOnce(name: string, laureates: number, each: number): Promise<number> {
  const story = new Story();
  const laureateIds = Array.from({ length: laureates }, (_none, index) => `${name}-laureate-${index}`);
  story.laureates = Object.fromEntries(laureateIds.map((id) => [id, awarded(id, 20_000_00)]));
  const missions = laureateIds.flatMap((laureateId) =>
    Array.from({ length: each }, (_none, index) => ({ laureateId, missionId: `${laureateId}-${index}` })),
  );
  for (const { laureateId, missionId } of missions) submit(story.about(missionId), laureateId);
  await storeWorld(
    firestore,
    story,
    missions.map(({ missionId }) => missionId),
  );
  const calls = missions.map(({ laureateId, missionId }, index): InFlight => {
    const person = signatory(laureateId);
    const command = story.about(missionId).command(person, 'validate');
    return { missionId, person, command, now: story.now + index, operationId: `operation-${missionId}` };
  });
  const started = performance.now();
  const turns = new Turns();
  // As the callable does, in one instance for all.
  const answers = await sendAll(firestore, story, calls, (laureateId, work) => turns.take(laureateId ?? '', work));
  const took = performance.now() - started;
  const refused = answers.map(({ answer }) => answer).find(isRefusal);
  if (refused) throw new Error(`a validation was refused: ${refused.code}`);
  return took;
}

function submit(story: Story, laureateId: string): void {
  story.play(signatory(laureateId), 'request');
  story.play(expert, 'declareNoInterest');
  story.play(expert, 'accept');
  story.play(expert, 'submitDiagnostic', { devis: devisOf(story, expert, 2_000_00) });
}
