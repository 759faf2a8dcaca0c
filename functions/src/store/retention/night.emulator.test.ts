import type { DocumentData } from 'firebase-admin/firestore';
import { getStorage } from 'firebase-admin/storage';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY, dayOf, type Instant } from '../../domain/calendar.ts';
import { noFacts } from '../../domain/notifications/mails.ts';
import { defaultSettings } from '../../domain/programme/settings.ts';
import { addMonths } from '../../domain/retention/lengths.ts';
import { taskId } from '../../domain/staff/tasks.ts';
import { get } from '../collection.ts';
import { documentHashes } from '../collections/document-hashes.ts';
import { accessLog, files } from '../collections/files.ts';
import { readings } from '../collections/messages.ts';
import { OUTBOX, outbox, type QueuedMail, queued } from '../collections/outbox.ts';
import { settings } from '../collections/settings.ts';
import { tasks } from '../collections/tasks.ts';
import { incomingPath, storedPath } from '../files/stored-files.ts';
import { databaseOf } from '../missions/testing/database.ts';
import { applyRetention } from './night.ts';

const { app, firestore, clear } = databaseOf('night');
const bucket = getStorage(app).bucket('demo-sur-mesure-night.appspot.com');
const NOW = Date.UTC(2026, 10, 30, 1, 15);
const closedOn = (day: string) => ({ ...defaultSettings.dates, lastSettlement: day });
const before = (months: number) => Date.parse(`${addMonths(dayOf(NOW), -months)}T12:00:00Z`) - 2 * DAY;

async function night(now: Instant = NOW): Promise<void> {
  const failed = await applyRetention({
    ...{ firestore, bucket, clock: () => now, warn: () => undefined, deleteUser: async () => {} },
    onFailure: (what, error) => {
      throw new Error(what, { cause: error });
    },
  });
  expect(failed).toBe(0);
}

/** The programme closed three years ago: exchanges are past their time, decisions are not. */
beforeAll(async () => {
  await clear();
  await bucket.deleteFiles({ force: true });
  await firestore.doc(settings.path('1')).set(settings.write({ ...defaultSettings, dates: closedOn('2023-11-30') }));
  // Staff were told a month ago of what goes.
  await night(NOW - 31 * DAY);
});
afterAll(clear);

/** Path without its end, field, and months (or days) that it is kept. */
const deletedAfter: readonly [string, string, { readonly months?: number; readonly days?: number }][] = [
  ['accounts/p/drafts', 'updatedAt', { months: 3 }],
  ['experts/e/drafts', 'savedAt', { months: 3 }],
  ['missions/m/messages', 'at', { months: 24 }],
  ['missions/m/links', 'at', { months: 24 }],
  ['invitations', 'expiresAt', { months: 12 }],
  ['signInTokens', 'createdAt', { months: 25 }],
  ['signInCodes', 'createdAt', { months: 25 }],
  ['rateLimits', 'resetsAt', { days: 30 }],
  ['operations', 'at', { days: 30 }],
  ['digests', 'at', { months: 12 }],
  ['deadLetters', 'closedAt', { months: 12 }],
  ['tasks', 'closedAt', { months: 24 }],
  ['notes', 'at', { months: 24 }],
  ['summaries', 'at', { months: 24 }],
  ['archives', 'askedAt', { months: 24 }],
  ['uploads', 'createdAt', { days: 30 }],
];

async function put(documents: Readonly<Record<string, DocumentData>>): Promise<void> {
  const writer = firestore.bulkWriter();
  for (const [path, document] of Object.entries(documents)) void writer.set(firestore.doc(path), document);
  await writer.close();
}

const reading = (uid: string, at: Instant) => ({
  [readings.path('m', uid)]: readings.write({ uid, side: 'laureate', channels: { everyone: at } }),
});

const exists = async (path: string) => (await firestore.doc(path).get()).exists;

describe('A night', () => {
  it('deletes what is past its time, and nothing that is not', async () => {
    const old = ({ months, days }: { months?: number; days?: number }) =>
      days === undefined ? before(months ?? 0) : NOW - (days + 1) * DAY;
    await put(
      Object.fromEntries(
        deletedAfter.flatMap(([path, field, kept]) => [
          [`${path}/old`, { [field]: old(kept), uid: 'p' }],
          [`${path}/young`, { [field]: old(kept) + 4 * DAY, uid: 'p' }],
          [`${path}/open`, { [field]: null }],
        ]),
      ),
    );
    await put({ 'archives/old/steps/s': { run: 'r' }, ...reading('p', before(24)), ...reading('q', NOW - DAY) });
    await bucket.file(incomingPath('p', 'old')).save('x', { resumable: false });
    await night();
    for (const [path] of deletedAfter) {
      expect([await exists(`${path}/old`), await exists(`${path}/young`), await exists(`${path}/open`)], path).toEqual([
        false,
        true,
        true,
      ]);
    }
    expect([await exists('archives/old/steps/s'), await exists(readings.path('m', 'p'))]).toEqual([false, false]);
    expect(await exists(readings.path('m', 'q'))).toBe(true);
    expect(await bucket.file(incomingPath('p', 'old')).exists()).toEqual([false]);
  });

  it('deletes the bytes of what was exchanged, and keeps every piece', async () => {
    const file = (id: string, piece: 'working' | 'devis') =>
      files.write({
        ...{
          id,
          piece,
          ownerUid: 'p',
          ownerName: 'P',
          laureateId: null,
          missionId: 'm',
          name: `${id}.pdf`,
          side: 'expert',
        },
        ...{
          contentType: 'application/pdf',
          size: 1,
          sha256: id.padEnd(64, '0'),
          createdAt: before(24),
          path: storedPath(id),
        },
        ...{ shared: false, replacesId: null, replacedById: null, withdrawnAt: null, scan: 'clean', preview: 'none' },
      });
    await put({ [files.path('w')]: file('w', 'working'), [files.path('d')]: file('d', 'devis') });
    for (const id of ['w', 'd']) await bucket.file(storedPath(id)).save('x', { resumable: false });
    await night();
    expect([await exists(files.path('w')), await exists(files.path('d'))]).toEqual([false, true]);
    const bytes = await Promise.all(['w', 'd'].map((id) => bucket.file(storedPath(id)).exists()));
    expect(bytes).toEqual([[false], [true]]);
  });

  it('keeps who opened what was decided on, and not who opened the rest', async () => {
    const line = (fileId: string) =>
      accessLog.write({
        ...{ uid: 'p', name: 'P', kind: 'expert', as: 'file', laureateIds: [], fileId, fileName: 'x' },
        ...{ laureateId: null, missionId: 'm', at: before(24) },
      });
    await put({
      [documentHashes.path('d'.padEnd(64, '0'))]: documentHashes.write({ proofIds: ['proof'] }),
      [accessLog.path('decided')]: line('d'),
      [accessLog.path('other')]: line('gone'),
    });
    await night();
    expect([await exists(accessLog.path('decided')), await exists(accessLog.path('other'))]).toEqual([true, false]);
  });

  it('clears mails after twelve months, but for notices, in pages that a later night goes on from', async () => {
    const mail = (id: string, name: 'reminder' | 'validationNotice', createdAt: Instant): QueuedMail => ({
      ...queued({
        ...{
          id,
          mail: name,
          to: { uid: 'p', email: 'p@exemple.test', name: 'P' },
          path: '/laureat',
          when: 'now',
          mission: null,
        },
        facts: { ...noFacts, recipientName: 'P', reader: 'laureate' },
        ...{ parts: [], createdAt },
      }),
      state: 'sent',
    });
    const many = Array.from({ length: 450 }, (_none, index) => mail(`m${index}`, 'reminder', before(12) - index));
    const others = [mail('notice', 'validationNotice', before(12)), mail('young', 'reminder', NOW - DAY)];
    await put(Object.fromEntries([...many, ...others].map((one) => [outbox.path(one.id), outbox.write(one)])));
    await night();
    const kept = outbox.list((await firestore.collection(OUTBOX).get()).docs);
    expect(kept.filter(({ cleared }) => cleared !== undefined)).toHaveLength(450);
    expect(
      kept
        .filter(({ to }) => to.email !== '')
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['notice', 'young']);
    expect(new Set(kept.map(({ cleared }) => cleared?.sha256).filter(Boolean)).size).toBeGreaterThan(0);
    // The next year's, written at a later instant than the last one that was looked at.
    await put({ [outbox.path('later')]: outbox.write(mail('later', 'reminder', NOW - 2 * DAY)) });
    await night(NOW + 366 * DAY);
    expect(await get(firestore, outbox, 'later')).toMatchObject({ cleared: { at: NOW + 366 * DAY } });
  });

  it('tells staff that ten years are over, once, and deletes nothing of them', async () => {
    const closed = '2016-01-31';
    await firestore
      .doc(settings.path('2'))
      .set(settings.write({ ...defaultSettings, version: 2, dates: closedOn(closed) }));
    await put({ 'missions/m': { state: 'closed' }, 'proofs/x': { at: 1 } });
    await night();
    const id = taskId('programmeOver', closed);
    expect(await get(firestore, tasks, id)).toMatchObject({ closedAt: null });
    await firestore.doc(tasks.path(id)).update({ closedAt: NOW, closedBy: 'Inès' });
    await night();
    expect(await get(firestore, tasks, id)).toMatchObject({ closedAt: NOW });
    expect([await exists('missions/m'), await exists('proofs/x')]).toEqual([true, true]);
  });

  it('keeps what was exchanged until staff were told for thirty days, of that closing and without any live mission', async () => {
    const id = taskId('exchangesToErase', 'programme');
    const said = { 'missions/m/messages/said': { at: before(48), uid: 'p' } };
    await put({ ...said, 'missions/live': { state: 'on_hold' } });
    // The closing that the test before typed is not the one that staff were told of.
    await night(NOW + DAY);
    expect(await get(firestore, tasks, id)).toMatchObject({ closedBy: 'Service automatique' });
    await firestore.doc('missions/live').delete();
    await night(NOW + 40 * DAY);
    expect(await get(firestore, tasks, id)).toMatchObject({ at: NOW + 40 * DAY, closedAt: null });
    await night(NOW + 69 * DAY);
    expect(await exists('missions/m/messages/said')).toBe(true);
    await night(NOW + 70 * DAY);
    expect(await exists('missions/m/messages/said')).toBe(false);
  });

  it('keeps it where nobody saved settings', async () => {
    await firestore.recursiveDelete(firestore.collection('settings'));
    await put({ 'missions/m/messages/again': { at: before(48), uid: 'p' } });
    for (const day of [3000, 3040]) await night(NOW + day * DAY);
    expect(await exists('missions/m/messages/again')).toBe(true);
  });
});
