import { beforeAll, describe, expect, it } from 'vitest';
import { addDays, dayOf, endOfDay, HOUR, MINUTE } from '../functions/src/domain/calendar.ts';
import type { GrantAction } from '../functions/src/domain/people/people.ts';
import { newId } from '../functions/src/entrypoints/ids.ts';
import { get } from '../functions/src/store/collection.ts';
import { files, tickets } from '../functions/src/store/collections/files.ts';
import { grants } from '../functions/src/store/collections/grants.ts';
import { outbox } from '../functions/src/store/collections/outbox.ts';
import { rateLimits } from '../functions/src/store/collections/sign-in.ts';
import { carriesToken } from '../functions/src/store/files/download-tokens.ts';
import { previewPath, storedPath } from '../functions/src/store/files/stored-files.ts';
import { sha256 } from '../functions/src/store/hash.ts';
import { call, codeOf, expectCall } from './calls.ts';
import { keptNote, linesOn } from './dossiers.ts';
import { sweep } from './events.ts';
import { publishedExpert } from './experts.ts';
import { allows } from './firestore-client.ts';
import { type Person, signIn, staffPerson } from './people.ts';
import {
  type LaureateOfTests,
  laureateWith,
  openedMission,
  openProgramme,
  play,
  submittedMission,
} from './programme.ts';
import { samplePdf } from './sample-pdf.ts';
import { bucket, firestore, storageHost } from './suite.ts';
import { readObject } from './uploads.ts';

let laureate: LaureateOfTests;
let staff: Person;
let signatory: string;

beforeAll(async () => {
  await openProgramme();
  [laureate, staff] = await Promise.all([laureateWith(10_000_00), staffPerson(newId())]);
  signatory = await signIn(laureate.signatory.uid);
});

/** A new consultant with an open dossier, and one of its pieces. */
async function openDossier() {
  const expert = await publishedExpert();
  const [mission, fileId, token] = await Promise.all([
    submittedMission(laureate, expert, 1_000_00),
    keptNote(laureate),
    signIn(expert.person.uid),
  ]);
  return { expert, uid: expert.person.uid, token, fileId, missionId: mission.missionId, devisId: mission.devis.id };
}

const act = (uid: string, action: GrantAction, token = staff.token) =>
  call('grantAction', { ...action, laureateId: laureate.laureateId, uid }, token);
const reason = 'La consultante a quitté l’entreprise.';
const opens = async (fileId: string, token: string) => codeOf(await call('openFile', { fileId }, token));
const statusOf = async (fileId: string, token: string | null) => (await readObject(storedPath(fileId), token)).status;
const dossierOf = async (token: string) =>
  codeOf(await call('view', { name: 'dossier', laureateId: laureate.laureateId }, token));

describe('An access that staff cut', () => {
  it('closes on the next request with an unchanged token, tells everybody, and opens again once restored', async () => {
    const { uid, token, fileId, missionId, devisId } = await openDossier();
    expect([await opens(fileId, token), await opens(devisId, token)]).toEqual([null, null]);
    expect([await statusOf(fileId, token), await dossierOf(token)]).toEqual([200, null]);

    expect(await act(uid, { action: 'cut', reason })).toEqual({ done: 'Accès au dossier coupé' });
    expect(await statusOf(fileId, token)).toBe(403);
    expect([await opens(fileId, token), await dossierOf(token)]).toEqual(['grant-ended', 'grant-ended']);
    expect(await get(firestore, tickets, uid, fileId)).toBeNull();
    // What concerns the mission, and one's own deposits, stay.
    expect(await statusOf(devisId, token)).toBe(200);
    expect(await call('view', { name: 'mission', missionId, laureateId: null }, token)).toHaveProperty('mission');
    for (const path of [`files/${fileId}`, `laureates/${laureate.laureateId}/scopingNotes/1`])
      expect(await allows('get', path, token)).toBe(false);

    const lines = await firestore.collection('journal').where('aboutUid', '==', uid).get();
    expect(lines.docs.map((line) => line.data())).toEqual([
      expect.objectContaining({ done: 'cut', reason, laureateId: laureate.laureateId, by: expect.anything() }),
    ]);
    const told = await firestore.collection('outbox').where('mail', '==', 'grantCut').get();
    const emails = outbox.list(told.docs).map(({ to }) => to.uid);
    expect(emails).toEqual(expect.arrayContaining([uid, laureate.signatory.uid]));

    expect(await act(uid, { action: 'restore', reason })).toEqual({ done: 'Accès au dossier rétabli' });
    expect([await opens(fileId, token), await dossierOf(token), await statusOf(fileId, token)]).toEqual([
      null,
      null,
      200,
    ]);
  });

  it('is for staff alone, once, with a reason, on an access that exists', async () => {
    const { uid, token } = await openDossier();
    for (const other of [signatory, token])
      expect(await act(uid, { action: 'cut', reason }, other)).toMatchObject({ code: 'staff-only' });
    expect(await act(newId(), { action: 'cut', reason })).toMatchObject({ code: 'grant-unknown' });
    expect(await act(uid, { action: 'cut', reason: ' ' })).toMatchObject({ code: 'reason-missing' });
    const answers = await Promise.all([1, 2, 3].map(() => act(uid, { action: 'cut', reason })));
    expect(answers.map(codeOf).toSorted()).toEqual(['grant-cut', 'grant-cut', null]);
  });
});

describe('An access that ends by itself', () => {
  it('stays for the other mission of the pair, leaves no ticket after the last, and can be extended', async () => {
    const { expert, uid, token, fileId, missionId } = await openDossier();
    const secondId = await openedMission(laureate, expert);
    expect([await opens(fileId, token), await statusOf(fileId, token)]).toEqual([null, 200]);
    const finals = { [laureate.laureateId]: 0 };
    await play(expert.person, missionId, null, { action: 'withdraw', input: { reason, finals } });
    expect([await statusOf(fileId, token), await opens(fileId, token)]).toEqual([200, null]);

    await play(expert.person, secondId, null, { action: 'decline', input: { reason } });
    expect([await statusOf(fileId, token), await opens(fileId, token)]).toEqual([403, 'grant-ended']);
    await expect.poll(() => get(firestore, tickets, uid, fileId), { timeout: 40_000 }).toBeNull();

    const until = addDays(dayOf(Date.now()), 20);
    await act(uid, { action: 'extend', missionId, until, reason });
    expect(await get(firestore, grants, laureate.laureateId, uid)).toMatchObject({ untilMs: endOfDay(until) });
    expect([await opens(fileId, token), await statusOf(fileId, token)]).toEqual([null, 200]);
  });
});

describe('A ticket', () => {
  it('opens its own file, to its own person, while it lasts, and every opening has its line', async () => {
    const { uid, token, fileId } = await openDossier();
    const otherId = await keptNote(laureate);
    expect(await statusOf(fileId, token)).toBe(403);
    await expectCall('openFile', { fileId }, token);
    expect([await statusOf(fileId, token), await statusOf(otherId, token)]).toEqual([200, 403]);
    expect([await statusOf(fileId, signatory), await statusOf(fileId, null)]).toEqual([403, 403]);
    const ticket = firestore.doc(tickets.path(uid, fileId));
    await ticket.update({ expiresMs: Date.now() - 1 });
    expect(await statusOf(fileId, token)).toBe(403);
    expect(await linesOn(fileId)).toEqual([
      expect.objectContaining({ uid, as: 'file', laureateIds: [laureate.laureateId] }),
    ]);
    expect(await linesOn(otherId)).toEqual([]);
  });

  it('opens the picture of the first page too, and the log says which was asked for', async () => {
    const { token, fileId } = await openDossier();
    await firestore.doc(files.path(fileId)).update({ preview: 'none' });
    expect(await call('openFile', { fileId, as: 'preview' }, token)).toMatchObject({ code: 'no-preview' });
    await bucket.file(previewPath(fileId)).save('a picture', { contentType: 'image/webp' });
    await firestore.doc(files.path(fileId)).update({ preview: 'made' });
    expect((await readObject(previewPath(fileId), token)).status).toBe(403);
    const opened = await expectCall('openFile', { fileId, as: 'preview' }, token);
    expect(opened).toMatchObject({ path: previewPath(fileId), contentType: 'image/webp' });
    expect([(await readObject(opened.path, token)).status, await statusOf(fileId, token)]).toEqual([200, 200]);
    expect((await linesOn(fileId)).map(({ as }) => as)).toEqual(['preview']);
  });

  it('is given to twenty openings at the same moment, each counted and written', async () => {
    const { uid, token } = await openDossier();
    const ids = await Promise.all(Array.from({ length: 20 }, () => keptNote(laureate)));
    const now = Date.now();
    expect(await Promise.all(ids.map((fileId) => opens(fileId, token)))).toEqual(ids.map(() => null));
    const lines = await firestore.collection('accessLog').where('uid', '==', uid).get();
    expect(lines.size).toBe(20);
    const hours = [now, Date.now()].map((at) => rateLimits.path(`openings.${uid}.${Math.floor(at / HOUR)}`));
    const counts = await Promise.all(
      [...new Set(hours)].map(async (path) => (await firestore.doc(path).get()).get('count') ?? 0),
    );
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(20);
  });
});

describe('A download token', () => {
  const object = (fileId: string) =>
    `http://${storageHost}/v0/b/${bucket.name}/o/${encodeURIComponent(storedPath(fileId))}`;

  /** What a hostile reader does: asks for the metadata with its ticket, and keeps the link that it makes. */
  async function minted(fileId: string, token: string): Promise<string> {
    const response = await fetch(object(fileId), { headers: { authorization: `Firebase ${token}` } });
    const { downloadTokens } = JSON.parse(await response.text());
    expect(downloadTokens).toMatch(/^[0-9a-f-]{36}/);
    return `${object(fileId)}?alt=media&token=${downloadTokens}`;
  }

  const linkStatus = async (link: string) => {
    const response = await fetch(link);
    await response.arrayBuffer();
    return response.status;
  };
  const carries = async (path: string) => carriesToken((await bucket.file(path).getMetadata())[0]);

  it('that a reader mints opens nothing once it is stripped, within seconds, and the file stays as it was', async () => {
    const { token, fileId } = await openDossier();
    await expectCall('openFile', { fileId }, token);
    const link = await minted(fileId, token);
    await expect.poll(() => linkStatus(link), { timeout: 10_000, interval: 20 }).toBe(403);
    const { status, bytes } = await readObject(storedPath(fileId), token);
    expect([status, sha256(bytes)]).toEqual([200, sha256(samplePdf(fileId))]);
    const [metadata] = await bucket.file(storedPath(fileId)).getMetadata();
    expect(metadata).toMatchObject({ contentType: 'application/pdf', cacheControl: 'private, no-store' });
    expect(metadata.contentDisposition).toMatch(/^attachment;/);
    await expect.poll(() => carries(storedPath(fileId)), { timeout: 20_000 }).toBe(false);
  });

  it('is gone when the cut has answered', async () => {
    const { uid, token, fileId } = await openDossier();
    await expectCall('openFile', { fileId }, token);
    const link = await minted(fileId, token);
    await act(uid, { action: 'cut', reason });
    expect([await linkStatus(link), await carries(storedPath(fileId))]).toEqual([403, false]);
  });

  it('that no event told of goes with the ticket, at the next sweep', async () => {
    const { uid, token, fileId } = await openDossier();
    await expectCall('openFile', { fileId }, token);
    const ticket = firestore.doc(tickets.path(uid, fileId));
    await ticket.update({ expiresMs: Date.now() + MINUTE });
    await sweep('sweepProjections');
    expect((await ticket.get()).exists).toBe(true);
    const link = await minted(fileId, token);
    await ticket.update({ expiresMs: Date.now() - 2 * MINUTE });
    await sweep('sweepProjections');
    expect([(await ticket.get()).exists, await linkStatus(link)]).toEqual([false, 403]);
  });
});
