import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { newId } from '../functions/src/entrypoints/ids.ts';
import { get } from '../functions/src/store/collection.ts';
import { accounts } from '../functions/src/store/collections/accounts.ts';
import { OUTBOX } from '../functions/src/store/collections/outbox.ts';
import { signInCodes, signInTokens } from '../functions/src/store/collections/sign-in.ts';
import { incomingPath, storedPath } from '../functions/src/store/files/stored-files.ts';
import { sha256 } from '../functions/src/store/hash.ts';
import { requestSignIn } from '../functions/src/store/sign-in/sign-in.ts';
import { call, codeOf } from './calls.ts';
import { allows } from './firestore-client.ts';
import { freshHour } from './fresh-hour.ts';
import { idTokenFor, signIn, staffPerson } from './people.ts';
import { type LaureateOfTests, laureateWith, openProgramme } from './programme.ts';
import { samplePdf } from './sample-pdf.ts';
import { authHost, firestore, inbox, origin } from './suite.ts';
import { readObject, sendObject } from './uploads.ts';

let laureate: LaureateOfTests;

beforeAll(openProgramme);

beforeEach(async () => {
  await freshHour();
  laureate = await laureateWith(10_000_00);
});

const askFor = (email: string, next = '/') => call('requestSignIn', { email, next }, null);
const exchange = (token: string) => call('exchangeSignIn', { token }, null);
const keptToken = (token: string) => get(firestore, signInTokens, sha256(token));

/** The one-time token of the newest mail to `email`, as its reader's browser finds it in the link. */
async function mailedToken(email: string, expectedMails = 1): Promise<string> {
  await expect.poll(() => inbox.messages(email), { timeout: 20_000 }).toHaveLength(expectedMails);
  const newest = (await inbox.messages(email)).at(-1);
  const [, token] = /\/connexion#jeton=([\w-]+)/.exec(newest?.text ?? '') ?? [];
  if (token === undefined) throw new Error(`no link in « ${newest?.subject} »`);
  return token;
}

async function asked(email: string, next = '/'): Promise<string> {
  expect(await askFor(email, next)).toEqual(sent);
  return mailedToken(email);
}

async function change(uid: string, fields: object): Promise<void> {
  await firestore.doc(accounts.path(uid)).update({ ...fields });
}

const sent = { sent: true, requestId: expect.stringMatching(/^\w{20}$/) };
const unusable = { code: 'link-unusable', message: expect.stringContaining('Demandez-en un nouveau') };

describe('asking for a link', () => {
  it('gets the same answer whether the address is known or not; only the known one gets a mail', async () => {
    const unknown = strangerEmail();
    const post = async (email: string) => {
      const response = await fetch(`${origin}/api/requestSignIn`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ data: { email, next: '/' } }),
      });
      return {
        status: response.status,
        body: (await response.text()).replace(/"requestId":"\w{20}"/, '"requestId":"…"'),
      };
    };
    const [forUnknown, forKnown] = [await post(unknown), await post(laureate.email)];
    expect(forUnknown).toEqual(forKnown);
    expect(forKnown.body).toContain('"requestId":"…"');
    await mailedToken(laureate.email);
    await expect.poll(() => queuedTo(unknown), { timeout: 20_000 }).toBe(0);
    expect(await inbox.messages(unknown)).toEqual([]);
  });

  it('makes the very same reads and writes for both, and looks at no account', async () => {
    const ask = async (email: string) => {
      const { operations, watched } = watchedFirestore();
      const asked = { email, next: '/', from: { address: newId(), relay: newId() }, id: newId(), now: Date.now() };
      expect(await requestSignIn(watched, asked)).toEqual({ sent: true, requestId: asked.id });
      return operations;
    };
    const [forUnknown, forKnown] = [await ask(strangerEmail()), await ask(laureate.email)];
    expect(forUnknown).toEqual(forKnown);
    const counts = ['ip', 'relay', 'address'].map((kind) => `doc rateLimits/sign-in-${kind}.*`);
    expect(forKnown).toEqual([...counts, 'batch', 'doc outbox/signIn.*']);
    await mailedToken(laureate.email);
  });

  it('is refused the fourth time in an hour, to a known address as to an unknown one, and to no other address', async () => {
    const other = await laureateWith(10_000_00);
    for (const email of [laureate.email, strangerEmail()]) {
      for (let time = 1; time <= 3; time += 1) expect(await askFor(email)).toEqual(sent);
      expect(await askFor(email.toUpperCase())).toMatchObject({
        code: 'too-many-links',
        message: expect.stringContaining('réessayez plus tard'),
      });
    }
    await mailedToken(laureate.email, 3);
    expect(await asked(other.email)).not.toBe('');
  });

  it.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    'https://good@evil.example',
  ])('to come back to %s leads home instead', async (next) => {
    expect(await exchange(await asked(laureate.email, next))).toMatchObject({ next: '/laureat' });
  });

  it('to come back to a page of ours leads there', async () => {
    const next = '/decision?mission=abc';
    expect(await exchange(await asked(laureate.email, next))).toMatchObject({ next });
  });
});

describe('a mailed link', () => {
  it('signs its reader in once, whoever else presses at the same moment', async () => {
    const token = await asked(laureate.email);
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => exchange(token)));
    const [used, ...more] = answers.filter((answer) => 'customToken' in answer);
    if (!used) throw new Error('nobody was signed in');
    expect(more).toEqual([]);
    expect(answers.filter((answer) => 'refused' in answer)).toEqual(
      [1, 2, 3, 4].map(() => expect.objectContaining(unusable)),
    );
    const idToken = await idTokenFor(used.customToken);
    expect(await call('view', { name: 'me' }, idToken)).toMatchObject({
      kind: 'laureate',
      name: 'me',
      personName: 'Anne Le Goff',
    });
    expect(await get(firestore, accounts, laureate.signatory.uid)).toMatchObject({ verifiedEmail: true });
  });

  it('that a mail robot opens is not used up', async () => {
    const token = await asked(laureate.email);
    const before = await keptToken(token);
    const page = await fetch(`${origin}/connexion`);
    expect(page.status).toBe(200);
    const robot = await fetch(`${origin}/api/exchangeSignIn?token=${token}`);
    expect(robot.status).toBe(400);
    await fetch(`${origin}/api/exchangeSignIn?data=${encodeURIComponent(JSON.stringify({ token }))}`, {
      method: 'HEAD',
    });
    await fetch(`${origin}/api/exchangeCode?requestId=${before?.requestId}&code=000000`);
    expect(await keptToken(token)).toEqual(before);
    expect(await get(firestore, signInCodes, before?.requestId ?? '')).toMatchObject({ usedAt: null, attemptsLeft: 5 });
    expect(before).toMatchObject({ usedAt: null });
    expect(await exchange(token)).toHaveProperty('customToken');
  });

  it('that has expired is refused, and sends a new one to the address it was made for', async () => {
    const token = await asked(laureate.email, '/decision?mission=abc');
    await firestore.doc(signInTokens.path(sha256(token))).update({ expiresAt: Date.now() - 1 });
    expect(await exchange(token)).toMatchObject(unusable);
    expect(await keptToken(token)).toMatchObject({ usedAt: null });
    expect(await call('renewSignIn', { token }, null)).toEqual(sent);
    const renewed = await mailedToken(laureate.email, 2);
    expect(await exchange(renewed)).toMatchObject({ next: '/decision?mission=abc' });
  });

  it('that was used is refused, and renewed like the others; one that nobody made gets the same answer and no mail', async () => {
    const token = await asked(laureate.email);
    expect(await exchange(token)).toHaveProperty('customToken');
    expect(await exchange(token)).toMatchObject(unusable);
    expect(await exchange('x'.repeat(43))).toMatchObject(unusable);
    expect(await call('renewSignIn', { token: 'x'.repeat(43) }, null)).toEqual(sent);
    expect(await call('renewSignIn', { token }, null)).toEqual(sent);
    expect(await exchange(await mailedToken(laureate.email, 2))).toHaveProperty('customToken');
  });
});

describe('an account switched off', () => {
  it('gets no mail, and its link signs nobody in; switched on again, it does', async () => {
    const { uid } = laureate.signatory;
    const token = await asked(laureate.email);
    await change(uid, { active: false });
    expect(await exchange(token)).toMatchObject(unusable);
    expect(await askFor(laureate.email)).toEqual(sent);
    // Only the first is left: the second is gone, and not merely taken by the one who would send it.
    await expect.poll(() => queuedTo(laureate.email), { timeout: 20_000 }).toBe(1);
    await change(uid, { active: true });
    expect(await exchange(token)).toHaveProperty('customToken');
    expect(await inbox.messages(laureate.email)).toHaveLength(1);
  });

  it('is refused at once, with a token that has not changed: calls and rules', async () => {
    const { uid } = laureate.signatory;
    const token = await signIn(uid);
    const tries = () =>
      Promise.all([
        call('view', { name: 'laureate', laureateId: laureate.laureateId }, token).then(codeOf),
        call('requestUpload', noteOf(laureate.laureateId), token).then(codeOf),
        allows('get', `laureates/${laureate.laureateId}`, token),
        allows('list', `laureates/${laureate.laureateId}/ledger/any`, token),
      ]);
    expect(await tries()).toEqual([null, null, true, true]);
    await change(uid, { active: false });
    expect(await tries()).toEqual(['account-inactive', 'account-inactive', false, false]);
    await change(uid, { active: true, validAfterSec: Math.floor(Date.now() / 1_000) + 60 });
    expect(await tries()).toEqual(['session-ended', 'session-ended', false, false]);
    await change(uid, { validAfterSec: 0 });
    expect(await tries()).toEqual([null, null, true, true]);
  });

  it('of a member of staff opens nothing more than the public directory', async () => {
    const person = await staffPerson(newId());
    const tries = () =>
      Promise.all([
        call('view', { name: 'staff', whose: 'all', after: null }, person.token).then(codeOf),
        call('importLaureates', { csv: 'nom', dryRun: true, skipBad: false }, person.token).then(codeOf),
        allows('get', `laureates/${laureate.laureateId}`, person.token),
      ]);
    expect(await tries()).toEqual([null, null, true]);
    await change(person.uid, { active: false });
    expect(await tries()).toEqual(['account-inactive', 'account-inactive', false]);
    expect(await call('view', { name: 'contact' }, null)).toHaveProperty('contact');
  });
});

describe('a user made through the public sign-up of Firebase', () => {
  const signedUp = z.object({ idToken: z.string(), localId: z.string() });

  it('has no account here, and can read and do nothing', async () => {
    const response = await fetch(`http://${authHost}/identitytoolkit.googleapis.com/v1/accounts:signUp?key=fake`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: laureate.email, password: 'abcdef-123456', returnSecureToken: true }),
    });
    const stranger = signedUp.parse(await response.json());
    const { laureateId } = laureate;
    const calls = await Promise.all([
      call('view', { name: 'me' }, stranger.idToken),
      call('view', { name: 'laureate', laureateId }, stranger.idToken),
      call('view', { name: 'dossier', laureateId }, stranger.idToken),
      call('requestUpload', noteOf(laureateId), stranger.idToken),
      call('openFile', { fileId: newId() }, stranger.idToken),
    ]);
    expect(calls.map(codeOf)).toEqual(calls.map(() => 'account-unknown'));
    const paths = [
      `laureates/${laureateId}`,
      `laureates/${laureateId}/ledger/any`,
      `accounts/${laureate.signatory.uid}`,
    ];
    const reads = await Promise.all(paths.map((path) => allows('get', path, stranger.idToken)));
    expect(reads).toEqual([false, false, false]);
    const draft = `accounts/${stranger.localId}/drafts/note`;
    const fields = { schema: { integerValue: '1' }, text: { stringValue: 'x' }, updatedAt: { integerValue: '1' } };
    expect(await allows('create', draft, stranger.idToken, fields)).toBe(false);
    const path = incomingPath(stranger.localId, newId());
    expect(await sendObject(path, samplePdf('x'), stranger.idToken)).toBe(403);
    expect((await readObject(storedPath(newId()), stranger.idToken)).status).toBe(403);
  });
});

const strangerEmail = () => `${newId().toLowerCase()}@exemple.fr`;

async function queuedTo(email: string): Promise<number> {
  return (await firestore.collection(OUTBOX).where('to.email', '==', email).get()).size;
}

/** The database, and what it was asked for, in order: ids apart, two persons must be indistinguishable. */
function watchedFirestore(): { watched: typeof firestore; operations: string[] } {
  const operations: string[] = [];
  const watched = new Proxy(firestore, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      return (...given: unknown[]) => {
        const path = given.map((part) => ` ${String(part).replace(/\.[^.]*$/, '.*')}`).join('');
        operations.push(`${String(name)}${path}`);
        return Reflect.apply(member, target, given);
      };
    },
  });
  return { watched, operations };
}

function noteOf(laureateId: string) {
  return { piece: 'scopingNote', missionId: null, laureateId, name: 'note.pdf', size: 1_000 } as const;
}
