import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Organisation, PersonAction } from '../functions/src/domain/people/people.ts';
import { newId } from '../functions/src/entrypoints/ids.ts';
import { get } from '../functions/src/store/collection.ts';
import { accounts } from '../functions/src/store/collections/accounts.ts';
import { expertMembers, experts } from '../functions/src/store/collections/experts.ts';
import { members } from '../functions/src/store/collections/laureates.ts';
import { outbox } from '../functions/src/store/collections/outbox.ts';
import { tasks } from '../functions/src/store/collections/tasks.ts';
import { deadMailSubject } from '../functions/src/store/staff/task-makers.ts';
import { openTask } from '../functions/src/store/staff/tasks.ts';
import { call, codeOf, expectCall } from './calls.ts';
import { publishedExpert } from './experts.ts';
import { freshHour } from './fresh-hour.ts';
import { cameOnce, invitedTo, peopleSeenBy } from './invitations.ts';
import { unsentMail } from './mails.ts';
import { type Person, staffPerson } from './people.ts';
import { type LaureateOfTests, laureateWith, openProgramme } from './programme.ts';
import { firestore, inbox } from './suite.ts';

let staff: Person;
let laureate: LaureateOfTests;
let signatory: string;
let ours: Organisation;

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

describe('a corrected name', () => {
  const correct = (name: string, reason = 'Une faute de frappe.') => ({ action: 'correctName', name, reason }) as const;

  it('is the one of today everywhere, by staff alone, and what was done keeps the one before', async () => {
    const { uid } = laureate.signatory;
    const theirs: Organisation = { kind: 'laureate', laureateId: (await laureateWith(10_000_00)).laureateId };
    // Invited there under another spelling: an account has one name.
    const zoe = await invitedTo(ours, 'contributor', signatory);
    await invitedTo(theirs, 'contributor', staff.token, { name: 'A. Le Goff', email: laureate.email });
    const seats = () =>
      Promise.all([laureate, theirs].map(({ laureateId }) => get(firestore, members, laureateId, uid)));
    expect(await seats()).toMatchObject([{ name: 'Anne Le Goff' }, { name: 'Anne Le Goff' }]);
    const [dead, discarded] = await Promise.all([
      unsentMail(uid, laureate.email, 'dead'),
      unsentMail(uid, laureate.email, 'discarded'),
    ]);
    const task = await openedTask(laureate.email);

    expect(codeOf(await act(ours, uid, correct('Anne Le Gof'), signatory))).toBe('staff-only');
    expect(codeOf(await act(ours, zoe, correct('Zoé Durand'), signatory))).toBe('staff-only');
    expect(codeOf(await act(ours, uid, correct('Anne', ' '), staff.token))).toBe('reason-missing');
    expect(codeOf(await act(ours, uid, correct(' '), staff.token))).toBe('name-missing');
    expect(codeOf(await act(ours, uid, correct('Anne Le Goff'), staff.token))).toBe('same-name');
    expect(codeOf(await act({ kind: 'team' }, staff.uid, correct('Camille'), staff.token))).toBe('not-oneself');
    expect(codeOf(await act(ours, uid, correct(' Anne Le Gall '), staff.token))).toBeNull();
    expect(codeOf(await act(ours, uid, correct('Anne Le Gall'), staff.token))).toBe('same-name');

    expect(await seats()).toMatchObject([{ name: 'Anne Le Gall' }, { name: 'Anne Le Gall', role: 'contributor' }]);
    expect(await get(firestore, accounts, uid)).toMatchObject({ name: 'Anne Le Gall', earlierNames: ['Anne Le Goff'] });
    expect(await get(firestore, outbox, dead)).toMatchObject({
      to: { name: 'Anne Le Gall' },
      facts: { recipientName: 'Anne Le Gall' },
    });
    expect(await get(firestore, outbox, discarded)).toMatchObject({ to: { name: 'Anne Le Goff' } });
    expect(await get(firestore, tasks, task)).toMatchObject({ about: `Anne Le Gall, ${laureate.email}` });
    expect((await expectCall('view', { name: 'me' }, signatory)).readBy).toEqual({ uid, name: 'Anne Le Gall' });
    // Her session goes on, under the name of today; what she did before keeps the other one.
    const { journal: lines } = await peopleSeenBy(signatory, ours);
    expect(lines).toContainEqual(
      expect.objectContaining({
        ...{ done: 'correctName', byName: 'Camille Roux', aboutName: 'Anne Le Gall' },
        reason: 'Nom d’avant : Anne Le Goff. Une faute de frappe.',
      }),
    );
    expect(lines).toContainEqual(expect.objectContaining({ done: 'invite', byName: 'Anne Le Goff' }));
    expect((await inbox.awaitMessage(laureate.email, 'Nom corrigé')).text).toContain('Nom d’avant : Anne Le Goff.');
  });

  it('of an expert is the one of its company’s contact too, and finds the interests that a mistake hid', async () => {
    const expert = await publishedExpert();
    const company: Organisation = { kind: 'expert', expertId: expert.expertId };
    const { uid } = expert.person;
    const token = await cameOnce(uid);
    const name = `Maëlle ${newId()}`;
    expect(codeOf(await act(ours, laureate.signatory.uid, correct(name), token))).toBe('staff-only');
    expect(codeOf(await act(company, uid, correct(name), token))).toBe('staff-only');
    expect(codeOf(await act(ours, laureate.signatory.uid, correct(name), staff.token))).toBeNull();
    expect((await get(firestore, experts, expert.expertId))?.interests).toEqual([]);
    expect(codeOf(await act(company, uid, correct(name), staff.token))).toBeNull();
    expect(await get(firestore, expertMembers, expert.expertId, uid)).toMatchObject({ name });
    expect(await get(firestore, experts, expert.expertId)).toMatchObject({
      contact: { name, email: expert.email },
      interests: [laureate.name],
    });
  });

  it('may be that of somebody who left, whose access stays closed', async () => {
    const uid = await invitedTo(ours, 'contributor', signatory);
    await act(ours, uid, { action: 'close', successorUid: null, reason: 'Partie.' }, signatory);
    expect(codeOf(await act(ours, uid, correct('Zoé Martin-Roy'), staff.token))).toBeNull();
    expect(await get(firestore, members, laureate.laureateId, uid)).toMatchObject({
      ...{ name: 'Zoé Martin-Roy', active: false },
    });
    expect(await get(firestore, accounts, uid)).toMatchObject({ active: false, memberships: [] });
  });
});

/** What waits for staff about mails that do not reach the signatory, under its name of then. */
async function openedTask(email: string): Promise<string> {
  const subject = deadMailSubject(email);
  const about = { laureateId: laureate.laureateId, missionId: null, expertId: null };
  const batch = firestore.batch();
  const opened = { kind: 'deadMail', subject, at: Date.now(), about: `Anne Le Goff, ${email}`, ...about } as const;
  const id = await openTask(firestore, batch, opened);
  await batch.commit();
  return id;
}
