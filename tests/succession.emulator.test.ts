import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { isRefusal } from '../functions/src/domain/refusal.ts';
import { newId } from '../functions/src/entrypoints/ids.ts';
import { get } from '../functions/src/store/collection.ts';
import { missions } from '../functions/src/store/collections/missions.ts';
import { settingsInForce } from '../functions/src/store/collections/settings.ts';
import { commitAction } from '../functions/src/store/missions/commit.ts';
import {
  type LaureateOfTests,
  laureateWith,
  openedMission,
  openProgramme,
  play,
  publishedExpert,
} from './programme.ts';
import { firestore } from './suite.ts';

beforeAll(openProgramme);

/** A request that would follow `predecessorId`, through the real commit. */
async function follow({ signatory, laureateId }: LaureateOfTests, expertId: string, predecessorId: string) {
  const settings = await settingsInForce(firestore);
  const asked = { now: Date.now(), actor: signatory, missionId: newId(), laureateId, onBehalf: false, settings };
  const input = { expertId, subthemes: ['4.2'], need: 'Revoir le modèle économique.', needId: null, shareWith: [] };
  return commitAction(firestore, asked, { action: 'request', input: { ...input, predecessorId } }, randomUUID());
}

it('an expert is replaced: the mission that follows is linked both ways, and of two at once one is', async () => {
  const [laureate, other, first, next] = await Promise.all([
    laureateWith(10_000_00),
    laureateWith(10_000_00),
    publishedExpert(),
    publishedExpert(),
  ]);
  const predecessorId = await openedMission(laureate, first);
  const early = await follow(laureate, next.expertId, predecessorId);
  expect(isRefusal(early) && early.code).toBe('predecessor-goes-on');
  await play(first.person, predecessorId, null, { action: 'decline', input: { reason: 'Plus disponible.' } });
  const foreign = await follow(other, next.expertId, predecessorId);
  expect(isRefusal(foreign) && foreign.code).toBe('predecessor-unknown');
  const answers = await Promise.all([1, 2, 3].map(() => follow(laureate, next.expertId, predecessorId)));
  const made = answers.flatMap((answer) => (isRefusal(answer) ? [] : answer.missionId));
  expect(answers.flatMap((answer) => (isRefusal(answer) ? answer.code : []))).toEqual([
    'already-followed',
    'already-followed',
  ]);
  const [predecessor, successor] = await Promise.all([
    get(firestore, missions, predecessorId),
    get(firestore, missions, made[0] ?? ''),
  ]);
  expect(predecessor).toMatchObject({ successorId: made[0], state: 'declined' });
  expect(successor).toMatchObject({ predecessorId, needId: predecessor?.needId });
});
