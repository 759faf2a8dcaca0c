import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ApiContract } from '../functions/src/domain/api.ts';
import { addDays, dayOf } from '../functions/src/domain/calendar.ts';
import type { Organisation, PersonAction } from '../functions/src/domain/people/people.ts';
import type { View } from '../functions/src/domain/views.ts';
import { newId } from '../functions/src/entrypoints/ids.ts';
import { get } from '../functions/src/store/collection.ts';
import { ACCOUNTS, accounts } from '../functions/src/store/collections/accounts.ts';
import { EXPERTS, expertMembers, experts } from '../functions/src/store/collections/experts.ts';
import { TICKETS } from '../functions/src/store/collections/files.ts';
import { grants } from '../functions/src/store/collections/grants.ts';
import { JOURNAL, journal } from '../functions/src/store/collections/journal.ts';
import { members } from '../functions/src/store/collections/laureates.ts';
import { OUTBOX, outbox } from '../functions/src/store/collections/outbox.ts';
import { signInTokens } from '../functions/src/store/collections/sign-in.ts';
import { keepFile, storedPath } from '../functions/src/store/files/stored-files.ts';
import { sha256 } from '../functions/src/store/hash.ts';
import { emailPath } from '../functions/src/store/people/accounts.ts';
import { call, expectCall } from './calls.ts';
import { allows } from './firestore-client.ts';
import { freshHour } from './fresh-hour.ts';
import { idTokenFor, type Person, signIn, staffPerson } from './people.ts';
import {
  type ExpertOfTests,
  type LaureateOfTests,
  laureateWith,
  newSiret,
  openProgramme,
  play,
  publishedExpert,
  registration,
} from './programme.ts';
import { samplePdf } from './sample-pdf.ts';
import { bucket, firestore, inbox } from './suite.ts';
import { readObject } from './uploads.ts';

let staff: Person;
let laureate: LaureateOfTests;
let signatory: string;
let ours: Organisation;
const team: Organisation = { kind: 'team' };
const today = dayOf(Date.now());
const newAddress = () => `${newId().toLowerCase()}@exemple.fr`;

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

/** Signs somebody in, whose first link proved the address. */
async function cameOnce(uid: string): Promise<string> {
  await firestore.doc(accounts.path(uid)).update({ verifiedEmail: true });
  return signIn(uid);
}

const codeOf = (answer: object) => ('code' in answer ? answer.code : null);
const act = (organisation: Organisation, uid: string, action: PersonAction, token: string) =>
  call('personAction', { ...action, organisation, uid }, token);
const invite = (role: ApiContract['invite']['input']['role'], token: string, changed: object = {}) =>
  call('invite', { organisation: ours, role, name: 'Zoé Martin', email: newAddress(), until: null, ...changed }, token);

async function invited(role: ApiContract['invite']['input']['role'], token: string, changed: object = {}) {
  const answer = await invite(role, token, changed);
  if ('refused' in answer) throw new Error(answer.message);
  return answer.uid;
}

/** The one-time token in the newest mail to `email`. */
async function mailedToken(email: string, subject: RegExp): Promise<string> {
  await expect.poll(async () => (await inbox.messages(email)).at(-1)?.subject, { timeout: 20_000 }).toMatch(subject);
  const [, token] = /\/connexion#jeton=([\w-]+)/.exec((await inbox.messages(email)).at(-1)?.text ?? '') ?? [];
  if (token === undefined) throw new Error(`no link in the mail to ${email}`);
  return token;
}

const exchange = (token: string) => call('exchangeSignIn', { token }, null);

async function peopleSeenBy(token: string, organisation = ours): Promise<Extract<View, { name: 'people' }>> {
  const seen = await expectCall('view', { name: 'people', organisation }, token);
  if (seen.name !== 'people') throw new Error('not the people');
  return seen;
}

const request = ({ expertId }: ExpertOfTests) =>
  ({
    action: 'request',
    input: { expertId, subthemes: ['4.2'], need: 'Revoir le modèle économique.', needId: null, shareWith: [] },
  }) as const;

async function queuedFor(email: string): Promise<string[]> {
  const found = await firestore.collection(OUTBOX).where('to.email', '==', email).get();
  return outbox.list(found.docs).map(({ mail }) => mail);
}

describe('an invitation', () => {
  it('is a mail whose button signs its reader in, once; the others of the structure hear of it', async () => {
    const email = newAddress();
    const uid = await invited('contributor', signatory, { email });
    const before = (await peopleSeenBy(signatory)).people.find((one) => one.uid === uid);
    expect(before).toMatchObject({
      state: 'invited',
      role: 'contributor',
      actions: ['inviteAgain', 'setRole', 'close'],
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
    const seen = await peopleSeenBy(signatory);
    expect(seen.people.find((one) => one.uid === uid)).toMatchObject({ state: 'active' });
    expect(seen.journal[0]).toMatchObject({ done: 'invite', byName: 'Anne Le Goff', aboutName: 'Zoé Martin' });
  });

  it('that has expired is refused, and renewed for its owner alone', async () => {
    const email = newAddress();
    const uid = await invited('contributor', signatory, { email });
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
      invite('contributor', signatory, { email }),
      invite('signatory', signatory, { email }),
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
    expect(codeOf(await invite('contributor', signatory, { email: expert.email }))).toBe('other-side');
    const contributor = await cameOnce(await invited('contributor', signatory));
    expect(codeOf(await invite('contributor', contributor))).toBe('signatory-only');
    expect(codeOf(await invite('contributor', signatory))).toBeNull();
  });

  it('to observe lasts until its day', async () => {
    const until = addDays(today, 10);
    const uid = await invited('observer', staff.token, { organisation: team, until });
    const token = await cameOnce(uid);
    expect(await call('view', { name: 'staff' }, token)).toMatchObject({ acts: false });
    expect(codeOf(await invite('staff', token, { organisation: team }))).toBe('staff-only');
    await firestore.doc(accounts.path(uid)).update({ until: Date.now() - 1 });
    expect(codeOf(await call('view', { name: 'staff' }, token))).toBe('account-inactive');
    expect(await allows('get', `laureates/${laureate.laureateId}`, token)).toBe(false);
  });

  it('of an interest that an expert did not have stops its missions', async () => {
    const expert = await publishedExpert();
    const name = (await get(firestore, experts, expert.expertId))?.contact.name;
    const stopped = async () => (await get(firestore, experts, expert.expertId))?.interests;
    const { missionId } = await play(laureate.signatory, null, laureate.laureateId, request(expert));
    expect(await stopped()).toEqual([]);
    await invited('contributor', signatory, { name });
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
});

describe('a hand-over', () => {
  it('of the last signatory names who signs from now on, and what it closes is closed at once', async () => {
    const contributor = await invited('contributor', signatory);
    await cameOnce(contributor);
    const { uid } = laureate.signatory;
    const close = (successorUid: string | null) => ({ action: 'close', successorUid, reason: '' }) as const;
    expect(codeOf(await act(ours, uid, close(null), signatory))).toBe('last-signatory');
    expect(codeOf(await act(ours, uid, close(contributor), signatory))).toBeNull();
    expect(codeOf(await call('view', { name: 'me' }, signatory))).toBe('account-inactive');
    expect(await get(firestore, members, laureate.laureateId, contributor)).toMatchObject({ role: 'signatory' });
    expect(await get(firestore, members, laureate.laureateId, uid)).toMatchObject({ active: false });
  });

  it('is needed by the second of two signatories who close each other at the same moment', async () => {
    const other = await invited('signatory', signatory);
    const token = await cameOnce(other);
    const close = { action: 'close', successorUid: null, reason: 'Désaccord.' } as const;
    const answers = await Promise.all([
      act(ours, other, close, signatory),
      act(ours, laureate.signatory.uid, close, token),
    ]);
    expect(answers.map(codeOf).filter((code) => code === null)).toHaveLength(1);
    const left = (await peopleSeenBy(staff.token)).people.filter(({ state }) => state === 'active');
    expect(left).toHaveLength(1);
  });

  it('for some days is a delegation: its holder signs, then no more', async () => {
    const uid = await invited('contributor', signatory);
    const token = await cameOnce(uid);
    const signs = async () => JSON.stringify(await call('view', { name: 'me' }, token)).includes('"signatory"');
    expect(await signs()).toBe(false);
    const delegate = { action: 'delegate', from: today, until: addDays(today, 7) } as const;
    expect(codeOf(await act(ours, uid, delegate, signatory))).toBeNull();
    expect(await signs()).toBe(true);
    // Who signs by delegation decides nothing about people.
    expect(codeOf(await invite('signatory', token))).toBe('signatory-only');
    expect(codeOf(await act(ours, uid, { action: 'endDelegation' }, staff.token))).toBeNull();
    expect(await signs()).toBe(false);
  });
});

/** An expert who declared no interest: its grant on our laureate is open, and a piece of the dossier to open with it. */
async function reading(expert: ExpertOfTests): Promise<{ token: string; fileId: string }> {
  const { laureateId } = laureate;
  const { missionId } = await play(laureate.signatory, null, laureateId, request(expert));
  await play(expert.person, missionId, null, { action: 'declareNoInterest', input: { declares: true } });
  const fileId = newId();
  const piece = { id: fileId, piece: 'scopingNote', laureateId, missionId: null, name: 'note.pdf' } as const;
  const kept = { ...piece, ownerUid: laureate.signatory.uid, contentType: 'application/pdf', createdAt: Date.now() };
  await keepFile(firestore, bucket, kept, samplePdf(fileId));
  const token = await cameOnce(expert.person.uid);
  await expectCall('openFile', { fileId }, token);
  return { token, fileId };
}

describe('an account switched off', () => {
  it('opens nothing on its next request, with an unchanged token: Firestore, Storage, calls', async () => {
    const expert = await publishedExpert();
    const { uid } = expert.person;
    const { token, fileId } = await reading(expert);
    const grant = `laureates/${laureate.laureateId}/grants/${uid}`;
    const tries = async () => [
      await allows('get', `experts/${expert.expertId}`, token),
      await allows('get', grant, token),
      (await readObject(storedPath(fileId), token)).status,
      codeOf(await call('view', { name: 'dossier', laureateId: laureate.laureateId }, token)),
      codeOf(await call('openFile', { fileId }, token)),
    ];
    expect(await tries()).toEqual([true, true, 200, null, null]);
    const company: Organisation = { kind: 'expert', expertId: expert.expertId };
    const cut = { action: 'switchOff', reason: 'Boîte mail compromise.' } as const;
    expect(codeOf(await act(company, uid, cut, signatory))).toBe('staff-only');
    expect(codeOf(await act(company, uid, cut, staff.token))).toBeNull();
    expect(await tries()).toEqual([false, false, 403, 'account-inactive', 'account-inactive']);
    expect((await firestore.collection(TICKETS).where('uid', '==', uid).get()).size).toBe(0);
    expect(await get(firestore, grants, laureate.laureateId, uid)).toMatchObject({ active: false });
    expect(await get(firestore, expertMembers, expert.expertId, uid)).toMatchObject({ active: false });
    const lines = await firestore.collection(JOURNAL).where('aboutUid', '==', uid).get();
    expect(journal.list(lines.docs)).toContainEqual(expect.objectContaining({ done: 'switchOff', reason: cut.reason }));
    // A second press finishes what Auth may have failed to do.
    expect(codeOf(await act(company, uid, cut, staff.token))).toBeNull();
  });

  it('of a consultant whose access to the company closes ends its dossiers, not its colleague’s', async () => {
    const expert = await publishedExpert();
    const company: Organisation = { kind: 'expert', expertId: expert.expertId };
    const { token } = await reading(expert);
    const colleague = await invited('consultant', token, { organisation: company });
    const contact = await cameOnce(colleague);
    expect(await call('view', { name: 'expert' }, contact)).toHaveProperty('expert');
    const close = { action: 'close', successorUid: colleague, reason: '' } as const;
    expect(codeOf(await act(company, expert.person.uid, close, token))).toBeNull();
    expect(await get(firestore, grants, laureate.laureateId, expert.person.uid)).toMatchObject({ active: true });
    expect(codeOf(await call('view', { name: 'dossier', laureateId: laureate.laureateId }, token))).toBe(
      'account-inactive',
    );
    const reopen = { action: 'reopen', reason: 'Elle revient.' } as const;
    expect(codeOf(await act(company, expert.person.uid, reopen, contact))).toBeNull();
    const back = await signInLater(expert.person.uid);
    expect(codeOf(await call('view', { name: 'dossier', laureateId: laureate.laureateId }, back))).toBe('grant-ended');
  });
});

/** Sessions ended in a second: a sign-in of the same second ends with them. */
async function signInLater(uid: string): Promise<string> {
  await firestore.doc(accounts.path(uid)).update({ validAfterSec: 0 });
  return signIn(uid);
}

describe('a changed address', () => {
  it('ends every session, tells the old one, and is proved by a mail to the new one', async () => {
    const { uid } = laureate.signatory;
    await expectCall('requestSignIn', { email: laureate.email, next: '/' }, null);
    const before = await mailedToken(laureate.email, /lien de connexion/);
    const email = newAddress();
    const change = { action: 'changeEmail', email, reason: 'Demandé par téléphone.' } as const;
    expect(codeOf(await act(ours, uid, change, signatory))).toBe('staff-only');
    expect(codeOf(await act(ours, uid, change, staff.token))).toBeNull();
    expect(codeOf(await call('view', { name: 'me' }, signatory))).toBe('session-ended');
    expect(await allows('get', `laureates/${laureate.laureateId}`, signatory)).toBe(false);
    expect(codeOf(await exchange(before))).toBe('link-unusable');
    await expect.poll(() => lastSubject(laureate.email), { timeout: 20_000 }).toBe('Votre adresse e-mail a changé');
    const told = (await inbox.messages(laureate.email)).at(-1)?.text ?? '';
    expect(told).toContain('Demandé par téléphone.');
    expect(told).not.toContain('jeton=');
    expect(await get(firestore, members, laureate.laureateId, uid)).toMatchObject({ email });
    expect(await exchange(await mailedToken(email, /nouvelle adresse/))).toHaveProperty('customToken');
    const another = await laureateWith(10_000_00);
    const theirs: Organisation = { kind: 'laureate', laureateId: another.laureateId };
    expect(codeOf(await act(theirs, another.signatory.uid, change, staff.token))).toBe('email-taken');
    const freed = { ...change, email: laureate.email };
    expect(codeOf(await act(theirs, another.signatory.uid, freed, staff.token))).toBeNull();
  });
});

async function lastSubject(email: string): Promise<string | undefined> {
  return (await inbox.messages(email)).at(-1)?.subject;
}
