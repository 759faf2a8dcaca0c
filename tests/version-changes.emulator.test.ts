import { beforeAll, expect, it } from 'vitest';
import type { SignedInActor } from '../functions/src/domain/actor.ts';
import { isRefusal } from '../functions/src/domain/refusal.ts';
import { laureateView } from '../functions/src/store/views/homes.ts';
import { missionView } from '../functions/src/store/views/mission.ts';
import { publishedExpert } from './experts.ts';
import { laureateWith, openedMission, openProgramme, play, submittedMission } from './programme.ts';
import { firestore } from './suite.ts';
import { handIn, sentBackMission } from './two-versions.ts';

beforeAll(openProgramme);

async function changesFor(actor: SignedInActor, missionId: string) {
  const view = await missionView(firestore, actor, { missionId, laureateId: null, now: Date.now() });
  if (isRefusal(view)) throw new Error(view.message);
  return view.changes;
}

it('a laureate is told what changed since the version that it sent back, and nobody else is', async () => {
  const [laureate, expert] = await Promise.all([laureateWith(10_000_00), publishedExpert()]);
  const missionId = await sentBackMission(laureate, expert);
  expect(await changesFor(laureate.signatory, missionId)).toBeNull();
  await handIn({ laureate, expert, missionId }, { method: 'Trois ateliers.', totalCents: 3_000_00, number: 'D-2' });
  const changes = await changesFor(laureate.signatory, missionId);
  expect(changes?.since).toBe(1);
  expect(changes?.changes.map(({ label }) => label)).toEqual([
    'Montant toutes taxes comprises',
    'Montant hors taxes',
    'Numéro du devis',
    expect.stringMatching(/./),
    'Devis',
  ]);
  expect(changes?.changes[3]).toMatchObject({ kind: 'text', words: [{ text: 'Deux' }, { text: 'Trois' }, {}] });
  expect(await changesFor(expert.person, missionId)).toBeNull();
});

it('what an expert took back is not shown again by comparing with it', async () => {
  const [laureate, expert] = await Promise.all([laureateWith(10_000_00), publishedExpert()]);
  const missionId = await openedMission(laureate, expert);
  await play(expert.person, missionId, null, { action: 'accept', input: {} });
  const mission = { laureate, expert, missionId };
  await handIn(mission, { method: 'Le texte d’une autre manufacture.', totalCents: 4_000_00, number: 'D-1' });
  await play(expert.person, missionId, null, { action: 'retract', input: { reason: 'Mauvais fichier.' } });
  await handIn(mission, { method: 'Trois ateliers.', totalCents: 3_000_00, number: 'D-2' });
  expect(await changesFor(laureate.signatory, missionId)).toBeNull();
});

it('the home of a laureate says what its missions expect of whoever reads, and no more of what is done', async () => {
  const [laureate, expert] = await Promise.all([laureateWith(10_000_00), publishedExpert()]);
  const { missionId, decision } = await submittedMission(laureate, expert, 3_000_00);
  const { laureateId } = laureate;
  const contributor: SignedInActor = {
    ...{ kind: 'laureate', uid: 'contributor-of-tests', name: 'Louis Petit', signedInAt: Date.now() },
    memberships: [{ laureateId, role: 'contributor' }],
  };
  const expectedBy = async (actor: SignedInActor) => {
    const home = await laureateView(firestore, actor, { laureateId, now: Date.now() });
    if (isRefusal(home)) throw new Error(home.message);
    return home.expected.map(({ path }) => path);
  };
  expect(await expectedBy(laureate.signatory)).toEqual([`/decision?mission=${missionId}`]);
  expect(await expectedBy(contributor)).toEqual([]);
  await play(laureate.signatory, missionId, laureateId, { action: 'validate', input: decision });
  expect(await expectedBy(laureate.signatory)).toEqual([]);
});
