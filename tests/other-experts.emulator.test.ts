import { beforeAll, expect, it } from 'vitest';
import type { SignedInActor } from '../functions/src/domain/actor.ts';
import { isRefusal } from '../functions/src/domain/refusal.ts';
import { get } from '../functions/src/store/collection.ts';
import { experts } from '../functions/src/store/collections/experts.ts';
import { missionView } from '../functions/src/store/views/mission.ts';
import { publishedExpert } from './experts.ts';
import { laureateWith, openedMission, openProgramme, play } from './programme.ts';
import { firestore } from './suite.ts';

beforeAll(openProgramme);

async function shownTo(actor: SignedInActor, missionId: string) {
  const view = await missionView(firestore, actor, { missionId, laureateId: null, now: Date.now() });
  if (isRefusal(view)) throw new Error(view.message);
  return view.otherExperts;
}

it('experts of one laureate see each other while their access is open, and nobody else does', async () => {
  const [laureate, elsewhere, first, second, gone, far] = await Promise.all([
    ...[laureateWith(10_000_00), laureateWith(10_000_00)],
    ...[publishedExpert(), publishedExpert(), publishedExpert(), publishedExpert()],
  ] as const);
  const [ofFirst, ofSecond, ofGone, ofFar] = await Promise.all([
    openedMission(laureate, first),
    openedMission(laureate, second),
    openedMission(laureate, gone),
    openedMission(elsewhere, far),
  ]);
  await play(gone.person, ofGone, null, { action: 'decline', input: { reason: 'Plus disponible.' } });
  const other = await get(firestore, experts, second.expertId);
  expect(await shownTo(first.person, ofFirst)).toEqual([
    {
      laureateName: laureate.name,
      company: other?.company,
      subthemes: ['4.2'],
      email: other?.contact.email,
      phone: null,
    },
  ]);
  expect(await shownTo(second.person, ofSecond)).toHaveLength(1);
  expect(await shownTo(gone.person, ofGone)).toEqual([]);
  expect(await shownTo(far.person, ofFar)).toEqual([]);
  expect(await shownTo(laureate.signatory, ofFirst)).toEqual([]);
});
