import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { countOperations } from '../../../../bench/cost/counting.ts';
import type { SignedInActor } from '../../domain/actor.ts';
import { DAY, dayOf } from '../../domain/calendar.ts';
import { upTo } from '../../domain/missions/testing/journeys.ts';
import { noFacts } from '../../domain/notifications/mails.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import type { StaffTask, TaskKind } from '../../domain/staff/tasks.ts';
import type { WhoseTasks } from '../../domain/staff/views.ts';
import { subjectOf } from '../../mail/render.ts';
import { members } from '../collections/laureates.ts';
import { outbox, queued } from '../collections/outbox.ts';
import { tasks } from '../collections/tasks.ts';
import { databaseOf } from '../missions/testing/database.ts';
import { storeWorld } from '../missions/testing/world.ts';
import { staffView } from './homes.ts';
import { laureateMailsView } from './laureate-mails.ts';
import { programmeLedgerView } from './programme-ledger.ts';

const { firestore, clear } = databaseOf('staff-pages');
const counter = countOperations(firestore);
const now = Date.UTC(2026, 2, 4, 11);
const staff: SignedInActor = { kind: 'staff', uid: 'ines', name: 'Inès Garnier', signedInAt: now };
const observer: SignedInActor = { kind: 'observer', uid: 'anct', name: 'Léa Roy', signedInAt: now };

beforeEach(clear);
afterAll(clear);

/** What a view answered, which was not a refusal. */
async function shownBy<Shown extends object>(view: Promise<Shown | Refusal>): Promise<Shown> {
  const shown = await view;
  if (isRefusal(shown)) throw new Error(`refused: ${shown.code}`);
  return shown;
}

describe('The home of the team', () => {
  const task = (number: number, change: Partial<StaffTask> = {}): StaffTask => ({
    ...{ id: `missionOnHold.m${number}`, kind: 'missionOnHold', at: now - DAY + number, about: `Mission ${number}` },
    ...{ laureateId: null, missionId: `m${number}`, expertId: null, assigneeUid: null, snoozedUntil: null },
    ...{ closedAt: null, closedBy: null },
    ...change,
  });
  const store = async (list: readonly StaffTask[]) => {
    const batch = firestore.batch();
    for (const one of list) batch.set(firestore.doc(tasks.path(one.id)), tasks.write(one));
    await batch.commit();
  };
  const home = (whose: WhoseTasks, after: string | null = null, kind?: TaskKind) =>
    shownBy(staffView(firestore, staff, { whose, kind, after, now }));
  const numbers = (list: readonly StaffTask[]) => list.map(({ missionId }) => Number(missionId?.slice(1)));

  it('shows open tasks a page at a time, the oldest first, each once, and counts them all', async () => {
    await store(Array.from({ length: 130 }, (_, number) => task(number)));
    await store(Array.from({ length: 20 }, (_, number) => task(200 + number, { closedAt: now, closedBy: 'Inès' })));
    const first = await home('all');
    const second = await home('all', first.next);
    const third = await home('all', second.next);
    const seen = [first, second, third].flatMap((page) => numbers(page.tasks));
    expect(seen).toEqual(Array.from({ length: 130 }, (_, number) => number));
    expect([first.tasks.length, third.next]).toEqual([50, null]);
    await store(Array.from({ length: 30 }, (_, number) => task(number, { closedAt: now, closedBy: 'Inès' })));
    expect((await home('all', (await home('all')).next)).next).toBeNull();
    expect([first.waiting, first.mine, first.later, first.acts]).toEqual([130, 0, 0, true]);
  });

  it('reads no more for what was ever done than for what is open', async () => {
    await store(Array.from({ length: 60 }, (_, number) => task(number)));
    const before = counter.operations.reads;
    await home('all');
    const few = counter.operations.reads - before;
    await store(Array.from({ length: 300 }, (_, number) => task(1_000 + number, { closedAt: now, closedBy: 'Inès' })));
    const again = counter.operations.reads;
    await home('all');
    expect(counter.operations.reads - again).toBe(few);
    expect(few).toBeLessThan(150);
  });

  it('keeps apart what is somebody’s, nobody’s, and what was put off until a day that has not come', async () => {
    const later = { snoozedUntil: dayOf(now + 3 * DAY) };
    await store([
      ...[task(1), task(2, { assigneeUid: 'ines' }), task(3, { assigneeUid: 'bachir' })],
      ...[task(4, later), task(5, { ...later, assigneeUid: 'ines' }), task(6, { snoozedUntil: dayOf(now) })],
    ]);
    const shown = async (whose: Parameters<typeof home>[0]) => numbers((await home(whose)).tasks);
    expect(await shown('all')).toEqual([1, 2, 3, 6]);
    expect(await shown('mine')).toEqual([2]);
    expect(await shown('nobody')).toEqual([1, 6]);
    expect(await shown('later')).toEqual([4, 5]);
    const { waiting, mine, later: putOff } = await home('all');
    expect({ waiting, mine, putOff }).toEqual({ waiting: 4, mine: 1, putOff: 2 });
  });

  it('shows one kind alone, and counts each, what stops somebody first', async () => {
    const later = { snoozedUntil: dayOf(now + 3 * DAY) };
    const broken = { kind: 'ledgerBroken' } as const;
    await store([
      ...[task(1), task(2, { assigneeUid: 'ines' }), task(3, later)],
      ...[task(4, { ...broken, id: 'ledgerBroken.a' }), task(5, { ...broken, id: 'ledgerBroken.b', closedAt: now })],
    ]);
    const { kinds } = await home('all');
    expect(kinds).toEqual([
      { kind: 'ledgerBroken', count: 1 },
      { kind: 'missionOnHold', count: 2 },
    ]);
    expect(numbers((await home('all', null, 'ledgerBroken')).tasks)).toEqual([4]);
    expect(numbers((await home('mine', null, 'missionOnHold')).tasks)).toEqual([2]);
    expect(numbers((await home('nobody', null, 'missionOnHold')).tasks)).toEqual([1]);
    expect(numbers((await home('later', null, 'missionOnHold')).tasks)).toEqual([3]);
  });

  it('goes past what was put off, however much of it comes first', async () => {
    const later = { snoozedUntil: dayOf(now + 3 * DAY) };
    await store(Array.from({ length: 150 }, (_, number) => task(number, later)));
    await store([task(500)]);
    expect(numbers((await home('all')).tasks)).toEqual([500]);
  });

  it('is read by who observes, who is told that it acts not', async () => {
    await store([task(1)]);
    const shown = await shownBy(staffView(firestore, observer, { whose: 'all', after: null, now }));
    expect([shown.acts, shown.tasks.length]).toEqual([false, 1]);
  });
});

describe('The mails of a laureate', () => {
  const seat = (uid: string, laureateId: string) => ({
    ...({ uid, laureateId, name: uid, email: `${uid}@exemple.fr`, role: 'signatory', active: true } as const),
  });
  const store = async (laureateId: string, uid: string, count: number) => {
    const batch = firestore.batch();
    batch.set(firestore.doc(members.path(laureateId, uid)), members.write(seat(uid, laureateId)));
    for (let number = 0; number < count; number += 1) {
      const item = queued({
        ...{ id: `${uid}.${number}`, mail: 'missionChanged', path: '/laureat', when: 'now', parts: [], mission: null },
        facts: {
          ...noFacts,
          recipientName: uid,
          reader: 'laureate',
          laureateName: 'Le Lac',
          happened: 'Délai accordé',
        },
        ...{ to: { email: `${uid}@exemple.fr`, name: uid, uid }, createdAt: now + number },
      });
      batch.set(
        firestore.doc(outbox.path(item.id)),
        outbox.write({ ...item, state: 'sent', attemptedAt: now + number + 5 }),
      );
    }
    await batch.commit();
  };
  const mailsOf = (laureateId: string, before: number | null = null) =>
    shownBy(laureateMailsView(firestore, staff, { laureateId, before, subjectOf }));

  it('are those to its people, the newest first, a page at a time, with their subject and what became of them', async () => {
    await store('lac', 'zoe', 60);
    await store('bois', 'tom', 3);
    const first = await mailsOf('lac');
    expect(first.mails).toHaveLength(50);
    expect(first.mails[0]).toEqual({
      ...{ id: 'zoe.59', subject: 'Délai accordé\u00a0: Le Lac', toName: 'zoe' },
      ...{ toEmail: 'zoe@exemple.fr', at: now + 64, state: 'sent', problem: '' },
    });
    const second = await mailsOf('lac', first.older);
    expect([second.mails.length, second.mails.at(-1)?.id, second.older]).toEqual([10, 'zoe.0', null]);
    expect((await mailsOf('bois')).mails.map(({ id }) => id)).toEqual(['tom.2', 'tom.1', 'tom.0']);
    expect(await mailsOf('nobody')).toEqual({ mails: [], older: null });
  });

  it('are each on one page, also where two people were written to at one instant, or one can’t be read', async () => {
    await store('lac', 'zoe', 31);
    await store('lac', 'ana', 30);
    await firestore.doc(outbox.path('zoe.30')).update({ state: 'nowhere' });
    const first = await mailsOf('lac');
    const second = await mailsOf('lac', first.older);
    expect([first.mails.length, second.mails.length, second.older]).toEqual([48, 12, null]);
    expect(new Set([...first.mails, ...second.mails].map(({ id }) => id)).size).toBe(60);
  });

  it('say why one did not arrive', async () => {
    await store('lac', 'zoe', 1);
    await firestore.doc(outbox.path('zoe.0')).update({ state: 'dead', problem: 'Boîte pleine' });
    expect((await mailsOf('lac')).mails[0]).toMatchObject({ state: 'dead', problem: 'Boîte pleine' });
  });
});

describe('The lines of every ledger', () => {
  it('are read oldest first with the names of whom they are about', async () => {
    const story = upTo('closed');
    await storeWorld(firestore, story, [story.mission.id]);
    const { lines, next } = await shownBy(programmeLedgerView(firestore, observer, { after: null }));
    expect(next).toBeNull();
    const expected = Object.values(story.laureates).flatMap(({ entries }) => entries);
    expect(lines).toHaveLength(expected.length);
    expect(lines.map(({ at }) => at)).toEqual(lines.map(({ at }) => at).toSorted((one, other) => one - other));
    const commit = lines.find(({ what }) => what === 'Engagement');
    expect(commit).toMatchObject({ missionId: story.mission.id, expertName: story.mission.expert.name, paidCents: 0 });
    expect(lines.reduce((sum, { cents }) => sum + cents, 0)).toBe(expected.reduce((sum, { cents }) => sum + cents, 0));
    const last = lines.at(-1);
    const laureateId = Object.keys(story.laureates).find((id) => story.laureate(id).name === last?.laureateName) ?? '';
    expect(await programmeLedgerView(firestore, observer, { after: `${laureateId}:${last?.id}` })).toEqual({
      ...{ lines: [], next: null },
    });
  });
});
