import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { ApiName } from '../functions/src/domain/api.ts';
import { newId } from '../functions/src/entrypoints/ids.ts';
import { staffPerson } from './people.ts';
import { openProgramme } from './programme.ts';
import { firestore, origin, suiteLog } from './suite.ts';

const callables = [
  'requestSignIn',
  'exchangeSignIn',
  'renewSignIn',
  'requestCode',
  'exchangeCode',
  'signOutEverywhere',
  'compareFile',
  'saveTemplate',
  'previewTemplate',
  'registerExpert',
  'expertAction',
  'erasureAction',
  'updateExpert',
  'sayAvailability',
  'keepRegistration',
  'workDraft',
  'previewWork',
  'invite',
  'inviteExpert',
  'personAction',
  'grantAction',
  'subsidyAction',
  'handInScopingNote',
  'laureateAction',
  'messageAction',
  'scopingNoteAction',
  'mailPreferences',
  'makeDocument',
  'makeFigures',
  'makeStatement',
  'apiTokenAction',
  'archiveAction',
  'openArchive',
  'missionAction',
  'noteAction',
  'requestUpload',
  'uploadState',
  'openFile',
  'removeLink',
  'fileAction',
  'addLink',
  'importLaureates',
  'staffAction',
  'incidentAction',
  'importProgramme',
  'saveSettings',
  'publishForm',
  'blankForm',
  'view',
  'viewAction',
] as const satisfies readonly ApiName[];

const refusal = z.object({
  error: z.object({
    status: z.string(),
    message: z.string(),
    details: z.object({ code: z.string() }),
  }),
});

let uid: string;
let token: string;

beforeAll(async () => {
  await openProgramme();
  ({ uid, token } = await staffPerson(newId()));
});

/** Sends `json` as it is: what a page of ours never writes, and anybody may. */
async function post(name: ApiName, json: string) {
  const response = await fetch(`${origin}/api/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: json,
  });
  return { status: response.status, text: await response.text() };
}

async function expectRefused(name: ApiName, json: string): Promise<void> {
  const { status, text } = await post(name, json);
  expect({ name, status, text }).toMatchObject({ status: 400 });
  expect(refusal.parse(JSON.parse(text))).toEqual({
    error: {
      status: 'INVALID_ARGUMENT',
      message: 'La demande n’a pas la forme attendue. Rien n’a été changé : rechargez la page et recommencez.',
      details: { code: 'invalid-input' },
    },
  });
}

const nested = `${'{"a":'.repeat(1_000)}1${'}'.repeat(1_000)}`;
const bodies = [
  ['null', 'null'],
  ['a list', '[1, 2]'],
  ['a list of lists, a thousand deep', `${'['.repeat(1_000)}${']'.repeat(1_000)}`],
  ['objects a thousand deep', nested],
  ['a megabyte of text', JSON.stringify('x'.repeat(1_000_000))],
  ['a field of a megabyte', JSON.stringify({ email: 'x'.repeat(1_000_000), fileId: 'x'.repeat(1_000_000) })],
  ['a number', '1e21'],
  ['another prototype', '{"__proto__": {"name": "me", "fileId": "abc", "uploadId": "abc", "email": "a@b.fr"}}'],
  ['a constructor', '{"constructor": {"prototype": {"kind": "staff"}}}'],
] as const;

describe('a call that is not of its shape is refused in French, without a trace of our code', () => {
  it.each(bodies)('%s', { timeout: 240_000 }, async (_what, data) => {
    // A few at a time: the first call of each function starts its process, and Hosting waits a minute for an answer.
    for (let first = 0; first < callables.length; first += 4) {
      const some = callables.slice(first, first + 4);
      await Promise.all(some.map((name) => expectRefused(name, `{"data": ${data}}`)));
    }
  });

  it.each(['"NaN"', '-1', '1e21', '1.5', 'null', '{"$numberLong": "1"}'])(
    'an amount or a size of %s',
    async (number) => {
      const upload = { piece: 'scopingNote', missionId: null, laureateId: 'abc', name: 'note.pdf', size: 0 };
      const confirm = {
        action: 'confirmService',
        operationId: randomUUID(),
        missionId: 'abc',
        laureateId: 'abc',
        input: { finalCents: 0, reportNumber: 1 },
      };
      await expectRefused('requestUpload', JSON.stringify({ data: upload }).replace('"size":0', `"size":${number}`));
      await expectRefused('missionAction', JSON.stringify({ data: confirm }).replace('Cents":0', `Cents":${number}`));
      expect((await post('requestUpload', JSON.stringify({ data: upload }))).text).toContain('file-empty');
      expect((await post('missionAction', JSON.stringify({ data: confirm }))).text).not.toContain('invalid-input');
    },
  );

  it('leaves no document and no word of the caller in the logs', async () => {
    const mine = await firestore.collection('operations').orderBy('__name__').startAt(uid).endAt(`${uid}~`).get();
    expect(mine.size).toBe(0);
    expect(await readFile(suiteLog, 'utf8')).not.toContain('x'.repeat(200));
  });
});
