import { randomUUID } from 'node:crypto';
import { Timestamp } from 'firebase-admin/firestore';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { countOperations } from '../../../../bench/cost/counting.ts';
import type { SignedInActor } from '../../domain/actor.ts';
import { MINUTE } from '../../domain/calendar.ts';
import { atelier } from '../../domain/laureates/testing/records.ts';
import { noMissionFilter } from '../../domain/lists/missions.ts';
import type { ViewCommand } from '../../domain/lists/saved-views.ts';
import type { Mission } from '../../domain/missions/mission.ts';
import { upTo } from '../../domain/missions/testing/journeys.ts';
import { laureates } from '../collections/laureates.ts';
import { listChunks, listHeads } from '../collections/lists.ts';
import { missions } from '../collections/missions.ts';
import { sharedViews } from '../collections/saved-views.ts';
import { databaseOf } from '../missions/testing/database.ts';
import { missionBoardView, missionsView } from '../views/mission-list.ts';
import { readList, rebuildList } from './list.ts';
import { missionList } from './lists.ts';
import { actOnView, savedViewsView } from './saved-views.ts';

const { firestore, clear } = databaseOf('lists');
const counter = countOperations(firestore);

beforeEach(clear);
afterAll(clear);

const { mission: sample } = upTo('awaiting_report');
const now = sample.since;
const staff: SignedInActor = { kind: 'staff', uid: 'ines', name: 'Inès Garnier', signedInAt: now };
const page = { sort: 'since', descending: true, after: null, before: null, size: 25 } as const;
const asked = { filters: noMissionFilter, page, now };
const missionOf = (number: number): Mission => ({ ...sample, id: `m${number}`, since: sample.since + number });
/** Written long enough ago not to be read again beside the lines that were just gathered. */
const earlier = { changedAt: Timestamp.fromMillis(Date.now() - 60 * MINUTE) };

async function storeMissions(count: number, written: object = earlier): Promise<void> {
  for (let first = 0; first < count; first += 400) {
    const batch = firestore.batch();
    for (let number = first; number < Math.min(count, first + 400); number += 1) {
      const mission = missionOf(number);
      batch.set(firestore.doc(missions.path(mission.id)), { ...missions.write(mission), ...written });
    }
    await batch.commit();
  }
  for (const laureateId of sample.laureateIds) {
    const laureate = { ...atelier, id: laureateId };
    await firestore.doc(laureates.path(laureateId)).set({ ...laureates.write(laureate), ...earlier });
  }
}

async function readsOf(work: () => Promise<unknown>): Promise<number> {
  const before = counter.operations.reads;
  await work();
  return counter.operations.reads - before;
}

/** A change as any commit writes it. */
const change = (mission: Mission) => firestore.doc(missions.path(mission.id)).set(missions.write(mission));

describe('A page of the programme’s missions', () => {
  it.each([
    { count: 450, chunks: 1 },
    { count: 4_500, chunks: 9 },
  ])('of $count costs a read for 500 of them, and one a line shown', { timeout: 60_000 }, async ({ count, chunks }) => {
    await storeMissions(count);
    await missionsView(firestore, staff, asked);
    const reads = await readsOf(() => missionsView(firestore, staff, asked));
    // Settings; of each of the two lists its head, its chunks, and a query that finds nothing changed; a share a line.
    expect(reads).toBe(1 + (1 + chunks + 1) + (1 + 1 + 1) + 25);
    const shown = await missionsView(firestore, staff, asked);
    expect(shown).toMatchObject({ acts: true, page: { total: count, rows: { length: 25 } } });
    const onBoard = await readsOf(() => missionBoardView(firestore, staff, asked));
    // The same, and a share for each of the six cards of the one column that has missions.
    expect(onBoard).toBe(1 + (1 + chunks + 1) + (1 + 1 + 1) + 6);
  });

  it('shows what has just changed, for one read more, and whoever only reads sees the same', async () => {
    await storeMissions(30);
    await missionsView(firestore, staff, asked);
    await change({ ...missionOf(3), need: 'Un besoin tout neuf' });
    const found = { ...asked, filters: { ...noMissionFilter, words: 'tout neuf' } };
    const observer: SignedInActor = { kind: 'observer', uid: 'anct', name: 'Léa Roy', signedInAt: now };
    expect(await missionsView(firestore, observer, found)).toMatchObject({
      ...{ acts: false, page: { total: 1, rows: [{ id: 'm3' }] } },
    });
    expect(await missionsView(firestore, { kind: 'anonymous' }, found)).toMatchObject({ code: 'not-signed-in' });
  });
});

describe('The lines of a list', () => {
  const head = async () => listHeads.read(await firestore.doc(listHeads.path('missions')).get());
  const idsNow = async () => (await readList(firestore, missionList)).map(({ id }) => id).sort();

  it('are gathered again by whoever finds too many that have changed', async () => {
    await storeMissions(10);
    await readList(firestore, missionList);
    const before = await head();
    for (let number = 10; number < 40; number += 1) await change(missionOf(number));
    expect((await idsNow()).length).toBe(40);
    expect(await head()).toEqual(before);
    for (let number = 40; number < 60; number += 1) await change(missionOf(number));
    expect((await idsNow()).length).toBe(60);
    const after = await head();
    expect(after?.upTo).toBeGreaterThan(before?.upTo ?? 0);
    expect(after?.chunks).toBe(1);
    expect((await idsNow()).length).toBe(60);
  });

  it('fill one document after the other, and each line stays in its own', { timeout: 30_000 }, async () => {
    await storeMissions(500);
    await readList(firestore, missionList);
    for (let number = 500; number < 545; number += 1) await change(missionOf(number));
    await change({ ...missionOf(1), need: 'Un besoin tout neuf' });
    const before = counter.operations.writes;
    await readList(firestore, missionList);
    // The first chunk, the second and the head.
    expect(counter.operations.writes - before).toBe(3);
    expect((await head())?.chunks).toBe(2);
    const lines = await readList(firestore, missionList);
    expect([lines.length, lines.find(({ id }) => id === 'm1')?.need]).toEqual([545, 'Un besoin tout neuf']);
  });

  it('lose what was deleted when they are made again at night, and what can’t be read hides no other', async () => {
    await storeMissions(5);
    await readList(firestore, missionList);
    await firestore.doc(missions.path('m1')).delete();
    await firestore.doc(missions.path('m2')).set({ ...earlier, schema: 1, state: 'nowhere' });
    expect(await idsNow()).toHaveLength(5);
    await rebuildList(firestore, missionList);
    expect(await idsNow()).toEqual(['m0', 'm3', 'm4']);
  });

  it('are made again at night also when a reader gathers meanwhile', async () => {
    await storeMissions(5);
    await readList(firestore, missionList);
    await firestore.doc(missions.path('m1')).delete();
    const gathered: Promise<unknown>[] = [];
    const meanwhile: typeof missionList = {
      ...missionList,
      all: (from) => {
        if (gathered.length === 0) gathered.push(from.doc(listHeads.path('missions')).update({ upTo: Date.now() }));
        return missionList.all(from);
      },
    };
    await rebuildList(firestore, meanwhile);
    await Promise.all(gathered);
    expect(await idsNow()).toEqual(['m0', 'm2', 'm3', 'm4']);
  });

  it('that became shorter keep no document of what they lost', { timeout: 30_000 }, async () => {
    await storeMissions(505);
    await readList(firestore, missionList);
    const second = firestore.doc(listChunks.path('missions', '1'));
    expect((await second.get()).exists).toBe(true);
    const batch = firestore.batch();
    for (let number = 495; number < 505; number += 1) batch.delete(firestore.doc(missions.path(`m${number}`)));
    await batch.commit();
    await rebuildList(firestore, missionList);
    expect([(await second.get()).exists, await idsNow()]).toEqual([false, expect.objectContaining({ length: 495 })]);
  });

  it('are the same for readers who gather at the same moment', async () => {
    await storeMissions(5);
    await Promise.all([1, 2, 3, 4].map(() => readList(firestore, missionList)));
    for (let number = 5; number < 60; number += 1) await change(missionOf(number));
    const found = await Promise.all([1, 2, 3, 4].map(() => readList(firestore, missionList)));
    expect(found.map(({ length }) => length)).toEqual([60, 60, 60, 60]);
    expect(await idsNow()).toHaveLength(60);
  });
});

describe('A saved view', () => {
  const leo: SignedInActor = { ...staff, uid: 'leo', name: 'Léo Martin' };
  const observer: SignedInActor = { kind: 'observer', uid: 'anct', name: 'Léa Roy', signedInAt: now };
  const act = (actor: SignedInActor, command: ViewCommand, operationId: string = randomUUID()) =>
    actOnView(firestore, { actor, command, operationId, newId: randomUUID(), now });
  const keep = (keeper: 'own' | 'team', name: string): ViewCommand => ({
    ...{ action: 'keep', keeper, list: 'missions', name, search: 'retard=oui' },
  });
  const namesFor = async (actor: SignedInActor) => {
    const shown = await savedViewsView(firestore, actor);
    return 'views' in shown ? shown.views.map(({ keeper, name }) => `${keeper} ${name}`) : [shown.code];
  };

  it('is its owner’s alone, or the team’s, which observers use and do not make', async () => {
    await act(staff, keep('own', 'Pour moi'));
    await act(staff, keep('team', 'Pour tous'));
    expect(await act(observer, keep('team', 'Pour eux'))).toMatchObject({ code: 'staff-only' });
    expect(await act(observer, keep('own', 'Pour Léa'))).toMatchObject({ done: 'La vue est gardée.', revision: 1 });
    const stranger: SignedInActor = {
      ...{ kind: 'expert', uid: 'noe', name: 'Noé Petit', expertId: 'oikos', signedInAt: now },
    };
    expect(await act(stranger, keep('own', 'Ailleurs'))).toMatchObject({ code: 'staff-only' });
    expect(await namesFor(staff)).toEqual(['own Pour moi', 'team Pour tous']);
    expect(await namesFor(leo)).toEqual(['team Pour tous']);
    expect(await namesFor(observer)).toEqual(['own Pour Léa', 'team Pour tous']);
    expect(await namesFor(stranger)).toEqual(['staff-only']);
    expect(await readsOf(() => savedViewsView(firestore, staff))).toBe(2);
  });

  it('of a list that exists no more goes with it, and hides no other', async () => {
    await act(staff, keep('team', 'Encore là'));
    const document = firestore.doc(sharedViews.path('team'));
    const [kept] = z.array(z.record(z.string(), z.unknown())).parse((await document.get()).get('views'));
    await document.update({ views: [{ ...kept, id: 'gone', list: 'factures' }, kept] });
    expect(await namesFor(staff)).toEqual(['team Encore là']);
  });

  it('asked for twice is kept once, and two people at once lose nothing of each other', async () => {
    const operationId = randomUUID();
    const [first, again] = await Promise.all([1, 2].map(() => act(staff, keep('team', 'Une fois'), operationId)));
    expect(again).toEqual(first);
    await Promise.all([act(staff, keep('team', 'D’Inès')), act(leo, keep('team', 'De Léo'))]);
    expect(await namesFor(staff)).toEqual(['team D’Inès', 'team De Léo', 'team Une fois']);
    if (first === undefined || !('viewId' in first)) throw new Error('the view was not kept');
    const { viewId, revision } = first;
    const renamed = (name: string): ViewCommand => ({ action: 'rename', keeper: 'team', viewId, revision, name });
    const both = await Promise.all([act(staff, renamed('Mienne')), act(leo, renamed('Sienne'))]);
    expect(both.map((one) => ('code' in one ? one.code : 'done')).sort()).toEqual(['done', 'view-changed']);
  });
});
