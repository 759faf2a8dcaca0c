import { initializeApp } from 'firebase-admin/app';
import { getFirestore } from 'firebase-admin/firestore';
import { beforeAll, expect, it } from 'vitest';
import { DAY } from '../../functions/src/domain/calendar.ts';
import { wipeDocuments } from '../backup/wiping.ts';
import { Aside } from './aside.ts';

const projectId = 'demo-sur-mesure-aside';
const target = { project: projectId, emulator: process.env.FIRESTORE_EMULATOR_HOST ?? null };
const firestore = getFirestore(initializeApp({ projectId }, 'aside'));
const now = Date.parse('2024-03-01T00:00:00Z');
const written = {
  'operations/old': { at: now - 61 * DAY, result: { cents: 1 } },
  'operations/recent': { at: now - 59 * DAY, result: { cents: 2 } },
  'signInTokens/old': { createdAt: now - 61 * DAY },
  'laureates/one/ledger/old': { at: now - 300 * DAY, cents: 20_000_00 },
  'missions/old': { at: now - 300 * DAY },
};

async function present(): Promise<Record<string, unknown>> {
  const found = await firestore.getAll(...Object.keys(written).map((path) => firestore.doc(path)));
  return Object.fromEntries(found.filter(({ exists }) => exists).map((one) => [one.ref.path, one.data()]));
}

beforeAll(async () => {
  await wipeDocuments(target);
  for (const [path, fields] of Object.entries(written)) await firestore.doc(path).set(fields);
});

it('puts aside what has faded, leaves the rest as it was, and gives everything back', async () => {
  const aside = new Aside(target);
  await aside.put(now);
  expect(Object.keys(await present())).toEqual(['operations/recent', 'laureates/one/ledger/old', 'missions/old']);
  await aside.giveBack();
  expect(await present()).toEqual(written);
});

it('says when what was aside was written anew meanwhile', async () => {
  const aside = new Aside(target);
  await aside.put(now);
  await firestore.doc('operations/old').set({ at: now, result: null });
  await expect(aside.giveBack()).rejects.toThrow('operations/old was written anew while it was aside');
});
