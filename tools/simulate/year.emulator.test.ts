import { join } from 'node:path';
import { getStorage } from 'firebase-admin/storage';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSigner } from '../../functions/src/sealing/signer.ts';
import { OUTBOX, outbox, type QueuedMail } from '../../functions/src/store/collections/outbox.ts';
import { databaseOf } from '../../functions/src/store/missions/testing/database.ts';
import { origin } from '../../tests/suite.ts';
import { root } from '../commands.ts';
import { demonstrationSeal } from '../sealing/demonstration-seal.ts';
import { wholeSize } from '../seed/programme.ts';
import { liveAYear, type Year } from './year.ts';

const { firestore, clear, app } = databaseOf('year');
let year: Year;
let mails: readonly QueuedMail[];

beforeAll(async () => {
  await clear();
  const seal = await demonstrationSeal(join(root, '.emulators'), Date.now());
  const stage = {
    ...{ firestore, bucket: getStorage(app).bucket('demo-sur-mesure-year.appspot.com'), origin },
    signer: async () => readSigner({ ...seal }),
  };
  year = await liveAYear(stage, wholeSize, Date.now());
  mails = outbox.list((await firestore.collection(OUTBOX).get()).docs);
}, 600_000);

afterAll(clear);

describe('a year of the programme', () => {
  it('misses nothing', () => {
    const left = mails.filter(({ state }) => !['sent', 'gathered', 'superseded'].includes(state));
    console.log(
      left.length,
      Object.entries(Object.groupBy(mails, ({ state }) => state)).map(([s, l]) => [s, l?.length]),
    );
    console.log(Object.entries(Object.groupBy(mails, ({ mail }) => mail)).map(([s, l]) => [s, l?.length]));
    expect(left).toEqual([]);
  });

  it('sends nothing twice', () => {
    const ids = year.received.map(({ messageId }) => messageId);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
