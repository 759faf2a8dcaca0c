import { deleteApp, initializeApp } from 'firebase-admin/app';
import { getFirestore } from 'firebase-admin/firestore';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../functions/src/domain/calendar.ts';
import { scheduleNames } from '../../functions/src/domain/health/schedules.ts';
import { isRefusal } from '../../functions/src/domain/refusal.ts';
import { newId } from '../../functions/src/entrypoints/ids.ts';
import { OUTBOX } from '../../functions/src/store/collections/outbox.ts';
import { scheduleRuns } from '../../functions/src/store/collections/schedule-runs.ts';
import { watchService } from '../../functions/src/store/health/alerting.ts';
import { recordRun } from '../../functions/src/store/health/runs.ts';
import { openFirstStaff } from '../../functions/src/store/people/first-staff.ts';
import { wipeDocuments } from '../backup/wiping.ts';
import { runDoctor } from './run.ts';

/** A project of its own inside the emulator that runs: no trigger answers, and what is counted is what is written here. */
const project = 'demo-doctor-command';
const now = Date.UTC(2026, 2, 3, 9);

describe('A service that is looked at, on a real Firestore', () => {
  const app = initializeApp({ projectId: project }, project);
  const firestore = getFirestore(app);
  const watched = { now, hasScanner: true, isStamped: true };
  beforeAll(() => {
    expect(process.env.FIRESTORE_EMULATOR_HOST ?? '', 'this test needs the emulators').not.toBe('');
  });
  afterAll(() => deleteApp(app));
  beforeEach(() => wipeDocuments({ project, emulator: process.env.FIRESTORE_EMULATOR_HOST ?? null }));

  async function doctor() {
    const said: string[] = [];
    const code = await runDoctor({ ...watched, firestore, project, sample: null, say: (line) => said.push(line) });
    return { code, said: said.join('\n') };
  }
  /** Field by field, as something that can't be read whole must be seen all the same. */
  const stored = (collection: string, fields: object) => firestore.doc(`${collection}/${newId()}`).set({ ...fields });

  it('is well before anybody has an account, and says so', async () => {
    expect(await doctor()).toMatchObject({ code: 0, said: expect.stringContaining('Rien à vérifier.') });
  });

  it('is not well when people use it and a schedule never ran, and is once all of them did', async () => {
    await stored('accounts', { kind: 'staff' });
    expect(await doctor()).toMatchObject({
      ...{ code: 1, said: expect.stringMatching(/à vérifier {2}watchHealth +jamais finie/) },
    });
    for (const schedule of scheduleNames) await recordRun(firestore, schedule, now - MINUTE);
    expect(await doctor()).toMatchObject({ code: 0, said: expect.stringContaining('Rien à vérifier.') });
  });

  it('goes on past a laureate that can’t be read, and says which it is and what to type', async () => {
    await firestore.doc('laureates/abime').set({ name: 'Abîmé' });
    const { code, said } = await doctor();
    expect({ code, said }).toMatchObject({ code: 1, said: expect.stringMatching(/abime +illisible/) });
    expect(said).toContain(`npm run ledger -- check --laureate abime --project ${project}`);
    expect(said).toContain('Relus : 1 sur 1.');
  });

  it.each([
    ['outbox', { state: 'retry', nextMs: now - 2 * HOUR }, 'aurait dû partir il y a 2 heures'],
    ['outbox', { state: 'dead', createdAt: now - 4 * DAY }, '1 depuis plus de trois jours'],
    ['deadLetters', { state: 'open' }, '1 à refaire ou à écarter'],
    ['reconciliations', { state: 'broken' }, '1 à réparer'],
    ['reconciliations', { state: 'holds', at: now - 27 * HOUR }, '1 sans vérification'],
    ['documentRequests', { state: 'pending', at: now - 3 * HOUR }, 'demandé depuis 3 heures'],
    ['uploads', { state: 'scan_error', createdAt: now - HOUR }, '1 sans réponse'],
    ['files', { scan: 'unscanned' }, '1 à examiner'],
    ['tasks', { closedAt: null, at: now - 20 * DAY }, '1 en attente depuis plus de deux semaines'],
    ['tasks', { closedAt: null, at: now - 20 * DAY, snoozedUntil: '2026-03-03' }, '1 en attente'],
    ['scheduleRuns', { schema: 1, schedule: 'sweepMails', since: 0, at: now - 2 * HOUR }, 'envoi des courriels'],
  ] as const)('has something to look at with %s %j, and exits 1', async (collection, fields, found) => {
    await stored(collection, fields);
    expect(await doctor()).toMatchObject({ code: 1, said: expect.stringContaining(found) });
  });

  it.each([
    ['outbox', { state: 'pending', nextMs: now + HOUR }],
    ['outbox', { state: 'dead', createdAt: now - DAY }],
    ['deadLetters', { state: 'replayed' }],
    ['reconciliations', { state: 'holds', at: now - 5 * HOUR }],
    ['documentRequests', { state: 'pending', at: now - 5 * MINUTE }],
    ['uploads', { state: 'expected', createdAt: now - HOUR }],
    ['tasks', { closedAt: now, at: now - 20 * DAY }],
    ['tasks', { closedAt: null, at: now - 20 * DAY, snoozedUntil: '2026-03-10' }],
  ] as const)('has nothing to look at with %s %j', async (collection, fields) => {
    await stored(collection, fields);
    expect(await doctor()).toMatchObject({ code: 0 });
  });

  it('is not blind to a task behind fifty that were put off', async () => {
    const at = now - 20 * DAY;
    const putOff = { closedAt: null, at: at - DAY, snoozedUntil: '2026-03-10' };
    await Promise.all(Array.from({ length: 55 }, () => stored('tasks', putOff)));
    expect(await doctor()).toMatchObject({ code: 0 });
    await stored('tasks', { closedAt: null, at, snoozedUntil: null });
    expect(await doctor()).toMatchObject({ code: 1, said: expect.stringContaining('1 en attente') });
  });

  it('tells the team once a day of each fact that falls short, whoever looks and however often', async () => {
    await stored('deadLetters', { state: 'open' });
    // Nothing runs here, and nothing leaves: later on, that falls short too, and is told apart.
    const told = async () =>
      (await firestore.collection(OUTBOX).where('mail', '==', 'healthShort').get()).docs
        .map(({ id }) => id)
        .filter((id) => id.includes('.letters.'));
    await Promise.all([watchService(firestore, watched), watchService(firestore, watched)]);
    await watchService(firestore, { ...watched, now: now + HOUR });
    expect(await told()).toEqual(['healthShort.letters.2026-03-03']);
    await watchService(firestore, { ...watched, now: now + DAY });
    expect(await told()).toEqual(['healthShort.letters.2026-03-03', 'healthShort.letters.2026-03-04']);
  });

  it('does not write to the team of what its own page shows', async () => {
    await stored('tasks', { closedAt: null, at: now - 20 * DAY });
    expect((await watchService(firestore, watched)).map(({ name }) => name)).toEqual(['tasks']);
    expect((await firestore.collection(OUTBOX).get()).size).toBe(0);
  });

  it('expects a schedule from the day it is watched, and is told of one that never ran', async () => {
    await recordRun(firestore, 'sweepMails', now - 5 * MINUTE);
    await watchService(firestore, watched);
    const kept = await firestore.collection('scheduleRuns').get();
    expect(kept.docs.map(({ id }) => id).sort()).toEqual(scheduleNames.toSorted());
    expect(scheduleRuns.read(await firestore.doc(scheduleRuns.path('sweepMails')).get())).toMatchObject({
      at: now - 5 * MINUTE,
    });
    const later = { ...watched, now: now + 2 * DAY };
    await recordRun(firestore, 'countFigures', later.now);
    const [fact] = await watchService(firestore, later);
    expect(fact).toMatchObject({ name: 'schedules', found: expect.stringContaining('échéances et rappels') });
    expect(fact?.found).not.toContain('statistiques');
  });

  it('has its first account from a command, once, whoever types it twice', async () => {
    const asked = (name: string) => ({ uid: newId(), name, email: `${name}@Tierslieux.example`, now, replaces: false });
    const opened = await Promise.all(['camille', 'sacha'].map((name) => openFirstStaff(firestore, asked(name))));
    expect(opened.filter((one) => isRefusal(one) && one.code === 'staff-already')).toHaveLength(1);
    const team = await firestore.collection('accounts').get();
    expect(
      team.docs.map((one) => [one.get('kind'), one.get('active'), /@tierslieux\.example$/.test(one.get('email'))]),
    ).toEqual([['staff', true, true]]);
    await team.docs[0]?.ref.update({ active: false });
    const closed = team.docs[0]?.get('email');
    expect(await openFirstStaff(firestore, { ...asked('x'), email: String(closed) })).toMatchObject({
      code: 'address-taken',
    });
    expect(isRefusal(await openFirstStaff(firestore, asked('dominique')))).toBe(false);
  });

  it('replaces the account of a mistyped address when that is said, and never one that somebody opened', async () => {
    const asked = (name: string, replaces: boolean) => {
      return openFirstStaff(firestore, { uid: name, name, email: `${name}@Tierslieux.example`, now, replaces });
    };
    const activeStaff = async () =>
      (await firestore.collection('accounts').where('active', '==', true).get()).docs.map(({ id }) => id);
    await asked('camile', false);
    expect(await asked('camille', false)).toMatchObject({ message: expect.stringContaining('--replace') });
    expect(await asked('camille', true)).toEqual({ uid: 'camille' });
    expect(await activeStaff()).toEqual(['camille']);
    expect((await firestore.doc('journal/replacedStaff.camile').get()).get('done')).toBe('switchOff');
    await firestore.doc('accounts/camille').update({ verifiedEmail: true });
    expect(await asked('sacha', true)).toMatchObject({ message: expect.stringContaining('déjà un compte actif') });
    expect(await activeStaff()).toEqual(['camille']);
  });
});
