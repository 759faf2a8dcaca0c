import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Theme } from '../functions/src/domain/programme/theme-list.ts';
import { isRefusal } from '../functions/src/domain/refusal.ts';
import { newId } from '../functions/src/entrypoints/ids.ts';
import { get } from '../functions/src/store/collection.ts';
import { MISSIONS, missions } from '../functions/src/store/collections/missions.ts';
import { settingsInForce } from '../functions/src/store/collections/settings.ts';
import { call, codeOf, expectCall } from './calls.ts';
import { type ExpertOfTests, publishedExpert } from './experts.ts';
import { signIn, staffPerson } from './people.ts';
import { type LaureateOfTests, laureateWith, openedMission, openProgramme } from './programme.ts';
import { firestore } from './suite.ts';

/** Its note names 4.2 and 10.1. */
let laureate: LaureateOfTests;
let expert: ExpertOfTests;
let staff: { readonly uid: string; readonly token: string };
let signatory: string;

beforeAll(async () => {
  await openProgramme();
  [laureate, expert, staff] = await Promise.all([laureateWith(10_000_00), publishedExpert(), staffPerson(newId())]);
  signatory = await signIn(laureate.signatory.uid);
});

async function save(change: (subtheme: Theme['subthemes'][number]) => object, token = staff.token) {
  const { version, themes } = await settingsInForce(firestore);
  const next = themes.map(({ id, label, subthemes }) => ({
    ...{ id, label },
    subthemes: subthemes.map(({ former: _former, ...one }) => ({ ...one, ...change(one) })),
  }));
  const asked = { basedOn: version, reason: 'À la demande des lauréats.', values: { themes: next } };
  return call('saveSettings', { ...asked, operationId: randomUUID() }, token);
}
const request = (subthemes: readonly string[]) =>
  call(
    'missionAction',
    {
      ...{ action: 'request', operationId: randomUUID(), missionId: null, laureateId: laureate.laureateId },
      input: {
        ...{ expertId: expert.expertId, needId: null, subthemes, shareWith: [] },
        need: 'Revoir nos tarifs avant l’été prochain.',
      },
    },
    signatory,
  );

describe('The themes that staff put in force', () => {
  it('come with each view from then on, and with none before', async () => {
    expect(await expectCall('view', { name: 'contact' }, null)).not.toHaveProperty('themes');
    expect(codeOf(await save(() => ({}), signatory))).toBe('staff-only');
    const renamed = await save(({ id }) => (id === '10.1' ? { label: 'Plan de charge' } : {}));
    expect(isRefusal(renamed)).toBe(false);
    const { themes } = await expectCall('view', { name: 'contact' }, null);
    expect(themes).toEqual((await settingsInForce(firestore)).themes);
    expect(themes?.flatMap(({ subthemes }) => subthemes).find(({ id }) => id === '10.1')).toMatchObject({
      label: 'Plan de charge',
      former: [{ label: 'Développement et mise en place du plan de charge de la structure' }],
    });
  });

  it('name a mission as it was asked for, before and after', async () => {
    const before = await openedMission(laureate, expert);
    await save(({ id }) => (id === '4.2' ? { label: 'Ressources' } : {}));
    const after = await openedMission(laureate, expert);
    const { themes } = await settingsInForce(firestore);
    const asked = await Promise.all([before, after].map((missionId) => get(firestore, missions, missionId)));
    const { former = [] } = themes.flatMap(({ subthemes }) => subthemes).find(({ id }) => id === '4.2') ?? {};
    expect(asked.map((mission) => (mission?.createdAt ?? 0) < (former[0]?.until ?? 0))).toEqual([true, false]);
  });

  it('once retired are asked for no more, but where the scoping note names them', async () => {
    await save(({ id }) => (['4.2', '7.1'].includes(id) ? { retired: true } : {}));
    const count = async () => (await firestore.collection(MISSIONS).count().get()).data().count;
    const before = await count();
    expect(codeOf(await request(['7.1']))).toBe('subtheme-retired');
    expect(codeOf(await request(['99.9']))).toBe('subtheme-unknown');
    expect(await count()).toBe(before);
    expect(codeOf(await request(['4.2']))).toBeNull();
    const told = { need: 'Une image.', priority: 1, expected: 'Un logo.', estimatedCents: null } as const;
    const note = (id: string) =>
      call(
        'handInScopingNote',
        {
          ...{ operationId: randomUUID(), laureateId: laureate.laureateId, subthemes: [id], basedOn: 1 },
          content: {
            kind: 'form',
            formVersion: 2,
            answers: { project: 'Un atelier.', goals: 'L’équilibre.' },
            needs: { [id]: told },
          },
        },
        signatory,
      );
    expect(codeOf(await note('7.1'))).toBe('subtheme-retired');
    // It named this one already: a revision keeps it.
    expect(await note('4.2')).toEqual({ version: 2 });
  });
});

describe('A word of the team', () => {
  it('is on the home that it is for, until it is taken back, and on no other page', async () => {
    const say = async (laureates: string) => {
      const { version } = await settingsInForce(firestore);
      const asked = { basedOn: version, reason: 'Fermeture d’été.', values: { 'texts.laureates': laureates } };
      return expectCall('saveSettings', { ...asked, operationId: randomUUID() }, staff.token);
    };
    const { laureateId } = laureate;
    const home = () => expectCall('view', { name: 'laureate', laureateId }, signatory);
    expect(await home()).not.toHaveProperty('word');
    await say('Nos bureaux ferment du 1er au 15 août.');
    expect(await home()).toMatchObject({ word: 'Nos bureaux ferment du 1er au 15 août.' });
    expect(await expectCall('view', { name: 'me' }, signatory)).not.toHaveProperty('word');
    expect(await expectCall('view', { name: 'expert' }, await signIn(expert.person.uid))).not.toHaveProperty('word');
    await say(' ');
    expect(await home()).not.toHaveProperty('word');
  });
});
