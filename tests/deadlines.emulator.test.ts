import { FieldValue } from 'firebase-admin/firestore';
import { beforeAll, describe, expect, it } from 'vitest';
import { addDays, type Day, dayOf, formatDay } from '../functions/src/domain/calendar.ts';
import type { Mission } from '../functions/src/domain/missions/mission.ts';
import { dueOf } from '../functions/src/domain/missions/timers.ts';
import { remindedMissions, reminderNow } from '../functions/src/domain/notifications/reminder-mail.ts';
import type { ProgrammeSettings } from '../functions/src/domain/programme/settings.ts';
import { type TaskKind, taskId } from '../functions/src/domain/staff/tasks.ts';
import { addWorkingDays } from '../functions/src/domain/working-days.ts';
import { get } from '../functions/src/store/collection.ts';
import { eventsOf, missionEvents, missions } from '../functions/src/store/collections/missions.ts';
import { OUTBOX, outbox } from '../functions/src/store/collections/outbox.ts';
import { settingsInForce } from '../functions/src/store/collections/settings.ts';
import { tasks } from '../functions/src/store/collections/tasks.ts';
import { dueMissions, playDueMission, renewDueDay } from '../functions/src/store/missions/deadlines.ts';
import { GATHERING } from '../functions/src/store/notifications/reminder-queue.ts';
import { leaseMail } from '../functions/src/store/outbox-queue.ts';
import { liveMissions, missingTasks, neverOpened, openMissing } from '../functions/src/store/staff/missing-tasks.ts';
import { type ExpertOfTests, publishedExpert } from './experts.ts';
import { type LaureateOfTests, laureateWith, openedMission, openProgramme, play, staff } from './programme.ts';
import { firestore } from './suite.ts';

let laureate: LaureateOfTests;
let expert: ExpertOfTests;
let settings: ProgrammeSettings;

beforeAll(async () => {
  await openProgramme();
  [laureate, expert, settings] = await Promise.all([
    laureateWith(10_000_00),
    publishedExpert(),
    settingsInForce(firestore),
  ]);
});

async function missionNow(missionId: string): Promise<Mission> {
  const mission = await get(firestore, missions, missionId);
  if (mission === null) throw new Error('the mission is gone');
  return mission;
}

/** The sweep of that morning, for one mission alone: others' belong to their own tests. Twice, as a sweep that crashed and began again. */
async function morning(missionId: string, day: Day | null | undefined): Promise<Mission> {
  if (!day) throw new Error('the clock has nothing to do on this mission');
  const now = Date.parse(`${day}T06:30:00Z`);
  const found = await missionNow(missionId);
  for (const _run of [1, 2]) await playDueMission(firestore, found, { settings, now });
  return missionNow(missionId);
}

async function actionsOn(missionId: string): Promise<string[]> {
  const found = await firestore.collection(eventsOf(missionId)).orderBy('number').get();
  return missionEvents.list(found.docs).map(({ action }) => action);
}

async function isOpen(kind: TaskKind, missionId: string): Promise<boolean> {
  const task = await get(firestore, tasks, taskId(kind, missionId));
  return task !== null && task.closedAt === null;
}

const deadlineOf = (mission: Mission) => dueOf(mission, settings)?.deadline;

/** The mails of that morning which remind of a mission: whom each is to, and of how many missions it is. */
async function remindersOf(missionId: string, day: Day): Promise<{ to: string; missions: number; id: string }[]> {
  const first = `reminder.${day}.`;
  const found = await firestore.collection(OUTBOX).orderBy('id').startAt(first).endAt(`${first}~`).get();
  return outbox
    .list(found.docs)
    .filter((mail) => remindedMissions(mail).includes(missionId))
    .map((mail) => ({ to: mail.to.email, missions: remindedMissions(mail).length, id: mail.id }));
}

describe('The sweep of a morning', () => {
  it('reminds, gives staff a task, then ends what nobody answered: each once, however often it runs', async () => {
    const missionId = await openedMission(laureate, expert);
    const asked = await missionNow(missionId);
    expect((await dueMissions(firestore, asked.dueOn ?? '')).map(({ id }) => id)).toContain(missionId);
    expect((await dueMissions(firestore, addDays(asked.dueOn ?? '', -1))).map(({ id }) => id)).not.toContain(missionId);
    const reminded = await morning(missionId, asked.dueOn);
    expect(await actionsOn(missionId)).toEqual(['request', 'declareNoInterest', 'remind']);
    // To the expert alone: the laureate waits, and reads on its page that the expert was reminded.
    const mails = await remindersOf(missionId, asked.dueOn ?? '');
    expect(mails.map(({ to }) => to)).toEqual([expert.email]);
    expect(reminded.dueOn).toBe(deadlineOf(asked));
    const late = await morning(missionId, deadlineOf(reminded));
    expect(await isOpen('deadlinePassed', missionId)).toBe(true);
    const task = await get(firestore, tasks, taskId('deadlinePassed', missionId));
    expect(task?.about).toContain(`Dernier rappel à ${asked.expert.name} : ${formatDay(asked.dueOn ?? '')}.`);
    const ended = await morning(missionId, late.dueOn);
    expect(await actionsOn(missionId)).toEqual(['request', 'declareNoInterest', 'remind', 'passDeadline', 'expire']);
    expect([ended.state, ended.dueOn, await isOpen('deadlinePassed', missionId)]).toEqual(['expired', null, false]);
    expect((await dueMissions(firestore, '2099-12-31')).map(({ id }) => id)).not.toContain(missionId);
  });

  it('a week late, makes up with one reminder; after an extension, begins again from the day it was granted', async () => {
    const missionId = await openedMission(laureate, expert);
    const asked = await missionNow(missionId);
    const deadline = deadlineOf(asked) ?? '';
    await morning(missionId, addWorkingDays(deadline, -1, null));
    await morning(missionId, addWorkingDays(deadline, 5, null));
    expect(await actionsOn(missionId)).toEqual(['request', 'declareNoInterest', 'remind', 'passDeadline']);
    const granted = Date.parse(`${addWorkingDays(deadline, 6, null)}T09:00:00Z`);
    const input = { days: 40, reason: 'L’expert revient de congé.' };
    await play(staff, missionId, null, { action: 'extend', input }, granted);
    const extended = await missionNow(missionId);
    expect(await isOpen('deadlinePassed', missionId)).toBe(false);
    expect((deadlineOf(extended) ?? '') >= addDays(dayOf(granted), 40)).toBe(true);
    expect(extended.dueOn).toBe(addWorkingDays(dayOf(granted), 3, null));
    await morning(missionId, addWorkingDays(dayOf(granted), 1, null));
    await morning(missionId, extended.dueOn);
    expect((await actionsOn(missionId)).slice(4)).toEqual(['extend', 'remind']);
  });

  it('gathers what one person is reminded of in one mail, and what comes once it is taken in another', async () => {
    const own = await publishedExpert();
    const [one, two, late] = await Promise.all([1, 2, 3].map(() => openedMission(laureate, own)));
    if (!one || !two || !late) throw new Error('three missions were expected');
    const { dueOn } = await missionNow(one);
    if (dueOn === null) throw new Error('a mission that waits is due');
    await morning(one, dueOn);
    await morning(two, dueOn);
    const [mail, ...others] = await remindersOf(one, dueOn);
    expect([mail?.missions, others, await remindersOf(two, dueOn)]).toEqual([2, [], [mail]]);
    // Nobody sends it before the morning's others had the time to join it.
    const begun = Date.parse(`${dueOn}T06:30:00Z`);
    expect(await leaseMail(firestore, mail?.id ?? '', begun + GATHERING - 1)).toBeNull();
    const taken = await leaseMail(firestore, mail?.id ?? '', begun + GATHERING);
    expect(taken?.mail).toMatchObject({ mission: null, path: '/expert', parts: [{ lines: [{}, {}] }] });
    await morning(late, dueOn);
    expect((await remindersOf(late, dueOn)).map(({ missions }) => missions)).toEqual([1]);
    expect((await remindersOf(one, dueOn)).map(({ missions }) => missions)).toEqual([2]);
    // What moved since is left out of what leaves.
    await play(own.person, one, null, { action: 'accept', input: {} });
    const asTheyAre = new Map(await Promise.all([one, two].map(async (id) => [id, await missionNow(id)] as const)));
    if (taken === null) throw new Error('the reminder was to be taken');
    expect(reminderNow(taken.mail, asTheyAre, dueOn)).toMatchObject({ mission: { id: two }, parts: [] });
  });

  it('reminds on the day that was put off to, and forgets it once the mission moves', async () => {
    const missionId = await openedMission(laureate, expert);
    const asked = await missionNow(missionId);
    const until = addWorkingDays(dayOf(asked.since), 6, null);
    await play(expert.person, missionId, null, { action: 'snoozeReminders', input: { until } });
    expect((await missionNow(missionId)).dueOn).toBe(until);
    await morning(missionId, asked.dueOn);
    expect(await actionsOn(missionId)).toEqual(['request', 'declareNoInterest', 'snoozeReminders']);
    await morning(missionId, until);
    expect((await actionsOn(missionId)).at(-1)).toBe('remind');
    await play(expert.person, missionId, null, { action: 'accept', input: {} });
    const { remindersFrom, dueOn, since } = await missionNow(missionId);
    expect([remindersFrom, dueOn]).toEqual([null, addWorkingDays(dayOf(since), 3, null)]);
  });

  it('leaves alone a mission that moved since it was found', async () => {
    const missionId = await openedMission(laureate, expert);
    const found = await missionNow(missionId);
    await play(expert.person, missionId, null, { action: 'accept', input: {} });
    const now = Date.parse(`${deadlineOf(found)}T06:30:00Z`);
    const refusal = await playDueMission(firestore, found, { settings, now });
    expect(refusal?.code).toBe('too-early');
    expect(await actionsOn(missionId)).toEqual(['request', 'declareNoInterest', 'accept']);
  });
});

describe('The look of a night', () => {
  it('gives a day to a mission that was written before there were timers', async () => {
    const missionId = await openedMission(laureate, expert);
    const { dueOn } = await missionNow(missionId);
    const gone = FieldValue.delete();
    await firestore.doc(missions.path(missionId)).update({ dueOn: gone, extendedAt: gone, deadlinePassedAt: gone });
    expect((await missionNow(missionId)).dueOn).toBeNull();
    await renewDueDay(firestore, missionId, settings);
    expect((await missionNow(missionId)).dueOn).toBe(dueOn);
  });

  it('opens the task that an older programme lacks, once, and not the one that staff closed', async () => {
    const missionId = await openedMission(laureate, expert);
    await play(staff, missionId, null, { action: 'hold', input: { reason: 'Le temps d’un appel.' } });
    const path = tasks.path(taskId('missionOnHold', missionId));
    expect(await isOpen('missionOnHold', missionId)).toBe(true);
    const missing = async () =>
      (await missingTasks(firestore, { live: await liveMissions(firestore), settings, now: Date.now() })).find(
        ({ subject }) => subject === missionId,
      );
    const task = await missing();
    if (!task) throw new Error('a mission on hold waits for staff');
    expect(await neverOpened(firestore, [task])).toEqual([]);
    expect(await openMissing(firestore, task)).toBe(false);
    const other = { ...task, subject: `${missionId}.never` };
    await firestore.doc(path).update({ kind: 'unheardOf' });
    expect(await neverOpened(firestore, [task, other])).toEqual([other]);
    await firestore.doc(path).delete();
    expect(await neverOpened(firestore, [task])).toEqual([task]);
    expect([await openMissing(firestore, task), await openMissing(firestore, task)]).toEqual([true, false]);
    await firestore.doc(path).update({ closedAt: Date.now(), closedBy: staff.name });
    expect(await openMissing(firestore, task)).toBe(false);
    await play(staff, missionId, null, { action: 'resume', input: { reason: 'L’appel est passé.' } });
    expect(await missing()).toBeUndefined();
  });
});
