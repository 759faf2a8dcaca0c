import { randomUUID } from 'node:crypto';
import { FieldValue } from 'firebase-admin/firestore';
import { beforeAll, expect, it } from 'vitest';
import { isRefusal } from '../functions/src/domain/refusal.ts';
import { newId } from '../functions/src/entrypoints/ids.ts';
import { get } from '../functions/src/store/collection.ts';
import { missions } from '../functions/src/store/collections/missions.ts';
import { settingsInForce } from '../functions/src/store/collections/settings.ts';
import { shares } from '../functions/src/store/collections/shares.ts';
import { commitAction } from '../functions/src/store/missions/commit.ts';
import { laureateView } from '../functions/src/store/views/homes.ts';
import { publishedExpert } from './experts.ts';
import { type LaureateOfTests, laureateWith, openedMission, openProgramme, play } from './programme.ts';
import { firestore } from './suite.ts';

beforeAll(openProgramme);

/** Requests through the real commit: one that would follow `predecessorId`, or one for a need already told. */
function follow(laureate: LaureateOfTests, expertId: string, predecessorId: string) {
  return ask(laureate, expertId, { predecessorId, needId: null });
}

type About = { readonly predecessorId?: string; readonly needId: string | null };

async function ask({ signatory, laureateId }: LaureateOfTests, expertId: string, about: About) {
  const settings = await settingsInForce(firestore);
  const asked = { now: Date.now(), actor: signatory, missionId: newId(), laureateId, onBehalf: false, settings };
  const input = { expertId, subthemes: ['4.2'], need: 'Revoir le modèle économique.', shareWith: [] };
  return commitAction(firestore, asked, { action: 'request', input: { ...input, ...about } }, randomUUID());
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

it('several experts are asked for one need: the home shows them together, and nobody adds to another’s need', async () => {
  const [laureate, other, first, next] = await Promise.all([
    laureateWith(10_000_00),
    laureateWith(10_000_00),
    publishedExpert(),
    publishedExpert(),
  ]);
  const firstId = await openedMission(laureate, first);
  const foreign = await ask(other, next.expertId, { needId: firstId });
  expect(isRefusal(foreign) && foreign.code).toBe('need-unknown');
  const own = await ask(laureate, next.expertId, { needId: firstId });
  if (isRefusal(own)) throw new Error(own.message);
  const needs = async () => {
    const home = await laureateView(firestore, laureate.signatory, {
      laureateId: laureate.laureateId,
      now: Date.now(),
    });
    return isRefusal(home) ? [] : home.missions.map(({ missionId, needId }) => [missionId, needId]);
  };
  expect(await needs()).toEqual([
    [own.missionId, firstId],
    [firstId, firstId],
  ]);
  // A share written before needs were is its mission's.
  await firestore.doc(shares.path(laureate.laureateId, own.missionId)).update({ needId: FieldValue.delete() });
  expect(await needs()).toContainEqual([own.missionId, own.missionId]);
});
