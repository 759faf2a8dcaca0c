import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { HOUR } from '../functions/src/domain/calendar.ts';
import type { DeadLetter } from '../functions/src/domain/incidents/dead-letters.ts';
import { taskId } from '../functions/src/domain/staff/tasks.ts';
import { newId } from '../functions/src/entrypoints/ids.ts';
import { handleWork } from '../functions/src/entrypoints/triggers/handle.ts';
import { get } from '../functions/src/store/collection.ts';
import { deadLetters } from '../functions/src/store/collections/dead-letters.ts';
import { expertEvents } from '../functions/src/store/collections/experts.ts';
import { JOURNAL, journal } from '../functions/src/store/collections/journal.ts';
import { outbox, type QueuedMail } from '../functions/src/store/collections/outbox.ts';
import { tasks } from '../functions/src/store/collections/tasks.ts';
import { letterId } from '../functions/src/store/incidents/dead-letters.ts';
import { call, codeOf, expectCall } from './calls.ts';
import { created, sweep, threeTimes } from './events.ts';
import { publishedExpert } from './experts.ts';
import { newAddress } from './invitations.ts';
import { mailTo } from './mails.ts';
import { type Person, signIn, staffPerson } from './people.ts';
import { openProgramme } from './programme.ts';
import { firestore, inbox } from './suite.ts';

let staff: Person;

beforeAll(async () => {
  await openProgramme();
  staff = await staffPerson(newId());
});

const letterAt = (trigger: string, subject: string) => get(firestore, deadLetters, letterId(trigger, subject));
const asked = (incident: { kind: 'letter' | 'mail'; id: string }) => ({
  incident,
  operationId: randomUUID(),
  reason: '',
});

async function becomes(letter: () => Promise<DeadLetter | null>): Promise<DeadLetter> {
  await vi.waitFor(async () => expect(await letter()).not.toBeNull(), 20_000);
  const found = await letter();
  if (found === null) throw new Error('the letter is gone');
  return found;
}

/** An event of the journal that no schema knows: the function that makes cards can't read it. */
async function poisoned() {
  const { expertId } = await publishedExpert();
  const path = expertEvents.path(expertId, newId());
  await firestore.doc(path).set({ schema: 1, at: 'jamais', by: 'Anne Le Goff' });
  return { path, mend: () => firestore.doc(path).set(expertEvents.write(sound)) };
}

const sound = {
  at: 1,
  by: 'Camille Roux',
  what: 'updated',
  state: 'Publiée',
  message: '',
  projected: false,
  decision: null,
  remarks: {},
  interview: null,
} as const;

describe('an event that can never be handled', () => {
  it('becomes one dead letter without a personal datum, and the next event is handled', async () => {
    const { path } = await poisoned();
    await threeTimes('publishCard', created(path));
    const letter = await becomes(() => letterAt('publishCard', path));
    expect(letter).toMatchObject({ trigger: 'publishCard', subject: path, state: 'open', code: 'Error' });
    await vi.waitFor(async () => expect((await letterAt('publishCard', path))?.attempts).toBeGreaterThanOrEqual(3));
    expect(JSON.stringify(letter)).not.toContain('Le Goff');
    const next = expertEvents.path((await publishedExpert()).expertId, newId());
    await firestore.doc(next).set(expertEvents.write(sound));
    await vi.waitFor(
      async () => expect(expertEvents.read(await firestore.doc(next).get())?.projected).toBe(true),
      20_000,
    );
  });

  it('is handled once its cause is mended and staff ask for it, once', async () => {
    const { path, mend } = await poisoned();
    const { id } = await becomes(() => letterAt('publishCard', path));
    const first = { ...asked({ kind: 'letter', id }), action: 'replay' } as const;
    expect(codeOf(await call('incidentAction', first, staff.token))).toBe('still-fails');
    expect(await get(firestore, deadLetters, id)).toMatchObject({ state: 'open' });
    expect(await get(firestore, tasks, taskId('deadLetter', id))).toMatchObject({ closedAt: null });
    await mend();
    const second = { ...first, operationId: randomUUID() };
    const done = await expectCall('incidentAction', second, staff.token);
    expect(done).toEqual(await expectCall('incidentAction', second, staff.token));
    expect(expertEvents.read(await firestore.doc(path).get())?.projected).toBe(true);
    expect(await get(firestore, deadLetters, id)).toMatchObject({ state: 'replayed', closedBy: 'Camille Roux' });
    expect(await get(firestore, tasks, taskId('deadLetter', id))).toMatchObject({ closedBy: 'Camille Roux' });
    const third = { ...first, operationId: randomUUID() };
    expect(codeOf(await call('incidentAction', third, staff.token))).toBe('incident-closed');
    const lines = journal.list((await firestore.collection(JOURNAL).where('aboutUid', '==', id).get()).docs);
    expect(lines.map((line) => line.done)).toEqual(['replayIncident', 'replayIncident']);
  });

  it('is set aside for good by staff alone, with a reason; a sweep that meets it again only counts', async () => {
    const { path } = await poisoned();
    await firestore.doc(path).update({ projected: false, at: Date.now() - HOUR });
    const { id, attempts } = await becomes(() => letterAt('publishCard', path));
    const discard = { ...asked({ kind: 'letter', id }), action: 'discard' } as const;
    const stranger = await signIn((await publishedExpert()).person.uid);
    expect(codeOf(await call('incidentAction', { ...discard, reason: 'Essai.' }, stranger))).toBe('staff-only');
    expect(codeOf(await call('view', { name: 'incidents' }, stranger))).toBe('staff-only');
    expect(codeOf(await call('incidentAction', discard, staff.token))).toBe('reason-missing');
    await expectCall('incidentAction', { ...discard, reason: 'Document d’essai.' }, staff.token);
    await sweep('sweepProjections');
    const kept = await get(firestore, deadLetters, id);
    expect(kept).toMatchObject({ state: 'discarded', reason: 'Document d’essai.' });
    expect(kept?.attempts).toBeGreaterThan(attempts);
  });
});

describe('« Santé du service »', () => {
  it('tells staff of what was set aside and of the schedules that ended well, and nobody else', async () => {
    const { path } = await poisoned();
    await becomes(() => letterAt('publishCard', path));
    await sweep('sweepProjections');
    const shown = await expectCall('view', { name: 'health' }, staff.token);
    if (shown.name !== 'health') throw new Error(shown.name);
    const { facts, runs } = shown;
    expect(facts.find(({ name }) => name === 'letters')).toMatchObject({
      isShort: true,
      path: '/equipe?vue=incidents',
    });
    const ended = runs.find(({ schedule }) => schedule === 'sweepProjections');
    expect(ended).toMatchObject({ isLate: false, at: expect.any(Number) });
    const stranger = await signIn((await publishedExpert()).person.uid);
    expect(codeOf(await call('view', { name: 'health' }, stranger))).toBe('staff-only');
  });
});

describe('how an event is handled', () => {
  const handling = (run: () => Promise<void>, hours = 0) => {
    const [subject, now] = [`laureates/${newId()}`, Date.now()];
    const event = { id: randomUUID(), time: new Date(now - hours * HOUR).toISOString() };
    return { subject, done: handleWork(firestore, { trigger: 'showBalance', event, subject, run, now }) };
  };
  const failing = (code: number | string) => async () => {
    throw Object.assign(new Error('Anne Le Goff'), { code });
  };

  it('what passes is thrown, so that the platform tries again, and is no dead letter', async () => {
    const { subject, done } = handling(failing(14));
    await expect(done).rejects.toMatchObject({ code: 14 });
    expect(await letterAt('showBalance', subject)).toBeNull();
  });

  it('what lasts is let go, as a dead letter', async () => {
    const { subject, done } = handling(failing(5));
    await done;
    expect(await letterAt('showBalance', subject)).toMatchObject({ code: '5', attempts: 1 });
  });

  it('what is older than six hours is not done but set aside; just before, it is done', async () => {
    const run = vi.fn(async () => {});
    const late = handling(run, 6.1);
    await late.done;
    expect(run).not.toHaveBeenCalled();
    expect(await letterAt('showBalance', late.subject)).toMatchObject({ code: 'event-too-old' });
    const early = handling(run, 5.9);
    await early.done;
    expect(run).toHaveBeenCalledOnce();
    expect(await letterAt('showBalance', early.subject)).toBeNull();
  });
});

describe('a mail that could not leave', () => {
  async function dead(): Promise<QueuedMail> {
    const item = mailTo(newAddress());
    const happened = 'Mission acceptée';
    const mail = {
      ...item,
      facts: { ...item.facts, happened },
      state: 'dead',
      attempt: 8,
      problem: 'Boîte pleine.',
    } as const;
    await firestore.doc(outbox.path(mail.id)).create(outbox.write(mail));
    return mail;
  }

  it('is shown to staff, and leaves once when they ask for it, however often they press', async () => {
    const mail = await dead();
    const shown = await expectCall('view', { name: 'incidents' }, staff.token);
    expect(shown).toMatchObject({ mails: expect.arrayContaining([expect.objectContaining({ id: mail.id })]) });
    const replay = { ...asked({ kind: 'mail', id: mail.id }), action: 'replay' } as const;
    await Promise.all([1, 2].map(() => expectCall('incidentAction', replay, staff.token)));
    await vi.waitFor(async () => expect((await get(firestore, outbox, mail.id))?.state).toBe('sent'), 20_000);
    await expectCall('incidentAction', replay, staff.token);
    expect(await inbox.messages(mail.to.email)).toHaveLength(1);
  });

  it('never leaves once staff discarded it', async () => {
    const mail = await dead();
    const discard = {
      ...asked({ kind: 'mail', id: mail.id }),
      action: 'discard',
      reason: 'Prévenue de vive voix.',
    } as const;
    await expectCall('incidentAction', discard, staff.token);
    await firestore.doc(outbox.path(mail.id)).update({ nextMs: 0 });
    await Promise.all([threeTimes('sendMail', created(outbox.path(mail.id))), sweep('sweepMails')]);
    expect((await get(firestore, outbox, mail.id))?.state).toBe('discarded');
    const replay = { ...asked({ kind: 'mail', id: mail.id }), action: 'replay' } as const;
    expect(codeOf(await call('incidentAction', replay, staff.token))).toBe('incident-closed');
  });
});
