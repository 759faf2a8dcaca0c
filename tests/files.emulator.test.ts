import { beforeAll, describe, expect, it } from 'vitest';
import type { UploadRequest } from '../functions/src/domain/api.ts';
import { MINUTE } from '../functions/src/domain/calendar.ts';
import { newId } from '../functions/src/entrypoints/ids.ts';
import { get } from '../functions/src/store/collection.ts';
import { accounts } from '../functions/src/store/collections/accounts.ts';
import { files, tickets } from '../functions/src/store/collections/files.ts';
import { grants } from '../functions/src/store/collections/grants.ts';
import { type FileToKeep, incomingPath, keepFile, storedPath } from '../functions/src/store/files/stored-files.ts';
import { sha256 } from '../functions/src/store/hash.ts';
import { call, expectCall } from './calls.ts';
import { type ExpertOfTests, publishedExpert } from './experts.ts';
import { type Person, signIn, staffPerson } from './people.ts';
import { type LaureateOfTests, laureateWith, openProgramme, play, submittedMission } from './programme.ts';
import { samplePdf } from './sample-pdf.ts';
import { bucket, firestore, storageHost } from './suite.ts';
import { deposit, readObject, sendObject } from './uploads.ts';

let laureate: LaureateOfTests;
let other: LaureateOfTests;
let expert: ExpertOfTests;
let signatory: Person;
let stranger: Person;
let consultant: Person;

const person = async (uid: string, email: string): Promise<Person> => ({ uid, email, token: await signIn(uid) });

beforeAll(async () => {
  await openProgramme();
  [laureate, other, expert] = await Promise.all([laureateWith(10_000_00), laureateWith(10_000_00), publishedExpert()]);
  [signatory, stranger, consultant] = await Promise.all([
    person(laureate.signatory.uid, laureate.email),
    person(other.signatory.uid, other.email),
    person(expert.person.uid, expert.email),
  ]);
});

const note = (name: string): Omit<UploadRequest, 'size'> => ({
  piece: 'scopingNote',
  missionId: null,
  laureateId: laureate.laureateId,
  name,
});

const announce = (size = 1_000) => expectCall('requestUpload', { ...note('note.pdf'), size }, signatory.token);

/** The verdict on bytes that the signatory deposits under `name`. */
async function verdictOn(bytes: Uint8Array, request: Omit<UploadRequest, 'size'>) {
  const { uploadId, path } = await expectCall('requestUpload', { ...request, size: bytes.byteLength }, signatory.token);
  expect(await sendObject(path, bytes, signatory.token)).toBe(200);
  const state = () => expectCall('uploadState', { uploadId }, signatory.token);
  await expect.poll(state, { timeout: 20_000 }).toMatchObject({ state: expect.stringMatching(/unscanned|rejected/) });
  return { ...(await state()), uploadId, path };
}

const statusOf = async (fileId: string, token: string | null) => (await readObject(storedPath(fileId), token)).status;
const isIn = async (path: string) => (await bucket.file(path).exists())[0];

describe('a deposit', () => {
  it('that was announced is verified: the same bytes, their SHA-256, the type they are, nothing left behind', async () => {
    const bytes = samplePdf('Note de cadrage');
    const { uploadId, path, ...judged } = await verdictOn(bytes, note('../Nôte\u202E\n «2».pdf'));
    expect(judged).toEqual({ state: 'unscanned', fileId: uploadId, message: null });
    const [stored] = await bucket.file(storedPath(uploadId)).download();
    expect(sha256(stored)).toBe(sha256(bytes));
    expect(await get(firestore, files, uploadId)).toMatchObject({
      name: '.-Nôte «2».pdf',
      ownerUid: signatory.uid,
      laureateId: laureate.laureateId,
      contentType: 'application/pdf',
      size: bytes.byteLength,
      sha256: sha256(bytes),
      path: storedPath(uploadId),
    });
    const [metadata] = await bucket.file(storedPath(uploadId)).getMetadata();
    expect(metadata).toMatchObject({ contentType: 'application/pdf', cacheControl: 'private, no-store' });
    expect(metadata.contentDisposition).toMatch(/^attachment;/);
    expect(metadata.metadata?.firebaseStorageDownloadTokens).toBeUndefined();
    expect(await isIn(path)).toBe(false);
  });

  it('goes where it was announced, once, by whom it was announced', async () => {
    const { uploadId, path } = await announce();
    const bytes = samplePdf('once');
    expect(await sendObject(path, bytes, stranger.token)).toBe(403);
    expect(await sendObject(incomingPath(stranger.uid, uploadId), bytes, stranger.token)).toBe(403);
    expect(await sendObject(path, bytes, null)).toBe(403);
    expect(await sendObject(incomingPath(signatory.uid, newId()), bytes, signatory.token)).toBe(403);
    expect(await sendObject(storedPath(uploadId), bytes, signatory.token)).toBe(403);
    expect(await sendObject(path, bytes, signatory.token)).toBe(200);
    expect(await sendObject(path, samplePdf('twice'), signatory.token)).toBe(403);
    await expect
      .poll(() => expectCall('uploadState', { uploadId }, signatory.token), { timeout: 20_000 })
      .toMatchObject({ state: 'unscanned' });
    expect(await sendObject(path, samplePdf('twice'), signatory.token)).toBe(403);
    expect(await get(firestore, files, uploadId)).toMatchObject({ sha256: sha256(bytes) });
  });

  it('can be neither read, listed, changed nor deleted by the one who made it', async () => {
    const { path } = await announce();
    await bucket.file(path).save('not verified yet');
    const { fileId } = await verdictOn(samplePdf('listed'), note('x.pdf'));
    const object = (name: string) =>
      `http://${storageHost}/v0/b/${bucket.name}/o${name && `/${encodeURIComponent(name)}`}`;
    const headers = { authorization: `Firebase ${signatory.token}`, 'content-type': 'application/json' };
    const status = async (url: string, method: string, body?: string) =>
      (await fetch(url, { method, headers, ...(body && { body }) })).status;
    for (const name of [path, storedPath(fileId ?? '')]) {
      expect(await status(object(name), 'GET')).toBe(403);
      expect(await status(object(name), 'PATCH', '{"metadata":{"a":"b"}}')).toBe(403);
      expect(await status(object(name), 'DELETE')).toBe(403);
    }
    expect(await status(`${object('')}?prefix=${encodeURIComponent(`incoming/${signatory.uid}/`)}`, 'GET')).toBe(403);
    expect(await status(`${object('')}?prefix=${encodeURIComponent('stored/')}`, 'GET')).toBe(403);
    expect(await isIn(storedPath(fileId ?? ''))).toBe(true);
  });

  it.each([
    ['HTML', '<!doctype html><html><script>alert(1)</script></html>', /doit être un PDF/],
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', /doit être un PDF/],
    ['a program', 'MZ\u0090\u0000\u0003', /doit être un PDF/],
    ['an archive', 'PK\u0003\u0004', /doit être un PDF/],
    ['one byte', 'x', /doit être un PDF/],
    ['half a PDF', '%PDF-1.7\n1 0 obj\n', /abîmé ou incomplet/],
  ])('that is %s under the name of a PDF is rejected, and says what to do', async (_what, content, reason) => {
    const { uploadId, path, ...judged } = await verdictOn(Buffer.from(content, 'latin1'), note('note.pdf'));
    expect(judged).toEqual({ state: 'rejected', fileId: null, message: expect.stringMatching(reason) });
    expect(await get(firestore, files, uploadId)).toBeNull();
    expect([await isIn(path), await isIn(storedPath(uploadId))]).toEqual([false, false]);
  });

  it('is announced with a size and a piece that one may deposit', async () => {
    const ask = (request: Partial<UploadRequest>, who = signatory) =>
      call('requestUpload', { ...note('note.pdf'), size: 1_000, ...request }, who.token);
    expect(await ask({ size: 0 })).toMatchObject({ code: 'file-empty' });
    expect(await ask({ size: 500 * 1024 * 1024 })).toMatchObject({ code: 'file-too-large' });
    expect(await ask({ piece: 'devis' })).toMatchObject({ code: 'target-missing' });
    expect(await ask({ laureateId: null })).toMatchObject({ code: 'target-missing' });
    expect(await ask({}, stranger)).toMatchObject({ code: 'not-yours' });
    expect(await ask({}, consultant)).toMatchObject({ code: 'not-your-piece' });
    expect(await ask({})).toHaveProperty('uploadId');
  });
});

describe('opening a file', () => {
  /** A mission with an open dossier: the note, the devis, and who may open which. */
  async function openDossier() {
    const { missionId, devis } = await submittedMission(laureate, expert, 1_000_00);
    const noteId = await deposit(signatory, note('note.pdf'), samplePdf('dossier'));
    return { missionId, devis, noteId };
  }

  const opens = (fileId: string, who: Person) => call('openFile', { fileId }, who.token);

  it('takes a ticket, gives the bytes for five minutes, and writes who opened what', async () => {
    const { noteId } = await openDossier();
    expect(await statusOf(noteId, consultant.token)).toBe(403);
    const opened = await expectCall('openFile', { fileId: noteId }, consultant.token);
    expect(opened).toMatchObject({ path: storedPath(noteId), name: 'note.pdf', contentType: 'application/pdf' });
    expect(opened.expiresAt - Date.now()).toBeLessThanOrEqual(5 * MINUTE);
    const { status, bytes } = await readObject(opened.path, consultant.token);
    expect([status, sha256(bytes)]).toEqual([200, sha256(samplePdf('dossier'))]);
    expect(await statusOf(noteId, signatory.token)).toBe(403);
    expect(await statusOf(noteId, null)).toBe(403);
    const lines = await firestore.collection('accessLog').where('fileId', '==', noteId).get();
    expect(lines.docs.map((line) => line.data())).toEqual([
      expect.objectContaining({ uid: consultant.uid, kind: 'expert', laureateId: laureate.laureateId }),
    ]);
  });

  it('ends with its ticket', async () => {
    const { noteId } = await openDossier();
    await expectCall('openFile', { fileId: noteId }, consultant.token);
    const ticket = firestore.doc(tickets.path(consultant.uid, noteId));
    await ticket.update({ expiresMs: Date.now() - 1 });
    expect(await statusOf(noteId, consultant.token)).toBe(403);
    await ticket.update({ expiresMs: Date.now() + MINUTE });
    expect(await statusOf(noteId, consultant.token)).toBe(200);
    await ticket.delete();
    expect(await statusOf(noteId, consultant.token)).toBe(403);
  });

  it('ends at once with the grant or the account behind the ticket, with an unchanged token', async () => {
    const { noteId, devis } = await openDossier();
    await expectCall('openFile', { fileId: noteId }, consultant.token);
    await expectCall('openFile', { fileId: devis.id }, signatory.token);
    const both = async () => [await statusOf(noteId, consultant.token), await statusOf(devis.id, signatory.token)];
    const grant = firestore.doc(grants.path(laureate.laureateId, consultant.uid));
    const account = firestore.doc(accounts.path(signatory.uid));
    expect(await both()).toEqual([200, 200]);
    await Promise.all([grant.update({ active: false }), account.update({ active: false })]);
    expect(await both()).toEqual([403, 403]);
    expect(await opens(noteId, consultant)).toMatchObject({ code: 'grant-ended' });
    expect(await opens(devis.id, signatory)).toMatchObject({ code: 'account-inactive' });
    await Promise.all([grant.update({ active: true }), account.update({ active: true })]);
    // The tickets of an access that ended may be gone: whoever has it again asks again.
    for (const [fileId, who] of [
      [noteId, consultant],
      [devis.id, signatory],
    ] as const)
      expect(await opens(fileId, who)).toHaveProperty('path');
    expect(await both()).toEqual([200, 200]);
  });

  it('ends for an observer with the invitation', async () => {
    const { devis } = await openDossier();
    const observer = await staffPerson(newId());
    const account = firestore.doc(accounts.path(observer.uid));
    await account.update({ kind: 'observer', until: Date.now() + MINUTE });
    expect(await opens(devis.id, observer)).toHaveProperty('path');
    expect(await statusOf(devis.id, observer.token)).toBe(200);
    await account.update({ until: Date.now() - 1 });
    expect(await statusOf(devis.id, observer.token)).toBe(403);
    expect(await opens(devis.id, observer)).toMatchObject({ code: 'account-inactive' });
    await account.update({ until: Date.now() + MINUTE });
    expect(await statusOf(devis.id, observer.token)).toBe(200);
  });

  it('is for those of the mission and of the dossier alone', async () => {
    const { noteId, devis } = await openDossier();
    const elsewhere = await publishedExpert();
    await submittedMission(other, elsewhere, 1_000_00);
    const rival = await person(elsewhere.person.uid, elsewhere.email);
    const refused = async (fileId: string, who: Person) => {
      const answer = await opens(fileId, who);
      expect(await statusOf(fileId, who.token)).toBe(403);
      expect(await get(firestore, tickets, who.uid, fileId)).toBeNull();
      return 'refused' in answer ? answer.code : 'opened';
    };
    expect(await refused(noteId, rival)).toBe('no-grant');
    expect(await refused(noteId, stranger)).toBe('not-yours');
    expect(await refused(devis.id, rival)).toBe('not-yours');
    expect(await refused(devis.id, stranger)).toBe('not-yours');
    expect(await opens(newId(), signatory)).toMatchObject({ code: 'file-unknown' });
    for (const [fileId, who] of [
      [noteId, consultant],
      [devis.id, signatory],
    ] as const) {
      expect(await opens(fileId, who)).toHaveProperty('path');
      expect(await statusOf(fileId, who.token)).toBe(200);
    }
  });

  it('after the end of the mission, an expert opens its own devis, and no longer the dossier', async () => {
    const late = await publishedExpert();
    const { missionId, devis } = await submittedMission(laureate, late, 1_000_00);
    const author = await person(late.person.uid, late.email);
    const noteId = await deposit(signatory, note('note.pdf'), samplePdf('end'));
    expect(await opens(noteId, author)).toHaveProperty('path');
    expect(await statusOf(noteId, author.token)).toBe(200);
    await play(late.person, missionId, null, {
      action: 'withdraw',
      input: { reason: 'Plus disponible.', finals: { [laureate.laureateId]: 0 } },
    });
    expect(await opens(noteId, author)).toMatchObject({ code: 'grant-ended' });
    expect(await statusOf(noteId, author.token)).toBe(403);
    expect(await call('view', { name: 'dossier', laureateId: laureate.laureateId }, author.token)).toMatchObject({
      code: 'grant-ended',
    });
    expect(await opens(devis.id, author)).toHaveProperty('path');
    const { status, bytes } = await readObject(storedPath(devis.id), author.token);
    expect([status, sha256(bytes)]).toEqual([200, devis.sha256]);
  });
});

describe('a file kept twice under one id', () => {
  it('is described as it is stored, whatever the second bytes were', async () => {
    const [id, { laureateId }] = [newId(), laureate];
    const file: FileToKeep = {
      ...{ id, laureateId, missionId: null, ownerUid: signatory.uid, name: 'Note.pdf', createdAt: Date.now() },
      piece: 'scopingNote',
      contentType: 'application/pdf',
    };
    await bucket.file(storedPath(id)).save(Buffer.from(samplePdf('Première version')));
    const kept = await keepFile(firestore, bucket, file, samplePdf('Une tout autre version'));
    // Which bytes win is the service's: the emulator, unlike the real one, may let the second replace the first.
    const [stored] = await bucket.file(storedPath(id)).download();
    expect(kept).toMatchObject({ sha256: sha256(stored), size: stored.byteLength });
    expect(await get(firestore, files, id)).toMatchObject({ sha256: sha256(stored), size: stored.byteLength });
  });
});
