import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../functions/src/entrypoints/ids.ts';
import { call, expectCall } from './calls.ts';
import { sweep } from './events.ts';
import { registration } from './experts.ts';
import { idTokenFor, type Person } from './people.ts';
import { laureateWith, openProgramme } from './programme.ts';
import { samplePdf } from './sample-pdf.ts';
import { newSiret } from './sirets.ts';
import { inbox, origin, suiteLog } from './suite.ts';
import { deposit, sendObject } from './uploads.ts';

/**
 * Runs after every other test (see `vitest.config.ts`), so that what is searched is the log of the whole run: the functions' own lines and the
 * emulators'. Nothing personal may stand there.
 */
const canary = `canari${newId()}`;
const iban = `FR76${newId().replaceAll(/\D/g, '7')}0000000000`;
const email = `${canary.toLowerCase()}@exemple.fr`;
let token = '';

/** Says each secret wherever a person may: a name, an address, a file's name, a text, a body that is refused. */
async function speak(): Promise<void> {
  const laureate = await laureateWith(10_000_00, `Manufacture ${canary}`);
  await expectCall('requestSignIn', { email: laureate.email, next: '/' }, null);
  const mail = await inbox.awaitMessage(laureate.email, 'connexion');
  token = /\/connexion#jeton=([\w-]+)/.exec(mail.text)?.[1] ?? '';
  const { customToken } = await expectCall('exchangeSignIn', { token }, null);
  const signatory: Person = {
    uid: laureate.signatory.uid,
    email: laureate.email,
    token: await idTokenFor(customToken),
  };
  const piece = {
    piece: 'scopingNote',
    missionId: null,
    laureateId: laureate.laureateId,
    name: `${canary}.pdf`,
  } as const;
  const fileId = await deposit(signatory, piece, samplePdf(canary));
  await expectCall('openFile', { fileId }, signatory.token);
  const { path } = await expectCall('requestUpload', { ...piece, size: 100 }, signatory.token);
  await sendObject(path, Buffer.from(`<script>${canary}</script>`), signatory.token);
  const company = { company: canary, name: canary, siret: newSiret(), email };
  await expectCall(
    'registerExpert',
    { ...registration, ...company, answers: { ...registration.answers, skills: iban } },
    null,
  );
  await call('requestSignIn', { email, next: `/laureat?${canary}` }, null);
  await call('exchangeSignIn', { token: `${canary}${canary}` }, null);
  await fetch(`${origin}/api/registerExpert`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ data: { email, company: canary, iban, nested: { canary } } }),
  });
  await inbox.awaitMessage(email, 'inscription');
  // Says what falls short after all that the tests broke: by the name of a fact, never by what it is about.
  await sweep('watchHealth');
}

beforeAll(async () => {
  await openProgramme();
  await speak();
});

describe('The logs of the whole run', () => {
  it.each([
    ['a name, or a file’s', () => canary],
    ['an account number', () => iban],
    ['a token that signs somebody in', () => token],
    ['any address of the people of the tests', () => '@exemple.fr'],
    ['any address of the team', () => '@tierslieux.example'],
  ])('do not hold %s', async (_what, secret) => {
    expect(secret()).toMatch(/.{8}/);
    const lines = (await readFile(suiteLog, 'utf8')).split('\n');
    expect(lines.filter((line) => line.toLowerCase().includes(secret().toLowerCase()))).toEqual([]);
  });

  it('do hold what the functions did', async () => {
    expect(await readFile(suiteLog, 'utf8')).toContain('registerExpert');
    expect(await readFile(suiteLog, 'utf8')).toContain('watchHealth');
  });
});
