import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '../functions/src/domain/calendar.ts';
import type { Command } from '../functions/src/domain/missions/actions.ts';
import { notAskedAnyMore } from '../functions/src/domain/notifications/leaving.ts';
import type { MailName } from '../functions/src/domain/notifications/mails.ts';
import type { Preferences } from '../functions/src/domain/notifications/preferences.ts';
import { defaultSettings } from '../functions/src/domain/programme/settings.ts';
import { deliverMail } from '../functions/src/entrypoints/deliver-mail.ts';
import { newId } from '../functions/src/entrypoints/ids.ts';
import type { SmtpSettings } from '../functions/src/mail/settings.ts';
import { ScriptedServer } from '../functions/src/mail/testing/scripted-server.ts';
import { disconnect } from '../functions/src/mail/transport.ts';
import { get } from '../functions/src/store/collection.ts';
import { missions } from '../functions/src/store/collections/missions.ts';
import { OUTBOX, outbox, type QueuedMail } from '../functions/src/store/collections/outbox.ts';
import { preferences } from '../functions/src/store/collections/preferences.ts';
import { settings, settingsInForce } from '../functions/src/store/collections/settings.ts';
import { dueMails, leaseMail, putAside, recordDelivery } from '../functions/src/store/outbox-queue.ts';
import { localLinkKeys } from '../tools/emulators/link-keys.ts';
import { type ExpertOfTests, publishedExpert } from './experts.ts';
import { newAddress } from './invitations.ts';
import { forgetMailsFrom, mailTo, settingsOf } from './mails.ts';
import { type LaureateOfTests, laureateWith, openProgramme, play, staff } from './programme.ts';
import { firestore } from './suite.ts';

/** The day after tomorrow: the suite's own trigger leaves these mails alone, and the test says what time it is. */
const start = Date.now() + 48 * HOUR;
const server = new ScriptedServer();
let smtp: SmtpSettings;
let laureate: LaureateOfTests;
let expert: ExpertOfTests;

beforeAll(async () => {
  await openProgramme();
  const { dates } = await settingsInForce(firestore);
  // The waiting of the source, which the other files do without; `openProgramme` takes it away again.
  await firestore.doc(settings.path('2')).set(settings.write({ ...defaultSettings, dates, version: 2 }));
  smtp = await settingsOf(server);
  [laureate, expert] = await Promise.all([laureateWith(10_000_00), publishedExpert()]);
});

afterAll(async () => {
  await firestore.doc(settings.path('2')).delete();
  await forgetMailsFrom(start);
  disconnect(smtp);
  await server.stop();
});

const attempt = ({ id }: QueuedMail, at: number, mailsAMinute = 60) => {
  const post = { origin: 'http://127.0.0.1', linkKeys: localLinkKeys, clock: () => at };
  return deliverMail(firestore, id, { ...post, smtp: { ...smtp, mailsAMinute } });
};
const kept = (item: QueuedMail) => get(firestore, outbox, item.id);

async function queue(mail: MailName, change: Partial<QueuedMail> = {}, createdAt = start): Promise<QueuedMail> {
  const item: QueuedMail = { ...mailTo(newAddress(), createdAt), id: `${mail}.${newId()}`, mail, ...change };
  await firestore.doc(outbox.path(item.id)).create(outbox.write(item));
  return item;
}

async function chosenBy(uid: string, choices: Preferences): Promise<void> {
  await firestore.doc(preferences.path(uid)).set(preferences.write({ choices }));
}

/** A mission asked for at `at`. */
async function asked(at: number): Promise<string> {
  const needs = { subthemes: ['4.2'], need: 'Revoir nos tarifs.', needId: null, shareWith: [] };
  const command: Command = { action: 'request', input: { expertId: expert.expertId, ...needs } };
  return (await play(laureate.signatory, null, laureate.laureateId, command, at)).missionId;
}

async function mailsOf(missionId: string, mail: MailName, email: string): Promise<QueuedMail[]> {
  const found = await firestore.collection(OUTBOX).where('mission.id', '==', missionId).get();
  const mine = outbox.list(found.docs).filter((one) => one.mail === mail && one.to.email === email);
  return mine.toSorted((one, other) => one.createdAt - other.createdAt);
}

async function only(missionId: string, mail: MailName, email: string): Promise<QueuedMail> {
  const [item, ...others] = await mailsOf(missionId, mail, email);
  if (item === undefined || others.length > 0) throw new Error(`${others.length + 1} mails ${mail}, not one`);
  return item;
}

describe('a mail that asks for something', () => {
  it('never leaves once the mission was cancelled; the cancellation does, and the request of another mission too', async () => {
    const [cancelled, other] = [await asked(start), await asked(start)];
    const [request, twin] = await Promise.all(
      [cancelled, other].map((id) => only(id, 'missionRequested', expert.email)),
    );
    if (!request || !twin) throw new Error('no mail asks the expert');
    const reason = 'Le besoin a disparu.';
    await play(staff, cancelled, null, { action: 'cancel', input: { reason } }, start + MINUTE);
    await attempt(request, start + MINUTE);
    expect(await kept(request)).toMatchObject({ state: 'superseded', attempt: 0, attemptedAt: null, into: null });
    await attempt(request, start + DAY);
    expect(server.acceptedFor(expert.email)).toEqual([]);
    await attempt(twin, start + MINUTE);
    const decision = await only(cancelled, 'missionDecided', expert.email);
    await attempt(decision, start + 10 * MINUTE);
    const subjects = server.acceptedFor(expert.email).map(({ subject }) => subject);
    expect(subjects).toEqual([expect.stringContaining('Mission demandée'), expect.stringContaining('Mission annulée')]);
  });
});

describe('two changes within minutes', () => {
  it('make one mail, which tells of both and says where the mission stands', async () => {
    const missionId = await asked(start);
    const by = (action: 'hold' | 'resume', reason: string, at: number) =>
      play(staff, missionId, null, { action, input: { reason } }, at);
    await by('hold', 'Un doute sur les locaux.', start + MINUTE);
    await by('resume', 'Le doute est levé.', start + 2 * MINUTE);
    const [first, last] = await mailsOf(missionId, 'missionDecided', laureate.email);
    if (!first || !last) throw new Error('two mails are queued');
    await attempt(first, start + MINUTE);
    expect(await kept(first)).toMatchObject({ state: 'pending', nextMs: start + 4 * MINUTE, attempt: 0 });
    await attempt(first, start + 4 * MINUTE);
    expect(await kept(first)).toMatchObject({ state: 'superseded', into: last.id });
    expect(server.acceptedFor(laureate.email)).toEqual([]);
    await attempt(last, start + 5 * MINUTE);
    const told = server.acceptedFor(laureate.email);
    expect(told.map(({ subject }) => subject)).toEqual([expect.stringContaining('Mission reprise')]);
    for (const words of ['Mission suspendue', 'Un doute sur les locaux.', 'Le doute est levé.'])
      expect(told[0]?.text).toContain(words);
    // The expert has its own pair, told apart: one person's mails never stand in another's.
    expect(await mailsOf(missionId, 'missionDecided', expert.email)).toHaveLength(2);
  });

  it('make two where the second is in somebody’s hands: the first leaves by itself, and nothing is lost', async () => {
    const missionId = await asked(start);
    const extended = (at: number) =>
      play(staff, missionId, null, { action: 'extend', input: { reason: 'Congés.', days: 5 } }, at);
    await extended(start);
    await extended(start + MINUTE);
    const [first, last] = await mailsOf(missionId, 'missionDecided', expert.email);
    if (!first || !last) throw new Error('two mails are queued');
    await firestore.doc(outbox.path(last.id)).update({ state: 'leased', attempt: 1, nextMs: start + HOUR });
    await attempt(first, start + 5 * MINUTE);
    expect(await kept(first)).toMatchObject({ state: 'sent' });
    expect(await kept(last)).toMatchObject({ state: 'leased', facts: { happened: 'Délai accordé' } });
  });
});

describe('a later mail that is taken in hand just before it would tell of the earlier one', () => {
  it('is left as it is, and the earlier one is due again; while it waits, it takes all up', async () => {
    const to = { email: newAddress(), name: 'Anne Le Goff', uid: null };
    const [first, last] = [await queue('missionDecided', { to }), await queue('missionDecided', { to }, start + 1)];
    const leaving = { does: 'supersede', into: last.id, carried: true, why: 'Dit plus tard.' } as const;
    const aside = async (at: number) => {
      const leased = await leaseMail(firestore, first.id, at);
      return leased && { leased, became: await putAside(firestore, leased, leaving, at) };
    };
    await firestore.doc(outbox.path(last.id)).update({ state: 'leased' });
    expect(await aside(start + 1)).toMatchObject({ became: 'pending' });
    expect(await kept(first)).toMatchObject({ nextMs: start + 1, attempt: 0, into: null });
    expect((await kept(last))?.facts.earlier).toBeUndefined();
    await firestore.doc(outbox.path(last.id)).update({ state: 'pending' });
    const done = await aside(start + 2);
    expect(done).toMatchObject({ became: 'superseded' });
    expect((await kept(last))?.facts.earlier).toMatchObject([{ at: start }]);
    // Who held it before says nothing any more.
    expect(done && (await putAside(firestore, done.leased, leaving, start + 3))).toBeNull();
    expect(done && (await putAside(firestore, done.leased, notAskedAnyMore, start + 3))).toBeNull();
    expect(done && (await recordDelivery(firestore, done.leased, { outcome: 'sent' }, start + 3))).toBeNull();
    expect((await kept(first))?.state).toBe('superseded');
  });
});

describe('what a person chose', () => {
  it('holds a mail for the day, silences another, and changes nothing for what is required', async () => {
    const uid = newId();
    const to = { email: newAddress(), name: 'Anne Le Goff', uid };
    await chosenBy(uid, { missionDecided: 'daily', messageReceived: 'never', validationNotice: 'never' });
    const [held, silenced, required] = [
      await queue('missionDecided', { to }),
      await queue('messageReceived', { to }),
      await queue('validationNotice', { to }),
    ];
    for (const item of [held, silenced, required]) await attempt(item, start);
    expect(await kept(held)).toMatchObject({ state: 'held', heldFor: 'daily', attempt: 0 });
    expect(await kept(silenced)).toMatchObject({ state: 'superseded', into: null });
    expect(await kept(required)).toMatchObject({ state: 'sent' });
    for (const item of [held, silenced]) await attempt(item, start + DAY);
    expect(server.acceptedFor(to.email)).toHaveLength(1);
    expect((await dueMails(firestore, start + DAY, 500)).map(({ id }) => id)).not.toContain(held.id);
  });

  it('is read with what means nothing left out: no mail dies of it', async () => {
    const uid = newId();
    const choices = { missionDecided: 'daily', gone: 'now', messageReceived: 'sometimes' };
    await firestore.doc(preferences.path(uid)).set({ schema: 1, choices });
    expect(await get(firestore, preferences, uid)).toEqual({ choices: { missionDecided: 'daily' } });
    await firestore.doc(preferences.path(uid)).set({ schema: 1, value: 'clair' });
    expect(await get(firestore, preferences, uid)).toEqual({ choices: {} });
  });
});

it('what fails before any server is asked is no attempt, and the mail is looked at again', async () => {
  const id = newId();
  const mission = firestore.doc(missions.path(id));
  const item = await queue('missionRequested', { mission: { id, event: 1 } });
  // Of no schema: reading it throws, as a database that does not answer would.
  await mission.set({ schema: 1 });
  await expect(attempt(item, start)).rejects.toThrow('is not of its schema');
  await mission.delete();
  expect(await kept(item)).toMatchObject({ state: 'pending', attempt: 0, nextMs: start + 2 * MINUTE });
  await attempt(item, start + 2 * MINUTE);
  expect(await kept(item)).toMatchObject({ state: 'sent', attempt: 1 });
});

describe('the week of a laureate’s person', () => {
  it('has one reminder beside its digest; the next waits for it, and the week after begins anew', async () => {
    const to = { email: newAddress(), name: 'Anne Le Goff', uid: newId() };
    const reminded = async (day: number) => {
      const item = await queue('reminder', { to }, start + day * DAY);
      await attempt(item, start + day * DAY);
      const { state, heldFor } = (await kept(item)) ?? {};
      return { state, heldFor };
    };
    expect(await reminded(0)).toMatchObject({ state: 'sent' });
    expect(await reminded(1)).toEqual({ state: 'held', heldFor: 'weekly' });
    expect(await reminded(8)).toMatchObject({ state: 'sent' });
    // A decision is never one too many, nor what that person asked to be told at once.
    const decided = await queue('missionDecided', { to }, start + 8 * DAY);
    await attempt(decided, start + 8 * DAY);
    expect(await kept(decided)).toMatchObject({ state: 'sent' });
    await chosenBy(to.uid, { reminder: 'now' });
    for (const day of [9, 10]) expect(await reminded(day)).toMatchObject({ state: 'sent' });
  });
});

describe('more mails than the server takes in a minute', () => {
  it('wait for the next ones, leave all of them, once, and hold up nobody who signs in', async () => {
    const minute = start + 20 * DAY - ((start + 20 * DAY) % MINUTE);
    const items: QueuedMail[] = [];
    for (let number = 0; number < 7; number += 1) items.push(await queue('missionDecided', {}, minute));
    for (const item of items) await attempt(item, minute + 1, 2);
    const sentBy = async (at: number) => {
      const mine = await Promise.all(items.map(kept));
      return mine.filter((item) => item?.state === 'sent' && (item.attemptedAt ?? 0) < at).length;
    };
    expect(await sentBy(minute + MINUTE)).toBe(2);
    const waiting = (await Promise.all(items.map(kept))).filter((item) => item?.state === 'pending');
    expect(waiting.map((item) => [item?.nextMs, item?.attempt, item?.attemptedAt])).toEqual(
      Array.from({ length: 5 }, () => [minute + MINUTE, 0, null]),
    );
    const invitation = await queue('invited', {}, minute);
    await attempt(invitation, minute + 2, 2);
    expect(await kept(invitation)).toMatchObject({ state: 'sent' });
    const drained: number[] = [];
    for (let at = minute + MINUTE; drained.at(-1) !== items.length && drained.length < 10; at += MINUTE) {
      const isDue = (item: QueuedMail | null) => item?.state === 'pending' && item.nextMs <= at;
      for (const item of items) if (isDue(await kept(item))) await attempt(item, at, 2);
      drained.push(await sentBy(at + MINUTE));
    }
    expect(drained).toEqual([4, 6, 7]);
    for (const item of items) expect(server.acceptedFor(item.to.email)).toHaveLength(1);
  });
});
