import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { getStorage } from 'firebase-admin/storage';
import { beforeAll, describe, expect, it } from 'vitest';
import { jpeg, logo } from '../functions/src/documents/testing/pictures.ts';
import type { SignedInActor } from '../functions/src/domain/actor.ts';
import type { UploadRequest } from '../functions/src/domain/api.ts';
import { defaultSettings } from '../functions/src/domain/programme/settings.ts';
import { isRefusal } from '../functions/src/domain/refusal.ts';
import { newId } from '../functions/src/entrypoints/ids.ts';
import { logoRefusal } from '../functions/src/entrypoints/logo.ts';
import { get } from '../functions/src/store/collection.ts';
import { files, uploads } from '../functions/src/store/collections/files.ts';
import { requestUpload } from '../functions/src/store/files/announce.ts';
import { carriesToken } from '../functions/src/store/files/download-tokens.ts';
import { openFile } from '../functions/src/store/files/file-access.ts';
import {
  type FileToKeep,
  incomingPath,
  keepFile,
  previewPath,
  storedPath,
} from '../functions/src/store/files/stored-files.ts';
import { scanFile, stuckUploads, verifyUpload } from '../functions/src/store/files/uploads.ts';
import { sha256 } from '../functions/src/store/hash.ts';
import { scannerOf } from '../functions/src/store/scanner/scanner.ts';
import type { Scanner } from '../functions/src/store/scanner/verdict.ts';
import { startFake } from '../scanner/testing/fake-clamd.ts';
import { functionsFolder } from '../tools/build/functions.ts';
import { expectCall } from './calls.ts';
import { type ExpertOfTests, publishedExpert } from './experts.ts';
import { scannedPdf } from './large-pdf.ts';
import { type Person, signIn } from './people.ts';
import { type LaureateOfTests, laureateWith, openProgramme, staff, submittedMission } from './programme.ts';
import { samplePdf } from './sample-pdf.ts';
import { bucket, firestore, projectId } from './suite.ts';
import { deposit, readObject } from './uploads.ts';

let laureate: LaureateOfTests;
let other: LaureateOfTests;
let expert: ExpertOfTests;

beforeAll(async () => {
  await openProgramme();
  [laureate, other, expert] = await Promise.all([laureateWith(10_000_00), laureateWith(10_000_00), publishedExpert()]);
});

async function announce(actor: SignedInActor, request: Partial<UploadRequest>): Promise<string> {
  const whole = {
    piece: 'other',
    missionId: null,
    laureateId: laureate.laureateId,
    name: 'x.pdf',
    size: 1_000,
  } as const;
  const asked = { actor, request: { ...whole, ...request }, uploadId: newId(), now: Date.now() };
  const answer = await requestUpload(firestore, asked);
  return isRefusal(answer) ? answer.code : 'announced';
}

/** Files as they stand in the database: what is counted is documents, and no byte is read. */
async function keptFiles(count: number, change: Partial<FileToKeep> & { size?: number }): Promise<void> {
  const file: FileToKeep = {
    ...{ id: newId(), piece: 'working', laureateId: null, missionId: null, ownerUid: 'tests', createdAt: 0 },
    ...{ name: 'x.csv', contentType: 'text/csv' },
  };
  const kept = await keepFile(firestore, bucket, file, samplePdf(''));
  const writer = firestore.bulkWriter();
  for (let number = 0; number < count; number += 1) {
    const id = newId();
    void writer.create(
      firestore.doc(files.path(id)),
      files.write({ ...kept, ...change, id, path: storedPath(file.id) }),
    );
  }
  await writer.close();
}

/** No function watches this bucket: each verification is the test's own. */
const quiet = getStorage().bucket(`${projectId}-quiet`);

/** A deposit of the other laureate, as its browser left it. */
async function sent(piece: 'other' | 'application' | 'logo' = 'other', bytes = samplePdf('x')) {
  const uploadId = newId();
  const { signatory, laureateId } = other;
  const request = { piece, missionId: null, laureateId, name: 'x.pdf', size: bytes.byteLength } as const;
  const answer = await requestUpload(firestore, { actor: signatory, request, uploadId, now: Date.now() - 1 });
  if (isRefusal(answer)) throw new Error(answer.message);
  // As a page's upload leaves it: with a token that its sender was given.
  await quiet.file(answer.path).save(Buffer.from(bytes), {
    metadata: { metadata: { firebaseStorageDownloadTokens: newId() } },
  });
  return { uid: signatory.uid, uploadId };
}

const judges = (scanner: Scanner | null) => ({ scanner, printRefusal: logoRefusal });

it('A logo is kept when documents can print it, and refused with what to do when they could not', async () => {
  const judged = async (bytes: Uint8Array) => {
    const { uid, uploadId } = await sent('logo', bytes);
    const state = await verifyUpload(firestore, quiet, judges(null), { uid, uploadId });
    return { state, message: (await get(firestore, uploads, uploadId))?.message };
  };
  expect(await judged(logo)).toEqual({ state: 'unscanned', message: null });
  expect(await judged(jpeg.cmyk)).toEqual({
    state: 'rejected',
    message: expect.stringMatching(/enregistrez-le en RVB/),
  });
  expect(await judged(samplePdf('x'))).toEqual({ state: 'rejected', message: expect.stringMatching(/ni un PNG/) });
});

it('A deposit whose event comes twice at once is judged once, and the other finds nothing amiss', async () => {
  for (let deposits = 0; deposits < 4; deposits += 1) {
    const { uid, uploadId } = await sent();
    const twice = [0, 1].map(() => verifyUpload(firestore, quiet, judges(null), { uid, uploadId }));
    await Promise.all(twice);
    expect(await get(firestore, uploads, uploadId)).toMatchObject({ state: 'unscanned', fileId: uploadId });
  }
});

describe('a file of 20 MB', () => {
  it('goes up and down whole, and has the picture of its first page', {
    timeout: 120_000,
  }, async () => {
    const owner: Person = {
      ...{ uid: laureate.signatory.uid, email: laureate.email },
      token: await signIn(laureate.signatory.uid),
    };
    const bytes = scannedPdf(5);
    expect(bytes.byteLength).toBeGreaterThan(19_800_000);
    const { laureateId } = laureate;
    const piece = { piece: 'application', missionId: null, laureateId, name: 'Candidature.pdf' } as const;
    const fileId = await deposit(owner, piece, bytes);
    const opened = await expectCall('openFile', { fileId }, owner.token);
    const read = await readObject(opened.path, owner.token);
    expect([read.status, sha256(read.bytes)]).toEqual([200, sha256(bytes)]);
    expect(await get(firestore, files, fileId)).toMatchObject({ sha256: sha256(bytes), size: bytes.byteLength });
    await expect.poll(async () => (await get(firestore, files, fileId))?.preview, { timeout: 60_000 }).toBe('made');
    const picture = await expectCall('openFile', { fileId, as: 'preview' }, owner.token);
    expect(picture).toMatchObject({ path: previewPath(fileId), contentType: 'image/webp' });
    const [stored] = await bucket.file(picture.path).download();
    expect(stored.subarray(0, 4).toString('latin1') + stored.subarray(8, 12).toString('latin1')).toBe('RIFFWEBP');
    expect((await readObject(picture.path, owner.token)).status).toBe(200);
    expect((await readObject(picture.path, null)).status).toBe(403);
  });

  it('is judged within 256 MB of memory', { timeout: 60_000 }, async () => {
    const bytes = scannedPdf(5);
    const { uid, uploadId } = await sent('application', bytes);
    const config = JSON.stringify({ projectId, storageBucket: quiet.name });
    const judging = [join(import.meta.dirname, 'judge-deposit.ts'), functionsFolder, incomingPath(uid, uploadId)];
    const environment = { ...process.env, FUNCTION_TARGET: 'checkUpload', FIREBASE_CONFIG: config, SCANNER_URL: '' };
    const { stdout } = await promisify(execFile)(process.execPath, judging, { env: environment });
    expect(await get(firestore, files, uploadId)).toMatchObject({ sha256: sha256(bytes), size: bytes.byteLength });
    const peak = Number(/"peakMegabytes":\s*(\d+)/.exec(stdout)?.[1]);
    expect(peak).toBeGreaterThan(20);
    expect(peak).toBeLessThan(256);
  });
});

describe('room', () => {
  it('ends with the 60th file of a mission, also when several are announced at once; what binds still finds a place', async () => {
    const { missionId } = await submittedMission(laureate, expert, 1_000_00);
    const { missionId: elsewhere } = await submittedMission(other, expert, 1_000_00);
    // With the devis, the diagnostic and those to come: 59.
    await keptFiles(57, { missionId });
    const working = { piece: 'working', missionId, laureateId: null } as const;
    const answers = await Promise.all([1, 2, 3].map(() => announce(laureate.signatory, working)));
    expect(answers.toSorted()).toEqual(['announced', 'mission-full', 'mission-full']);
    expect(await announce(expert.person, working)).toBe('mission-full');
    expect(await announce(expert.person, { piece: 'devis', missionId, laureateId: null })).toBe('announced');
    expect(await announce(other.signatory, { ...working, missionId: elsewhere })).toBe('announced');
  });

  it('ends with 500 MB a laureate, and 20 MB a file', async () => {
    const rich = await laureateWith(10_000_00);
    const mine = { laureateId: rich.laureateId };
    await keptFiles(1, { ...mine, piece: 'other', size: 497_500_000 });
    expect(await announce(rich.signatory, { ...mine, size: 20_000_001 })).toBe('file-too-large');
    expect(await announce(rich.signatory, { ...mine, size: 2_500_001 })).toBe('laureate-full');
    expect(await announce(rich.signatory, { ...mine, size: 2_500_000 })).toBe('announced');
    expect(await announce(rich.signatory, { ...mine, size: 1 })).toBe('laureate-full');
    expect(await announce(laureate.signatory, { size: 20_000_000 })).toBe('announced');
  });

  it('ends with 20 deposits an hour for one person, and for nobody else', async () => {
    const busy = await laureateWith(10_000_00);
    const mine = { laureateId: busy.laureateId };
    for (let number = 0; number < defaultSettings.uploadsPerHour; number += 1)
      expect(await announce(busy.signatory, mine)).toBe('announced');
    expect(await announce(busy.signatory, mine)).toBe('too-many-uploads');
    expect(await announce({ ...busy.signatory, uid: newId() }, mine)).toBe('announced');
    expect(await announce(staff, mine)).toBe('announced');
  });
});

describe('with an antivirus', () => {
  async function withClamd<Answer>(says: string[] | undefined, work: (scanner: Scanner | null) => Promise<Answer>) {
    const clamd = await startFake(says);
    try {
      return await work(scannerOf(`tcp://127.0.0.1:${clamd.port}`));
    } finally {
      await clamd.stop();
    }
  }
  const isIn = async (path: string) => (await quiet.file(path).exists())[0];
  const opens = async (fileId: string, scannerConfigured: boolean) => {
    const asked = { actor: staff, fileId, as: 'file', accessId: newId(), now: Date.now() } as const;
    const answer = await openFile(firestore, { ...asked, scannerConfigured });
    return isRefusal(answer) ? answer.code : 'opened';
  };

  it('only what it finds clean becomes a file', async () => {
    const clean = await sent();
    expect(await withClamd(undefined, (scanner) => verifyUpload(firestore, quiet, judges(scanner), clean))).toBe(
      'clean',
    );
    expect(await get(firestore, files, clean.uploadId)).toMatchObject({ scan: 'clean' });
    expect(await opens(clean.uploadId, true)).toBe('opened');
    const bad = await sent();
    const found = ['stream: Essai FOUND\0'];
    expect(await withClamd(found, (scanner) => verifyUpload(firestore, quiet, judges(scanner), bad))).toBe('rejected');
    expect(await get(firestore, files, bad.uploadId)).toBeNull();
    expect(await get(firestore, uploads, bad.uploadId)).toMatchObject({ message: expect.stringMatching(/antivirus/) });
    expect([await isIn(incomingPath(bad.uid, bad.uploadId)), await isIn(storedPath(bad.uploadId))]).toEqual([
      false,
      false,
    ]);
  });

  it('what it could not judge waits where nobody reads it, is said to, and is tried again by the sweep', async () => {
    const waiting = await sent();
    const silent = ['INSTREAM: failed. ERROR\0'];
    expect(await withClamd(silent, (scanner) => verifyUpload(firestore, quiet, judges(scanner), waiting))).toBe(
      'scan_error',
    );
    const upload = await get(firestore, uploads, waiting.uploadId);
    expect(upload).toMatchObject({ fileId: null, message: expect.stringMatching(/vous n’avez rien à faire/) });
    expect(await get(firestore, files, waiting.uploadId)).toBeNull();
    const [left] = await quiet.file(incomingPath(waiting.uid, waiting.uploadId)).getMetadata();
    expect(carriesToken(left)).toBe(false);
    expect((await stuckUploads(firestore, Date.now())).map(({ id }) => id)).toContain(waiting.uploadId);
    expect(await withClamd(undefined, (scanner) => verifyUpload(firestore, quiet, judges(scanner), waiting))).toBe(
      'clean',
    );
    expect(await get(firestore, uploads, waiting.uploadId)).toMatchObject({ fileId: waiting.uploadId, message: null });
    expect(await isIn(incomingPath(waiting.uid, waiting.uploadId))).toBe(false);
  });

  it('what was kept without one is closed to everyone from the day there is one, until it is judged', async () => {
    const kept = async () => {
      const one = await sent();
      expect(await verifyUpload(firestore, quiet, judges(null), one)).toBe('unscanned');
      const file = await get(firestore, files, one.uploadId);
      if (file === null) throw new Error('the file was not kept');
      return file;
    };
    const [first, second] = [await kept(), await kept()];
    expect([await opens(first.id, false), await opens(first.id, true)]).toEqual(['opened', 'file-unscanned']);
    await withClamd(undefined, async (scanner) => scanner && scanFile(firestore, quiet, scanner, first));
    expect(await opens(first.id, true)).toBe('opened');
    await withClamd(
      ['stream: Essai FOUND\0'],
      async (scanner) => scanner && scanFile(firestore, quiet, scanner, second),
    );
    expect([await opens(second.id, true), await opens(second.id, false)]).toEqual(['file-infected', 'file-infected']);
  });
});
