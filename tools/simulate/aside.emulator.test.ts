import { initializeApp } from 'firebase-admin/app';
import { getFirestore } from 'firebase-admin/firestore';
import { beforeEach, expect, it } from 'vitest';
import { DAY } from '../../functions/src/domain/calendar.ts';
import { wipeDocuments } from '../backup/wiping.ts';
import { Aside } from './aside.ts';

const projectId = 'demo-sur-mesure-aside';
const target = { project: projectId, emulator: process.env.FIRESTORE_EMULATOR_HOST ?? null };
const opened = (project: string) => getFirestore(initializeApp({ projectId: project }, project));
const [firestore, moved] = [opened(projectId), opened(`${projectId}-1`)];
const now = Date.parse('2024-03-01T00:00:00Z');
const [told, long, recently] = [now - 63 * DAY, now - 11 * DAY, now - 9 * DAY];

const faded = { 'operations/old': { at: long, result: { cents: 1 } }, 'signInTokens/old': { createdAt: long } };
const past = {
  'missions/over/events/1': { at: told },
  'files/over': { missionId: 'over', createdAt: long, size: 1.5 },
};
const live = {
  'operations/recent': { at: recently, result: { cents: 2 } },
  'laureates/one/ledger/old': { at: long, cents: 20_000_00, missionId: 'over' },
  'files/dossier': { missionId: null, createdAt: long },
  'missions/over': { state: 'closed', since: long },
  'missions/over/events/2': { at: long },
  'missions/toPrint': { state: 'closed', since: long },
  'missions/toPrint/submissions/1': { at: told },
  'documentRequests/toPrint': { missionId: 'toPrint', state: 'pending' },
  'missions/paidLater': { state: 'closed', since: long },
  'missions/paidLater/events/1': { at: told },
  'missions/justOver': { state: 'refused', since: recently },
  'missions/justOver/events/1': { at: told },
  'missions/running': { state: 'awaiting_report', since: long },
  'missions/running/events/1': { at: told },
};
const awaited = new Set(['paidLater']);

async function present(): Promise<Record<string, unknown>> {
  const asked = Object.keys({ ...faded, ...past, ...live });
  const found = await moved.getAll(...asked.map((path) => moved.doc(path)));
  return Object.fromEntries(found.filter(({ exists }) => exists).map((one) => [one.ref.path, one.data()]));
}

beforeEach(async () => {
  await wipeDocuments(target);
  for (const [path, fields] of Object.entries({ ...faded, ...past, ...live })) await firestore.doc(path).set(fields);
});

it('lets go of what has faded, and gives back what it put aside of missions that are over', async () => {
  const aside = new Aside(target);
  expect((await aside.moveOn(now, awaited)).project).toBe(`${projectId}-1`);
  expect(await present()).toEqual(live);
  await aside.giveBack();
  expect(await present()).toEqual({ ...past, ...live });
});

it('says when what was aside was written anew meanwhile', async () => {
  const aside = new Aside(target);
  await aside.moveOn(now, awaited);
  await moved.doc('files/over').set({ missionId: 'over', createdAt: now });
  await expect(aside.giveBack()).rejects.toThrow('files/over was written anew while it was aside');
});
