import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sessionLengths } from '../functions/src/domain/access/sessions.ts';
import type { CodeSent } from '../functions/src/domain/api.ts';
import { DAY, HOUR, MINUTE } from '../functions/src/domain/calendar.ts';
import { isRefusal, type Refusal } from '../functions/src/domain/refusal.ts';
import { newId } from '../functions/src/entrypoints/ids.ts';
import { get } from '../functions/src/store/collection.ts';
import { accounts } from '../functions/src/store/collections/accounts.ts';
import { proofOrigins } from '../functions/src/store/collections/proof-origins.ts';
import { PROOFS, proofs } from '../functions/src/store/collections/proofs.ts';
import { signInCodes } from '../functions/src/store/collections/sign-in.ts';
import { forgetOrigins } from '../functions/src/store/proofs/origins.ts';
import { call, expectCall } from './calls.ts';
import { publishedExpert } from './experts.ts';
import { allows } from './firestore-client.ts';
import { freshHour } from './fresh-hour.ts';
import { idTokenFor, signIn, signInSince, staffPerson } from './people.ts';
import { type LaureateOfTests, laureateWith, openProgramme, submittedMission } from './programme.ts';
import { firestore, inbox } from './suite.ts';
import { readObject } from './uploads.ts';

let laureate: LaureateOfTests;

beforeAll(openProgramme);

beforeEach(async () => {
  await freshHour();
  laureate = await laureateWith(10_000_00);
});

interface Mailed {
  readonly requestId: string;
  readonly code: string;
  readonly token: string;
}

const carriesCode = /^Votre (lien de connexion|code pour confirmer)/;

/** The code and the link of the mail that answers a request, as its reader sees them: the newest of `mails` such mails to `email`. */
async function mailed(answer: CodeSent | Refusal, email: string, mails = 1): Promise<Mailed> {
  if (isRefusal(answer)) throw new Error(answer.code);
  const arrived = async () => (await inbox.messages(email)).filter(({ subject }) => carriesCode.test(subject));
  await expect.poll(arrived, { timeout: 20_000 }).toHaveLength(mails);
  const text = (await arrived()).at(-1)?.text ?? '';
  const [, code = ''] = /Votre code\s*:\s*(\d{6})/.exec(text) ?? [];
  const [, token = ''] = /#jeton=([\w-]+)/.exec(text) ?? [];
  return { requestId: answer.requestId, code, token };
}

async function askedBy(email: string, mails = 1): Promise<Mailed> {
  return mailed(await call('requestSignIn', { email, next: '/' }, null), email, mails);
}

const type = ({ requestId }: Pick<Mailed, 'requestId'>, code: string, token: string | null = null) =>
  call('exchangeCode', { requestId, code }, token);
const wrong = ({ code }: Mailed) => `${(Number(code) + 1) % 1_000_000}`.padStart(6, '0');
const refused = expect.objectContaining({ code: 'code-unusable', message: expect.stringContaining('un autre code') });

async function typeWrong(asked: Mailed, times: number): Promise<void> {
  for (let time = 1; time <= times; time += 1) expect(await type(asked, wrong(asked))).toEqual(refused);
}

describe('a mailed code', () => {
  it('signs in the page that asked for it, and spends the link of the same mail', async () => {
    const asked = await askedBy(laureate.email);
    const answer = await expectCall('exchangeCode', { requestId: asked.requestId, code: asked.code }, null);
    expect(answer).toMatchObject({ next: '/laureat', name: 'Anne Le Goff' });
    const token = await idTokenFor(answer.customToken);
    expect(await call('view', { name: 'me' }, token)).toMatchObject({ kind: 'laureate' });
    expect(await get(firestore, accounts, laureate.signatory.uid)).toMatchObject({ verifiedEmail: true });
    expect(await call('exchangeSignIn', { token: asked.token }, null)).toMatchObject({ code: 'link-unusable' });
    const kept = await get(firestore, signInCodes, asked.requestId);
    expect(kept?.acceptedAt).toBeGreaterThanOrEqual(kept?.sentAt ?? Number.POSITIVE_INFINITY);
  });

  it('is spent by the link of the same mail', async () => {
    const asked = await askedBy(laureate.email);
    expect(await call('exchangeSignIn', { token: asked.token }, null)).toHaveProperty('customToken');
    expect(await type(asked, asked.code)).toEqual(refused);
    expect(await get(firestore, signInCodes, asked.requestId)).toMatchObject({ acceptedAt: null });
  });

  it('is refused after five wrong ones, even right; after four it is accepted', async () => {
    const other = await laureateWith(10_000_00);
    const [exhausted, living] = [await askedBy(laureate.email), await askedBy(other.email)];
    await Promise.all([typeWrong(exhausted, 5), typeWrong(living, 4)]);
    expect(await type(exhausted, exhausted.code)).toEqual(refused);
    expect(await type(living, living.code)).toHaveProperty('customToken');
  });

  it('counts each of the wrong ones typed at once', async () => {
    const asked = await askedBy(laureate.email);
    await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(() => type(asked, wrong(asked))));
    expect(await get(firestore, signInCodes, asked.requestId)).toMatchObject({ attemptsLeft: 0 });
    expect(await type(asked, asked.code)).toEqual(refused);
  });

  it('signs in once, whoever else types it at the same moment', async () => {
    const asked = await askedBy(laureate.email);
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => type(asked, asked.code)));
    expect(answers.filter((answer) => 'customToken' in answer)).toHaveLength(1);
    expect(answers.filter(isRefusal)).toEqual([refused, refused, refused, refused]);
  });

  it('is refused for another request, an expired one and one that nobody made, with one and the same answer', async () => {
    const other = await laureateWith(10_000_00);
    const [mine, theirs] = [await askedBy(laureate.email), await askedBy(other.email)];
    const answers = [await type(mine, theirs.code), await type({ requestId: newId() }, mine.code)];
    const reference = firestore.doc(signInCodes.path(mine.requestId));
    await reference.update({ expiresAt: Date.now() - 1 });
    answers.push(await type(mine, mine.code));
    expect(answers).toEqual([answers[0], answers[0], answers[0]]);
    expect(answers[0]).toEqual(refused);
    await reference.update({ expiresAt: Date.now() + MINUTE });
    expect(await type(mine, mine.code)).toHaveProperty('customToken');
    expect(await type(theirs, theirs.code)).toHaveProperty('customToken');
  });

  it('is refused after ten wrong ones in a day for one address, and accepted the day after', async () => {
    for (const mails of [1, 2]) await typeWrong(await askedBy(laureate.email, mails), 5);
    const third = await askedBy(laureate.email, 3);
    expect(await type(third, third.code)).toEqual(refused);
    const days = await firestore.collection('rateLimits').where('count', '==', 10).get();
    expect(days.size).toBe(1);
    await days.docs[0]?.ref.update({ resetsAt: Date.now() });
    expect(await type(third, third.code)).toHaveProperty('customToken');
  });
});

describe('a decision with an old sign-in', () => {
  it('is refused without a trace, then taken with the code typed in the page, by the same person only', async () => {
    const [expert, stranger] = await Promise.all([publishedExpert(), laureateWith(10_000_00)]);
    const { missionId, decision, devis } = await submittedMission(laureate, expert, 3_000_00);
    const { laureateId, email } = laureate;
    const { uid } = laureate.signatory;
    const old = await signInSince(uid, Date.now() - 31 * MINUTE);
    const operation = {
      operationId: randomUUID(),
      missionId,
      laureateId,
      action: 'validate',
      input: decision,
    } as const;
    const before = await documentCount(missionId, laureateId);
    expect(await call('missionAction', operation, old)).toMatchObject({ code: 'sign-in-too-old' });
    expect(await documentCount(missionId, laureateId)).toEqual(before);

    await expectCall('openFile', { fileId: devis.id }, old);
    const next = `/decision?mission=${missionId}`;
    const asked = await mailed(await call('requestCode', { next }, old), email);
    for (const other of [null, await signIn(stranger.signatory.uid)])
      expect(await type(asked, asked.code, other)).toEqual(refused);
    expect(await type(asked, wrong(asked), old)).toEqual(refused);
    const answer = await expectCall('exchangeCode', { requestId: asked.requestId, code: asked.code }, old);
    expect(answer.next).toBe(next);
    const fresh = await idTokenFor(answer.customToken);
    expect(await call('missionAction', operation, fresh)).toMatchObject({ state: 'awaiting_report' });
    expect(await documentCount(missionId, laureateId)).not.toEqual(before);
    await expectRecognised(missionId, email);
  });

  it('asks nobody who is not signed in for a code', async () => {
    expect(await call('requestCode', { next: '/' }, null)).toMatchObject({ code: 'not-signed-in' });
  });
});

/** The proof says how the person was recognised and what it opened; where the decision came from is kept apart, and for a time. */
async function expectRecognised(missionId: string, email: string): Promise<void> {
  const found = await firestore.collection(PROOFS).where('missionId', '==', missionId).get();
  const [proof] = proofs.list(found.docs);
  if (!proof?.authentication) throw new Error('the proof says how the person signed in');
  expect(proof).toMatchObject({
    authentication: { by: 'code', wrongCodes: 1, askedAt: expect.any(Number), sentAt: expect.any(Number) },
    opened: [{ as: 'file' }],
    person: { email, role: 'signatory', siret: expect.stringMatching(/^\d{14}$/) },
  });
  expect(proof.authentication.askedAt).toBeLessThanOrEqual(proof.authentication.usedAt);
  const origin = await get(firestore, proofOrigins, proof.id);
  expect(origin).toMatchObject({ address: expect.stringMatching(/\S/), at: proof.at });
  expect(JSON.stringify(proof)).not.toContain(origin?.address);
  const deleteAfter = origin?.deleteAfter ?? 0;
  await forgetOrigins(firestore, deleteAfter - 1);
  expect(await get(firestore, proofOrigins, proof.id)).not.toBeNull();
  await forgetOrigins(firestore, deleteAfter);
  expect(await get(firestore, proofOrigins, proof.id)).toBeNull();
}

/** Of what a validation writes: journal, subsidy, proofs, mails. */
async function documentCount(missionId: string, laureateId: string): Promise<number[]> {
  const collections = [
    firestore.collection(`missions/${missionId}/events`),
    firestore.collection(`laureates/${laureateId}/ledger`),
    firestore.collection('proofs').where('missionId', '==', missionId),
    firestore.collection('outbox').where('facts.happened', '==', 'Diagnostic et devis validés'),
  ];
  const counts = await Promise.all(collections.map((query) => query.count().get()));
  return counts.map((one) => one.data().count);
}

describe('a session', () => {
  it('ends by itself: twelve hours for staff, eight for an observer, thirty days for a laureate', async () => {
    const person = await staffPerson(newId());
    const observer = await staffPerson(newId());
    await firestore.doc(accounts.path(observer.uid)).update({ kind: 'observer', until: Date.now() + DAY });
    const people = [
      { uid: person.uid, length: sessionLengths.staff },
      { uid: observer.uid, length: sessionLengths.observer },
      { uid: laureate.signatory.uid, length: sessionLengths.laureate },
    ];
    for (const { uid, length } of people) {
      const tries = async (age: number) => {
        const token = await signInSince(uid, Date.now() - age);
        const answer = await call('view', { name: 'me' }, token);
        return [isRefusal(answer) ? answer.code : null, await allows('get', `laureates/${laureate.laureateId}`, token)];
      };
      expect(await tries(length - MINUTE)).toEqual([null, true]);
      expect(await tries(length + MINUTE)).toEqual(['session-ended', false]);
    }
  });

  it('that has ended reads no file any more, even with a ticket that still runs', async () => {
    const { uid } = laureate.signatory;
    const { devis } = await submittedMission(laureate, await publishedExpert(), 1_000_00);
    const { path } = await expectCall('openFile', { fileId: devis.id }, await signIn(uid));
    const reads = async (age: number) => (await readObject(path, await signInSince(uid, Date.now() - age))).status;
    expect(await reads(sessionLengths.laureate - MINUTE)).toBe(200);
    expect(await reads(sessionLengths.laureate + MINUTE)).toBe(403);
  });

  it('that has ended keeps nobody from signing in again with it', async () => {
    const ended = await signInSince(laureate.signatory.uid, Date.now() - 31 * DAY);
    expect(await call('view', { name: 'me' }, ended)).toMatchObject({ code: 'session-ended' });
    const asked = await mailed(
      await call('requestSignIn', { email: laureate.email, next: '/' }, ended),
      laureate.email,
    );
    expect(await type(asked, asked.code, ended)).toHaveProperty('customToken');
  });

  it('ends on every device at once when its owner asks, and the next sign-in is a new one', async () => {
    const { uid } = laureate.signatory;
    const [phone, computer] = [await signIn(uid), await signInSince(uid, Date.now() - HOUR)];
    const tries = (token: string) => call('view', { name: 'me' }, token);
    expect([await tries(phone), await tries(computer)].filter(isRefusal)).toEqual([]);
    expect(await call('signOutEverywhere', {}, phone)).toEqual({ signedOut: true });
    for (const token of [phone, computer]) expect(await tries(token)).toMatchObject({ code: 'session-ended' });
    expect(await tries(await signInSince(uid, Date.now() + 2_000))).toMatchObject({ kind: 'laureate' });
  });
});
