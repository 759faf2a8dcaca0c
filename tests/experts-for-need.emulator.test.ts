import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { isRefusal } from '../functions/src/domain/refusal.ts';
import { newId } from '../functions/src/entrypoints/ids.ts';
import { directory } from '../functions/src/store/collections/experts.ts';
import { missions, ofNeed } from '../functions/src/store/collections/missions.ts';
import { indexCard } from '../functions/src/store/directory/index-document.ts';
import { expertsForNeedView } from '../functions/src/store/views/experts-for-need.ts';
import { call, codeOf } from './calls.ts';
import { publishedExpert } from './experts.ts';
import { signIn, staffPerson } from './people.ts';
import { laureateWith, openProgramme, play, staff } from './programme.ts';
import { firestore, inbox } from './suite.ts';

beforeAll(openProgramme);

const asked = { subthemes: ['4.2', '10.1'], words: '', chosenIds: [], page: 0, now: Date.now(), warn: () => undefined };

it('experts come with their reasons for the need and the place of a laureate, which nobody else may ask', async () => {
  const word = `Tisse${Date.now()}`;
  const [laureate, near, far] = await Promise.all([
    laureateWith(10_000_00),
    publishedExpert(`${word} près`),
    publishedExpert(`${word} loin`),
  ]);
  await expect
    .poll(async () => (await firestore.doc(directory.path(far.expertId)).get()).exists, { timeout: 30_000 })
    .toBe(true);
  await expect
    .poll(async () => (await firestore.doc(directory.path(near.expertId)).get()).exists, { timeout: 30_000 })
    .toBe(true);
  await firestore.doc(directory.path(near.expertId)).update({ subthemes: ['4.2', '10.1'], regions: ['Bretagne'] });
  await firestore.doc(directory.path(far.expertId)).update({ subthemes: ['4.2'], regions: ['Corse'] });
  for (const { expertId } of [near, far]) await indexCard(firestore, expertId, () => undefined);
  const sought = { ...asked, laureateId: laureate.laureateId, words: word };
  const found = await expertsForNeedView(firestore, laureate.signatory, sought);
  if (isRefusal(found)) throw new Error(found.message);
  expect(found).toMatchObject({ found: 2, page: 0, chosen: [], needs: { '4.2': 'Revoir nos tarifs.' } });
  expect(found.matches.map(({ card }) => card.id)).toEqual([near.expertId, far.expertId]);
  expect(found.matches.map(({ reasons }) => reasons.map(({ speaksFor }) => speaksFor))).toEqual([
    [true, true],
    [true, false],
  ]);
  const later = { ...sought, words: 'rien de tel', page: 9, chosenIds: [far.expertId] };
  const none = await expertsForNeedView(firestore, laureate.signatory, later);
  expect(none).toMatchObject({ found: 0, page: 0, matches: [], chosen: [{ card: { id: far.expertId } }] });
  const other = await laureateWith(10_000_00);
  expect(await expertsForNeedView(firestore, other.signatory, sought)).toMatchObject({ code: 'not-yours' });
  expect(await expertsForNeedView(firestore, far.person, sought)).toMatchObject({ refused: true });
  expect(await expertsForNeedView(firestore, staff, sought)).toMatchObject({ found: 2 });
});

it('several experts asked for one need make one need of it, and each is written to', async () => {
  const [laureate, first, second] = await Promise.all([laureateWith(10_000_00), publishedExpert(), publishedExpert()]);
  const request = (expertId: string, needId: string | null) =>
    play(laureate.signatory, null, laureate.laureateId, {
      action: 'request',
      input: { expertId, subthemes: ['4.2'], need: 'Revoir nos tarifs.', needId, shareWith: [], predecessorId: null },
    });
  const { missionId } = await request(first.expertId, null);
  await request(second.expertId, missionId);
  const { docs } = await ofNeed(firestore, missionId).get();
  expect(
    missions
      .list(docs)
      .map(({ expert }) => expert.expertId)
      .toSorted(),
  ).toEqual([first.expertId, second.expertId].toSorted());
  await Promise.all([first, second].map(({ email }) => inbox.awaitMessage(email, 'Mission demandée')));
});

it('an expert is asked once for one need, by whoever asks; the team asks others for it in the laureate’s name', async () => {
  const [laureate, first, second] = await Promise.all([laureateWith(10_000_00), publishedExpert(), publishedExpert()]);
  const [own, team] = [await signIn(laureate.signatory.uid), (await staffPerson(newId())).token];
  const askedBy = { name: 'Anne Le Goff', how: 'phone' } as const;
  const request = (token: string, expertId: string, needId: string | null, behalf = {}) => {
    const input = {
      expertId,
      subthemes: ['4.2'],
      need: 'Revoir nos tarifs.',
      needId,
      shareWith: [],
      predecessorId: null,
    };
    const about = { operationId: randomUUID(), missionId: null, laureateId: laureate.laureateId };
    return call('missionAction', { action: 'request', input, ...about, ...behalf }, token);
  };
  const made = await request(own, first.expertId, null);
  const needId = 'missionId' in made ? made.missionId : '';
  expect(codeOf(await request(own, first.expertId, needId))).toBe('already-asked');
  expect(codeOf(await request(team, first.expertId, needId, { askedBy }))).toBe('already-asked');
  expect(codeOf(await request(team, second.expertId, needId))).toBe('asked-by-missing');
  expect(codeOf(await request(team, second.expertId, needId, { askedBy }))).toBeNull();
  const asked = missions.list((await ofNeed(firestore, needId).get()).docs);
  expect(asked.map(({ expert }) => expert.expertId).toSorted()).toEqual([first.expertId, second.expertId].toSorted());
  // Another need of the same expert is another mission.
  expect(codeOf(await request(own, first.expertId, null))).toBeNull();
});
