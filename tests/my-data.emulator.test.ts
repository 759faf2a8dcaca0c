import { randomUUID } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { beforeAll, describe, expect, it } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { taskId } from '../functions/src/domain/staff/tasks.ts';
import { newId } from '../functions/src/entrypoints/ids.ts';
import { get } from '../functions/src/store/collection.ts';
import { erasureRequests } from '../functions/src/store/collections/retention.ts';
import { tasks } from '../functions/src/store/collections/tasks.ts';
import { call, codeOf, expectCall } from './calls.ts';
import { type ExpertOfTests, publishedExpert } from './experts.ts';
import { signIn, staffPerson } from './people.ts';
import { openProgramme } from './programme.ts';
import { firestore } from './suite.ts';
import { readObject } from './uploads.ts';

let expert: ExpertOfTests;
let token: string;
let staffToken: string;

beforeAll(async () => {
  await openProgramme();
  expert = await publishedExpert();
  [token, staffToken] = await Promise.all([signIn(expert.person.uid), staffPerson(newId()).then((one) => one.token)]);
});

const act = (input: { action: 'ask' | 'withdraw' } | { action: 'approve'; uid: string }, who: string) =>
  call('erasureAction', { ...input, operationId: randomUUID() }, who);

describe('What is kept of a person', () => {
  it('is asked for and downloaded by that person, and by nobody else, staff included', async () => {
    const scope = { kind: 'person', uid: expert.person.uid } as const;
    const ask = (who: string) => call('archiveAction', { action: 'ask', scope, operationId: randomUUID() }, who);
    expect(codeOf(await ask(staffToken))).toBe('not-yours');
    expect(codeOf(await ask(token))).toBeNull();
    const archive = async () => {
      const view = await expectCall('view', { name: 'archive', scope }, token);
      if (view.name !== 'archive' || view.archive === null) throw new Error('no archive came back');
      return view.archive;
    };
    await expect.poll(async () => (await archive()).state, { timeout: 60_000, interval: 1_000 }).toBe('ready');
    const { path } = await expectCall('openArchive', { archiveId: (await archive()).id }, token);
    const zip = await fromBufferPromise(Buffer.from((await readObject(path, token)).bytes));
    const texts = new Map<string, string>();
    for await (const entry of zip.eachEntry()) {
      texts.set(entry.fileName, (await buffer(await zip.openReadStreamPromise(entry))).toString('latin1'));
    }
    expect(texts.get('Mes données.pdf')?.slice(0, 5)).toBe('%PDF-');
    expect(texts.get('Données/accounts.json')).toContain(expert.email);
    expect(texts.get('LISEZ-MOI.txt')).toContain('Donn');
  }, 120_000);
});

describe('A request of erasure', () => {
  const state = async () => (await get(firestore, erasureRequests, expert.person.uid))?.state;

  it('is asked for, withdrawn and asked for again by the person, and is a task of staff meanwhile', async () => {
    const task = () => get(firestore, tasks, taskId('erasureAsked', expert.person.uid));
    expect(codeOf(await act({ action: 'ask' }, token))).toBeNull();
    expect(await task()).toMatchObject({ closedAt: null, about: expert.person.name });
    expect(codeOf(await act({ action: 'ask' }, token))).toBe('erasure-moved');
    expect(codeOf(await act({ action: 'withdraw' }, token))).toBeNull();
    expect((await task())?.closedAt).not.toBeNull();
    expect(codeOf(await act({ action: 'ask' }, token))).toBeNull();
    expect(await state()).toBe('asked');
  });

  it('is shown to staff and decided by them, and cuts the account at once', async () => {
    const { uid } = expert.person;
    expect(codeOf(await call('view', { name: 'erasures' }, token))).toBe('staff-only');
    const view = await expectCall('view', { name: 'erasures' }, staffToken);
    expect(view.name === 'erasures' && view.rows.find((row) => row.uid === uid)).toMatchObject({
      obstacles: [],
      email: expert.email,
    });
    expect(codeOf(await act({ action: 'approve', uid }, token))).toBe('staff-only');
    expect(codeOf(await act({ action: 'approve', uid }, staffToken))).toBeNull();
    expect(await state()).toBe('approved');
    expect(codeOf(await call('view', { name: 'myData' }, token))).toBe('account-inactive');
  });
});
