import { randomUUID } from 'node:crypto';
import { FieldValue } from 'firebase-admin/firestore';
import { beforeAll, describe, expect, it } from 'vitest';
import { addDays, type Day, dayOf } from '../functions/src/domain/calendar.ts';
import type { Expert } from '../functions/src/domain/experts/profile.ts';
import type { ProgrammeSettings } from '../functions/src/domain/programme/settings.ts';
import { taskId } from '../functions/src/domain/staff/tasks.ts';
import { addWorkingDays, workingDayFrom } from '../functions/src/domain/working-days.ts';
import { get } from '../functions/src/store/collection.ts';
import { directory, expertEvents, expertEventsOf, experts } from '../functions/src/store/collections/experts.ts';
import { OUTBOX, outbox } from '../functions/src/store/collections/outbox.ts';
import { settingsInForce } from '../functions/src/store/collections/settings.ts';
import { tasks } from '../functions/src/store/collections/tasks.ts';
import { rebuildIndex } from '../functions/src/store/directory/index-document.ts';
import {
  askAboutCard,
  beginCardYear,
  cardsToAsk,
  cardsWithoutYear,
} from '../functions/src/store/experts/card-confirmations.ts';
import type { Warn } from '../functions/src/store/warn.ts';
import { expectCall } from './calls.ts';
import { type ExpertOfTests, publishedExpert } from './experts.ts';
import { signIn } from './people.ts';
import { openProgramme } from './programme.ts';
import { firestore } from './suite.ts';

let settings: ProgrammeSettings;

beforeAll(async () => {
  await openProgramme();
  settings = await settingsInForce(firestore);
});

const patience = { timeout: 30_000 };

async function eventsNow(expertId: string) {
  return expertEvents.list((await firestore.collection(expertEventsOf(expertId)).get()).docs);
}

async function cardNow(expertId: string): Promise<Expert> {
  const expert = await get(firestore, experts, expertId);
  if (expert === null) throw new Error('the expert is gone');
  return expert;
}

/** The sweep of that morning for one card: twice, as one that crashed and began again. */
async function morning(expertId: string, day: Day | null | undefined): Promise<Expert> {
  if (!day) throw new Error('the clock has nothing to do about this card');
  const now = Date.parse(`${day}T06:40:00Z`);
  for (const _run of [1, 2]) await askAboutCard(firestore, expertId, { settings, now });
  return cardNow(expertId);
}

async function mailsTo({ person }: ExpertOfTests): Promise<number> {
  const found = await firestore.collection(OUTBOX).where('to.uid', '==', person.uid).get();
  return outbox.list(found.docs).filter(({ mail }) => mail === 'cardToConfirm').length;
}

const taskOf = (expertId: string) => get(firestore, tasks, taskId('cardToConfirm', expertId));

/** Cards that other tests spoilt are theirs to tell of. */
const warn: Warn = () => undefined;

describe('The card of an expert', () => {
  it('that nobody confirms for a year is asked about twice, then given to staff, each once; it stays published', async () => {
    const expert = await publishedExpert();
    const { expertId } = expert;
    const { confirmBy } = await cardNow(expertId);
    expect(confirmBy).toBe(addDays(dayOf(Date.now()), 365));
    const first = workingDayFrom(confirmBy ?? '', settings);
    expect(await cardsToAsk(firestore, addDays(confirmBy ?? '', -1))).not.toContain(expertId);
    expect(await cardsToAsk(firestore, first)).toContain(expertId);
    const asked = await morning(expertId, first);
    expect([await mailsTo(expert), asked.confirmBy]).toEqual([1, addWorkingDays(first, 3, settings)]);
    const again = await morning(expertId, asked.confirmBy);
    expect([await mailsTo(expert), again.confirmBy]).toEqual([2, addWorkingDays(first, 10, settings)]);
    const given = await morning(expertId, again.confirmBy);
    expect([await mailsTo(expert), given.confirmBy, given.published]).toEqual([2, null, true]);
    expect(await taskOf(expertId)).toMatchObject({ about: expert.company, closedAt: null, expertId });
    const history = await firestore.collection(expertEventsOf(expertId)).get();
    expect(expertEvents.list(history.docs).filter(({ what }) => what === 'reminded')).toHaveLength(2);
  });

  it('begins another year by one press of its company, which closes the task of staff', async () => {
    const expert = await publishedExpert();
    const { expertId } = expert;
    let day = workingDayFrom((await cardNow(expertId)).confirmBy ?? '', settings);
    for (const _step of ['a reminder', 'another', 'the task']) day = (await morning(expertId, day)).confirmBy ?? day;
    expect((await taskOf(expertId))?.closedAt).toBeNull();
    const token = await signIn(expert.person.uid);
    const input = { decision: 'confirmCard', expertId, operationId: randomUUID() } as const;
    expect(await expectCall('expertAction', input, token)).toEqual({ state: 'published' });
    expect((await taskOf(expertId))?.closedBy).toBe(expert.person.name);
    const after = await cardNow(expertId);
    expect(after).toMatchObject({ state: 'published', confirmBy: addDays(dayOf(Date.now()), 365) });
    expect(after.confirmation?.reminders).toEqual([]);
  });

  it('published before years were counted begins one, once', async () => {
    const { expertId } = await publishedExpert();
    // The trigger of its publication makes its card too, as late as it likes.
    await expect.poll(async () => (await eventsNow(expertId)).every(({ projected }) => projected), patience).toBe(true);
    const { confirmBy } = await cardNow(expertId);
    const gone = FieldValue.delete();
    await firestore.doc(experts.path(expertId)).update({ confirmation: gone, confirmBy: gone });
    await firestore.doc(directory.path(expertId)).update({ confirmedOn: null });
    expect(cardsWithoutYear(await rebuildIndex(firestore, warn))).toContain(expertId);
    await beginCardYear(firestore, expertId);
    expect((await cardNow(expertId)).confirmBy).toBe(confirmBy);
    expect(cardsWithoutYear(await rebuildIndex(firestore, warn))).not.toContain(expertId);
  });
});
