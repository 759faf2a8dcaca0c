import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addDays, dayOf } from '../functions/src/domain/calendar.ts';
import type { Organisation, PersonAction } from '../functions/src/domain/people/people.ts';
import { newId } from '../functions/src/entrypoints/ids.ts';
import { get } from '../functions/src/store/collection.ts';
import { accounts } from '../functions/src/store/collections/accounts.ts';
import { expertMembers, experts } from '../functions/src/store/collections/experts.ts';
import { TICKETS } from '../functions/src/store/collections/files.ts';
import { grants } from '../functions/src/store/collections/grants.ts';
import { JOURNAL, journal } from '../functions/src/store/collections/journal.ts';
import { members } from '../functions/src/store/collections/laureates.ts';
import { outbox } from '../functions/src/store/collections/outbox.ts';
import { keepFile, storedPath } from '../functions/src/store/files/stored-files.ts';
import { call, codeOf, expectCall } from './calls.ts';
import { type ExpertOfTests, publishedExpert } from './experts.ts';
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
import { unsentMail } from './mails.ts';
import { type Person, signIn, staffPerson } from './people.ts';
import { type LaureateOfTests, laureateWith, openProgramme, play } from './programme.ts';
import { samplePdf } from './sample-pdf.ts';
import { bucket, firestore, inbox } from './suite.ts';
import { readObject } from './uploads.ts';

let staff: Person;
let laureate: LaureateOfTests;
let signatory: string;
let ours: Organisation;
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

const act = (organisation: Organisation, uid: string, action: PersonAction, token: string) =>
  call('personAction', { ...action, organisation, uid }, token);
describe('a hand-over', () => {
  it('of the last signatory names who signs from now on, and what it closes is closed at once', async () => {
    const contributor = await invitedTo(ours, 'contributor', signatory);
    await cameOnce(contributor);
    const roleGiven = async () => (await get(firestore, accounts, contributor))?.memberships[0];
    const invited = await roleGiven();
    expect(invited).toMatchObject({ role: 'contributor', given: { byName: laureate.signatory.name } });
    const { uid } = laureate.signatory;
    const close = (successorUid: string | null) => ({ action: 'close', successorUid, reason: '' }) as const;
    expect(codeOf(await act(ours, uid, close(null), signatory))).toBe('last-signatory');
    expect(codeOf(await act(ours, uid, close(contributor), signatory))).toBeNull();
    expect(codeOf(await call('view', { name: 'me' }, signatory))).toBe('account-inactive');
    expect(await get(firestore, members, laureate.laureateId, contributor)).toMatchObject({ role: 'signatory' });
    const given = await roleGiven();
    expect(given).toMatchObject({ role: 'signatory', given: { byName: laureate.signatory.name } });
    expect(given?.given?.at).toBeGreaterThan(invited?.given?.at ?? Number.POSITIVE_INFINITY);
    expect(await get(firestore, members, laureate.laureateId, uid)).toMatchObject({ active: false });
  });

  it('is needed by the second of two signatories who close each other at the same moment', async () => {
    const other = await invitedTo(ours, 'signatory', signatory);
    const token = await cameOnce(other);
    const close = { action: 'close', successorUid: null, reason: 'Désaccord.' } as const;
    const answers = await Promise.all([
      act(ours, other, close, signatory),
      act(ours, laureate.signatory.uid, close, token),
    ]);
    expect(answers.map(codeOf).filter((code) => code === null)).toHaveLength(1);
    const left = (await peopleSeenBy(staff.token, ours)).people.filter(({ state }) => state === 'active');
    expect(left).toHaveLength(1);
  });

  it('for some days is a delegation: its holder signs, then no more', async () => {
    const uid = await invitedTo(ours, 'contributor', signatory);
    const token = await cameOnce(uid);
    const signs = async () => JSON.stringify(await call('view', { name: 'me' }, token)).includes('"signatory"');
    expect(await signs()).toBe(false);
    const delegate = { action: 'delegate', from: today, until: addDays(today, 7) } as const;
    expect(codeOf(await act(ours, uid, delegate, signatory))).toBeNull();
    expect(await signs()).toBe(true);
    // Who signs by delegation decides nothing about people.
    expect(codeOf(await inviteTo(ours, 'signatory', token))).toBe('signatory-only');
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
    const colleague = await invitedTo(company, 'consultant', token);
    const successor = await cameOnce(colleague);
    expect(await call('view', { name: 'expert' }, successor)).toHaveProperty('expert');
    const close = { action: 'close', successorUid: colleague, reason: '' } as const;
    const before = await get(firestore, experts, expert.expertId);
    expect(codeOf(await act(company, expert.person.uid, close, token))).toBeNull();
    // The card names whoever took over, and shows nobody's telephone beside another's address.
    const seat = await get(firestore, expertMembers, expert.expertId, colleague);
    const contact = (await get(firestore, experts, expert.expertId))?.contact;
    expect(contact).toEqual({ name: seat?.name, email: seat?.email, phone: '' });
    expect(contact?.email).not.toBe(before?.contact.email);
    expect(await get(firestore, grants, laureate.laureateId, expert.person.uid)).toMatchObject({ active: true });
    expect(codeOf(await call('view', { name: 'dossier', laureateId: laureate.laureateId }, token))).toBe(
      'account-inactive',
    );
    const reopen = { action: 'reopen', reason: 'Elle revient.' } as const;
    expect(codeOf(await act(company, expert.person.uid, reopen, successor))).toBeNull();
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
    const [dead, discarded] = await Promise.all([
      unsentMail(uid, laureate.email, 'dead'),
      unsentMail(uid, laureate.email, 'discarded'),
    ]);
    const email = newAddress();
    const change = { action: 'changeEmail', email, reason: 'Demandé par téléphone.' } as const;
    expect(codeOf(await act(ours, uid, change, signatory))).toBe('staff-only');
    expect(codeOf(await act(ours, uid, change, staff.token))).toBeNull();
    expect(codeOf(await call('view', { name: 'me' }, signatory))).toBe('session-ended');
    expect(await allows('get', `laureates/${laureate.laureateId}`, signatory)).toBe(false);
    expect(codeOf(await exchange(before))).toBe('link-unusable');
    await expect
      .poll(() => lastSubject(laureate.email), { timeout: 20_000 })
      .toBe('Votre adresse de courriel a changé');
    const told = (await inbox.messages(laureate.email)).at(-1)?.text ?? '';
    expect(told).toContain('Demandé par téléphone.');
    expect(told).not.toContain('jeton=');
    expect(await get(firestore, members, laureate.laureateId, uid)).toMatchObject({ email });
    // What waits to be sent again goes where the person now reads; what nobody will send stays as it was.
    expect(await get(firestore, outbox, dead)).toMatchObject({ to: { email } });
    expect(await get(firestore, outbox, discarded)).toMatchObject({ to: { email: laureate.email } });
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
