import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { MINUTE } from '../functions/src/domain/calendar.ts';
import { newId } from '../functions/src/entrypoints/ids.ts';
import { get } from '../functions/src/store/collection.ts';
import { accounts } from '../functions/src/store/collections/accounts.ts';
import { documentHashes } from '../functions/src/store/collections/document-hashes.ts';
import { call, codeOf, expectCall } from './calls.ts';
import { type ExpertOfTests, publishedExpert } from './experts.ts';
import { freshHour } from './fresh-hour.ts';
import { signIn, signInSince, staffPerson } from './people.ts';
import { type LaureateOfTests, laureateWith, openProgramme, submittedMission } from './programme.ts';
import { firestore, inbox } from './suite.ts';

let laureate: LaureateOfTests;
let stranger: LaureateOfTests;
let expert: ExpertOfTests;
let mission: Awaited<ReturnType<typeof submittedMission>>;

beforeAll(async () => {
  await openProgramme();
  await freshHour();
  [laureate, stranger, expert] = await Promise.all([
    laureateWith(10_000_00),
    laureateWith(10_000_00),
    publishedExpert(),
  ]);
  mission = await submittedMission(laureate, expert, 3_000_00);
});

/** Everything that a validation writes, of anybody's: subsidy, journals, proofs, mails, grants, tasks and kept answers. */
const written = ['ledger', 'events', 'shares', 'proofs', 'outbox', 'grants', 'documentRequests', 'tasks', 'operations'];

async function everything(): Promise<unknown> {
  const [counts, found, named] = await Promise.all([
    Promise.all(written.map((name) => firestore.collectionGroup(name).count().get())),
    firestore.doc(`missions/${mission.missionId}`).get(),
    firestore.doc(documentHashes.path(mission.devis.sha256)).get(),
  ]);
  return { counts: counts.map((one) => one.data().count), at: found.updateTime?.toMillis(), named: named.exists };
}

/** A person of the laureate who prepares and never signs. */
async function contributor(): Promise<string> {
  const signatory = await get(firestore, accounts, laureate.signatory.uid);
  if (signatory === null) throw new Error('the signatory has no account');
  const uid = newId();
  const memberships = [{ laureateId: laureate.laureateId, role: 'contributor', delegation: null }] as const;
  const account = { ...signatory, uid, email: `${uid.toLowerCase()}@exemple.fr`, memberships: [...memberships] };
  await firestore.doc(accounts.path(uid)).set(accounts.write(account));
  return signIn(uid);
}

const staffToken = async () => (await staffPerson(newId())).token;

const validate = (token: string | null, change: object = {}) =>
  call(
    'missionAction',
    {
      action: 'validate',
      input: mission.decision,
      operationId: randomUUID(),
      missionId: mission.missionId,
      laureateId: laureate.laureateId,
      ...change,
    },
    token,
  );

/** Six digits that the mail does not carry. */
async function wrongCode(email: string): Promise<string> {
  const mails = async () => (await inbox.messages(email)).filter(({ subject }) => subject.startsWith('Votre code'));
  await expect.poll(mails, { timeout: 20_000 }).toHaveLength(1);
  const [, code = ''] = /Votre code\s*:\s*(\d{6})/.exec((await mails())[0]?.text ?? '') ?? [];
  return `${(Number(code) + 1) % 1_000_000}`.padStart(6, '0');
}

describe('A validation by somebody who may not is refused with its reason, and writes nothing', () => {
  const cases: Record<string, { code: string; token: () => Promise<string | null>; change?: () => object }> = {
    'another laureate, in its own name': {
      code: 'not-yours',
      token: () => signIn(stranger.signatory.uid),
      change: () => ({ laureateId: stranger.laureateId }),
    },
    'another laureate, in this one’s name': { code: 'not-yours', token: () => signIn(stranger.signatory.uid) },
    'a contributor': { code: 'signatory-only', token: contributor },
    'the expert': { code: 'not-your-turn', token: () => signIn(expert.person.uid) },
    'staff acting for the laureate, which asked': {
      code: 'never-on-behalf',
      token: staffToken,
      change: () => ({ askedBy: { name: 'Anne Le Goff', how: 'phone' } }),
    },
    'staff in their own name': { code: 'not-your-turn', token: staffToken, change: () => ({ laureateId: null }) },
    'nobody who is signed in': { code: 'not-signed-in', token: async () => null },
  };

  it.each(Object.entries(cases))('%s', async (_who, { code, token, change = () => ({}) }) => {
    const who = await token();
    const before = await everything();
    expect(codeOf(await validate(who, change()))).toBe(code);
    expect(await everything()).toEqual(before);
  });

  it('an old sign-in, whose owner types a wrong code six times', async () => {
    const old = await signInSince(laureate.signatory.uid, Date.now() - 31 * MINUTE);
    const asked = await expectCall('requestCode', { next: '/decision' }, old);
    const code = await wrongCode(laureate.email);
    const before = await everything();
    expect(codeOf(await validate(old))).toBe('sign-in-too-old');
    for (let time = 1; time <= 6; time += 1)
      expect(codeOf(await call('exchangeCode', { requestId: asked.requestId, code }, old))).toBe('code-unusable');
    expect(codeOf(await validate(old))).toBe('sign-in-too-old');
    expect(await everything()).toEqual(before);
  });

  it('and the same call by the signatory who has just signed in is done', async () => {
    const before = await everything();
    expect(await validate(await signIn(laureate.signatory.uid))).toMatchObject({ state: 'awaiting_report' });
    expect(await everything()).not.toEqual(before);
  });
});
