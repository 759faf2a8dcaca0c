import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addDays, dayOf } from '../functions/src/domain/calendar.ts';
import type { Organisation } from '../functions/src/domain/people/people.ts';
import { newId } from '../functions/src/entrypoints/ids.ts';
import { get } from '../functions/src/store/collection.ts';
import { ACCOUNTS, accounts } from '../functions/src/store/collections/accounts.ts';
import { EXPERTS, experts } from '../functions/src/store/collections/experts.ts';
import { OUTBOX, outbox } from '../functions/src/store/collections/outbox.ts';
import { signInTokens } from '../functions/src/store/collections/sign-in.ts';
import { sha256 } from '../functions/src/store/hash.ts';
import { emailPath } from '../functions/src/store/people/accounts.ts';
import { inviteExpert } from '../functions/src/store/people/expert-invitations.ts';
import { call, codeOf, expectCall } from './calls.ts';
import { publishedExpert, registration } from './experts.ts';
import { allows } from './firestore-client.ts';
import { freshHour } from './fresh-hour.ts';
import {
  cameOnce,
  exchange,
  invitedTo,
  inviteTo,
  mailedToken,
  newAddress,
  peopleSeenBy,
  request,
} from './invitations.ts';
import { idTokenFor, type Person, signIn, staffPerson } from './people.ts';
import { type LaureateOfTests, laureateWith, openProgramme, play } from './programme.ts';
import { newSiret } from './sirets.ts';
import { firestore, inbox } from './suite.ts';

let staff: Person;
let laureate: LaureateOfTests;
let signatory: string;
let ours: Organisation;
const team: Organisation = { kind: 'team' };
const today = dayOf(Date.now());

beforeAll(async () => {
  await openProgramme();
  staff = await staffPerson(newId());
});

beforeEach(async () => {
  await freshHour();
  laureate = await laureateWith(10_000_00);
  ours = { kind: 'laureate', laureateId: laureate.laureateId };
  signatory = await cameOnce(laureate.signatory.uid);
});

async function queuedFor(email: string): Promise<string[]> {
  const found = await firestore.collection(OUTBOX).where('to.email', '==', email).get();
  return outbox.list(found.docs).map(({ mail }) => mail);
}

describe('an invitation', () => {
  it('is a mail whose button signs its reader in, once; the others of the structure hear of it', async () => {
    const email = newAddress();
    const uid = await invitedTo(ours, 'contributor', signatory, { email });
    const before = (await peopleSeenBy(signatory, ours)).people.find((one) => one.uid === uid);
    expect(before).toMatchObject({
      state: 'invited',
      role: 'contributor',
      actions: ['inviteAgain', 'setRole', 'close', 'setPhone'],
    });
    const token = await mailedToken(email, /Votre espace est ouvert/);
    const used = await exchange(token);
    if ('refused' in used) throw new Error(used.message);
    expect(used.next).toBe('/laureat');
    expect(codeOf(await exchange(token))).toBe('link-unusable');
    const idToken = await idTokenFor(used.customToken);
    expect(await call('view', { name: 'me' }, idToken)).toMatchObject({
      kind: 'laureate',
      memberships: [{ laureateId: laureate.laureateId, role: 'contributor' }],
    });
    const seen = await peopleSeenBy(signatory, ours);
    expect(seen.people.find((one) => one.uid === uid)).toMatchObject({ state: 'active' });
    expect(seen.journal[0]).toMatchObject({ done: 'invite', byName: 'Anne Le Goff', aboutName: 'Zoé Martin' });
  });

  it('that has expired is refused, and renewed for its owner alone', async () => {
    const email = newAddress();
    const uid = await invitedTo(ours, 'contributor', signatory, { email });
    const token = await mailedToken(email, /Votre espace est ouvert/);
    await firestore.doc(signInTokens.path(sha256(token))).update({ expiresAt: Date.now() - 1 });
    expect(codeOf(await exchange(token))).toBe('link-unusable');
    expect(codeOf(await exchange('x'.repeat(43)))).toBe('link-unusable');
    expect(await call('renewSignIn', { token }, null)).toMatchObject({ sent: true });
    expect(await exchange(await mailedToken(email, /lien de connexion/))).toHaveProperty('customToken');
    expect(await get(firestore, accounts, uid)).toMatchObject({ verifiedEmail: true });
  });

  it('of two at the same moment to one address opens one account, and so do two registrations', async () => {
    const email = newAddress();
    const answers = await Promise.all([
      inviteTo(ours, 'contributor', signatory, { email }),
      inviteTo(ours, 'signatory', signatory, { email }),
    ]);
    expect(answers.map(codeOf).toSorted()).toEqual(['already-here', null].toSorted());
    const expert = newAddress();
    const form = { ...registration, name: 'Ousmane', email: expert, siret: newSiret(), company: `Deux ${newId()}` };
    await Promise.all([1, 2].map(() => expectCall('registerExpert', form, null)));
    for (const address of [email, expert]) {
      expect((await firestore.collection(ACCOUNTS).where('email', '==', address).get()).size).toBe(1);
      expect((await firestore.doc(emailPath(address)).get()).exists).toBe(true);
    }
    expect((await firestore.collection(EXPERTS).where('company', '==', form.company).get()).size).toBe(1);
  });

  it('goes to nobody of another side, and is not a contributor’s to send', async () => {
    const expert = await publishedExpert();
    expect(codeOf(await inviteTo(ours, 'contributor', signatory, { email: expert.email }))).toBe('other-side');
    const contributor = await cameOnce(await invitedTo(ours, 'contributor', signatory));
    expect(codeOf(await inviteTo(ours, 'contributor', contributor))).toBe('signatory-only');
    expect(codeOf(await inviteTo(ours, 'contributor', signatory))).toBeNull();
  });

  it('to observe lasts until its day', async () => {
    const until = addDays(today, 10);
    const uid = await invitedTo(team, 'observer', staff.token, { until });
    const token = await cameOnce(uid);
    expect(await call('view', { name: 'staff', whose: 'all', after: null }, token)).toMatchObject({ acts: false });
    expect(codeOf(await inviteTo(team, 'staff', token))).toBe('staff-only');
    await firestore.doc(accounts.path(uid)).update({ until: Date.now() - 1 });
    expect(codeOf(await call('view', { name: 'staff', whose: 'all', after: null }, token))).toBe('account-inactive');
    expect(await allows('get', `laureates/${laureate.laureateId}`, token)).toBe(false);
  });

  it('of an interest that an expert did not have stops its missions', async () => {
    const expert = await publishedExpert();
    const name = (await get(firestore, experts, expert.expertId))?.contact.name;
    const stopped = async () => (await get(firestore, experts, expert.expertId))?.interests;
    const { missionId } = await play(laureate.signatory, null, laureate.laureateId, request(expert));
    expect(await stopped()).toEqual([]);
    await invitedTo(ours, 'contributor', signatory, { name });
    expect(await stopped()).toEqual([laureate.name]);
    const declares = { operationId: randomUUID(), missionId, laureateId: null };
    const token = await signIn(expert.person.uid);
    const declared = await call(
      'missionAction',
      { ...declares, action: 'declareNoInterest', input: { declares: true } },
      token,
    );
    expect(codeOf(declared)).toBe('interest-found');
  });
});

describe('an expert that a laureate invites', () => {
  it('registers from its mail, and staff see who invited it; the answer never tells who is known', async () => {
    const email = newAddress();
    const ask = (address: string) =>
      call(
        'inviteExpert',
        { laureateId: laureate.laureateId, email: address, name: 'Ousmane', message: 'Venez.' },
        signatory,
      );
    expect(await ask(email)).toEqual({ sent: true });
    expect(await ask(staff.email)).toEqual({ sent: true });
    expect(await queuedFor(staff.email)).not.toContain('expertInvited');
    await expect.poll(() => inbox.messages(email), { timeout: 20_000 }).toHaveLength(1);
    const [, invitation = ''] =
      /\/inscription\?invitation=(\w+)/.exec((await inbox.messages(email))[0]?.text ?? '') ?? [];
    expect(await call('view', { name: 'expertInvitation', invitation }, null)).toMatchObject({
      ...{ expertName: 'Ousmane', email, laureateName: laureate.name, byName: 'Anne Le Goff' },
    });
    const form = { ...registration, name: 'Ousmane', siret: newSiret(), company: 'Conseil', invitation };
    const foreign = await expectCall('registerExpert', { ...form, email: newAddress() }, null);
    expect((await get(firestore, experts, foreign.expertId))?.invitedBy).toBeUndefined();
    const own = await expectCall('registerExpert', { ...form, email, siret: newSiret() }, null);
    expect((await get(firestore, experts, own.expertId))?.invitedBy).toMatchObject({ laureateName: laureate.name });
    const again = await call('view', { name: 'expertInvitation', invitation }, null);
    expect(codeOf(again)).toBe('invitation-unusable');
  });

  it('is written to three times a day at most, and being refused for it uses up nothing of the laureate’s ten', async () => {
    const other = await laureateWith(10_000_00);
    const ask = (email: string) =>
      inviteExpert(firestore, {
        ...{ actor: other.signatory, laureateId: other.laureateId, email, name: 'Ousmane', message: 'Venez.' },
        ...{ invitationId: newId(), now: Date.now() },
      });
    const insisted = newAddress();
    const answers = [];
    for (let time = 1; time <= 12; time += 1) answers.push(codeOf(await ask(insisted)));
    expect(answers).toEqual([null, null, null, ...Array(9).fill('too-many-invitations')]);
    expect(codeOf(await ask(newAddress()))).toBeNull();
  });
});
