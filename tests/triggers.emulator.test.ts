import { beforeAll, describe, expect, it, vi } from 'vitest';
import { HOUR, MINUTE } from '../functions/src/domain/calendar.ts';
import { cardOf } from '../functions/src/domain/experts/card.ts';
import { actionCommandOf } from '../functions/src/domain/experts/testing/commands.ts';
import { isRefusal } from '../functions/src/domain/refusal.ts';
import { balanceOf } from '../functions/src/domain/subsidy/ledger.ts';
import { newId } from '../functions/src/entrypoints/ids.ts';
import { get } from '../functions/src/store/collection.ts';
import { documentRequests } from '../functions/src/store/collections/document-requests.ts';
import { directory, expertEvents, experts } from '../functions/src/store/collections/experts.ts';
import { FILES, files, type Upload, uploads } from '../functions/src/store/collections/files.ts';
import { laureates } from '../functions/src/store/collections/laureates.ts';
import { ledger, ledgerOf } from '../functions/src/store/collections/ledger.ts';
import { previewRequests } from '../functions/src/store/collections/preview-requests.ts';
import { actOnExpert } from '../functions/src/store/experts/expert-action.ts';
import { incomingPath, storedPath } from '../functions/src/store/files/stored-files.ts';
import { sha256 } from '../functions/src/store/hash.ts';
import { created, deliverAtOnce, finalized, sweep, threeTimes } from './events.ts';
import { type ExpertOfTests, publishedExpert } from './experts.ts';
import { type LaureateOfTests, laureateWith, openProgramme, play, staff, submittedMission } from './programme.ts';
import { samplePdf } from './sample-pdf.ts';
import { bucket, firestore } from './suite.ts';

let expert: ExpertOfTests;

beforeAll(async () => {
  await openProgramme();
  expert = await publishedExpert();
});

/** A mission of 3 000 EUR and its validation: a line on the ledger, an attestation to make. */
async function validated(laureate: LaureateOfTests) {
  const { missionId, decision } = await submittedMission(laureate, expert, 3_000_00);
  const validate = () =>
    play(laureate.signatory, missionId, laureate.laureateId, { action: 'validate', input: decision });
  return { missionId, validate };
}

async function ledgerLines(laureateId: string) {
  return ledger.list((await firestore.collection(ledgerOf(laureateId)).get()).docs);
}

async function shownBalance(laureateId: string) {
  return (await get(firestore, laureates, laureateId))?.balance;
}

/** The attestation that a validation asks for. */
async function attestationOf(missionId: string) {
  const asked = await firestore.collection('documentRequests').where('missionId', '==', missionId).get();
  const attestation = documentRequests.list(asked.docs).find(({ document }) => document.kind === 'attestation');
  if (!attestation) throw new Error('no attestation was asked for');
  return attestation;
}

/** The made file, once its request says so: what its document says, its bytes, and the one generation that the bucket holds. */
/** With its picture, which is made last. */
async function madeFile(fileId: string) {
  await until(async () => (await get(firestore, documentRequests, fileId))?.state === 'made');
  await until(async () => (await get(firestore, files, fileId))?.preview === 'made');
  const [bytes] = await bucket.file(storedPath(fileId)).download();
  const [{ generation }] = await bucket.file(storedPath(fileId)).getMetadata();
  return { document: await get(firestore, files, fileId), bytes, generation };
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  await vi.waitFor(async () => expect(await holds()).toBe(true), { timeout: 20_000, interval: 50 });
}

async function reviewed(expertId: string, decision: 'publish' | 'reject'): Promise<string> {
  const eventId = newId();
  const command = actionCommandOf(decision, 'Décision du comité.');
  const asked = { actor: staff, expertId, command, operationId: crypto.randomUUID(), eventId, now: Date.now() };
  const answer = await actOnExpert(firestore, asked);
  if (isRefusal(answer)) throw new Error(answer.message);
  return expertEvents.path(expertId, eventId);
}

async function isProjected(event: string): Promise<boolean> {
  return expertEvents.read(await firestore.doc(event).get())?.projected === true;
}

/** An announced deposit whose object is in `incoming`, as its owner's browser left it. */
async function announced(now = Date.now()): Promise<Upload> {
  const upload: Upload = {
    id: newId(),
    uid: newId(),
    ownerName: 'Anne Le Goff',
    side: 'laureate',
    replacesId: null,
    piece: 'scopingNote',
    laureateId: newId(),
    missionId: null,
    name: 'note.pdf',
    size: 1_000,
    createdAt: now,
    state: 'expected',
    fileId: null,
    message: null,
  };
  await firestore.doc(uploads.path(upload.id)).create(uploads.write(upload));
  return upload;
}

async function putIncoming({ id, uid }: Upload): Promise<void> {
  await bucket.file(incomingPath(uid, id)).save(Buffer.from(samplePdf(id)), { resumable: false });
}

async function isIn(path: string): Promise<boolean> {
  const [there] = await bucket.file(path).exists();
  return there;
}

async function expectVerified({ id, uid }: Upload): Promise<void> {
  const [bytes] = await bucket.file(storedPath(id)).download();
  expect(await get(firestore, uploads, id)).toMatchObject({ state: 'unscanned', fileId: id, message: null });
  expect(await get(firestore, files, id)).toMatchObject({ sha256: sha256(samplePdf(id)), size: bytes.byteLength });
  expect(sha256(bytes)).toBe(sha256(samplePdf(id)));
  expect(await isIn(incomingPath(uid, id))).toBe(false);
}

describe('an event delivered three times and out of order leaves the same state as once', () => {
  it('the balance shown is the sum of the ledger, whichever line the event is about', async () => {
    const laureate = await laureateWith(10_000_00);
    const { laureateId } = laureate;
    const { validate } = await validated(laureate);
    await validate();
    const lines = await ledgerLines(laureateId);
    const [award, commit] = lines.map(({ entry }) => created(ledger.path(laureateId, entry.id)));
    if (!award || !commit) throw new Error('two lines were expected');
    await deliverAtOnce('showBalance', [commit, award, commit, award, commit, award]);
    const sum = balanceOf(lines.map(({ entry }) => entry));
    expect(sum).toMatchObject({ awardedCents: 10_000_00, committedCents: 3_000_00, remainingCents: 7_000_00 });
    expect(await shownBalance(laureateId)).toEqual(sum);
    expect(await ledgerLines(laureateId)).toEqual(lines);
    await firestore.doc(laureates.path(laureateId)).update({ 'balance.remainingCents': 10_000_00 });
    await deliverAtOnce('showBalance', [award]);
    expect(await shownBalance(laureateId)).toEqual(sum);
  });

  it('a card is the profile of today, even when the event of its publication comes after its withdrawal', async () => {
    const { expertId } = await publishedExpert();
    const published = await reviewed(expertId, 'publish');
    await threeTimes('publishCard', created(published));
    const profile = await get(firestore, experts, expertId);
    expect(profile && cardOf(profile)).not.toBeNull();
    expect(await get(firestore, directory, expertId)).toEqual(profile && cardOf(profile));
    const withdrawn = await reviewed(expertId, 'reject');
    await deliverAtOnce('publishCard', [created(withdrawn), created(published), created(published)]);
    expect(await get(firestore, directory, expertId)).toBeNull();
    expect([await isProjected(published), await isProjected(withdrawn)]).toEqual([true, true]);
  });

  it('a document is made once, and its bytes never change', async () => {
    const { missionId, validate } = await validated(await laureateWith(10_000_00));
    await validate();
    const { fileId } = await attestationOf(missionId);
    const event = created(documentRequests.path(fileId));
    await threeTimes('makeRequestedDocument', event);
    const made = await madeFile(fileId);
    expect(made.document).toMatchObject({ piece: 'attestation', missionId, sha256: sha256(made.bytes) });
    await threeTimes('makeRequestedDocument', event);
    expect(await madeFile(fileId)).toEqual(made);
    const ofMission = await firestore.collection(FILES).where('missionId', '==', missionId).get();
    expect(files.list(ofMission.docs).filter(({ piece }) => piece === 'attestation')).toHaveLength(1);
  });

  it('a deposit is verified once, and its judgment stands', async () => {
    const upload = await announced();
    await putIncoming(upload);
    const event = finalized(incomingPath(upload.uid, upload.id));
    await threeTimes('checkUpload', event);
    await until(async () => (await get(firestore, uploads, upload.id))?.state === 'unscanned');
    await threeTimes('checkUpload', event);
    await expectVerified(upload);
  });
});

describe('what a lost event left undone', () => {
  it('the sweep does: the balance, the document, the card, the deposit that never came', async () => {
    const [longAgo, laureate, candidate] = [
      Date.now() - 11 * MINUTE,
      await laureateWith(10_000_00),
      await publishedExpert(),
    ];
    const { laureateId } = laureate;
    const { missionId, validate } = await validated(laureate);
    await validate();
    const { fileId } = await attestationOf(missionId);
    const withdrawn = await reviewed(candidate.expertId, 'reject');
    const made = await madeFile(fileId);
    await until(() => isProjected(withdrawn));
    await until(async () => (await shownBalance(laureateId))?.remainingCents === 7_000_00);
    // As if nothing had answered the events: what they made is taken away.
    // Announced an hour ago, a large file may still be on its way.
    const [neverSent, expected] = [await announced(Date.now() - 25 * HOUR), await announced(Date.now() - HOUR)];
    await firestore.doc(laureates.path(laureateId)).update({ 'balance.remainingCents': 10_000_00 });
    await bucket.file(storedPath(fileId)).delete();
    await firestore.doc(files.path(fileId)).delete();
    await firestore.doc(previewRequests.path(fileId)).delete();
    await firestore.doc(documentRequests.path(fileId)).update({ state: 'pending', at: longAgo });
    const profile = await get(firestore, experts, candidate.expertId);
    const card = profile && cardOf({ ...profile, published: true });
    if (card) await firestore.doc(directory.path(candidate.expertId)).set(directory.write(card));
    await firestore.doc(withdrawn).update({ projected: false, at: longAgo });
    await sweep('sweepProjections');
    expect(await shownBalance(laureateId)).toMatchObject({ committedCents: 3_000_00, remainingCents: 7_000_00 });
    const again = await madeFile(fileId);
    expect(again.document).toEqual({
      ...made.document,
      sha256: sha256(again.bytes),
      size: again.bytes.byteLength,
      generation: String(again.generation),
      createdAt: longAgo,
    });
    expect(await get(firestore, directory, candidate.expertId)).toBeNull();
    expect(await isProjected(withdrawn)).toBe(true);
    expect(await get(firestore, uploads, neverSent.id)).toMatchObject({
      state: 'rejected',
      message: expect.stringContaining('Envoyez-le à nouveau'),
    });
    expect(await get(firestore, uploads, expected.id)).toEqual(expected);
  });

  it('a deposit whose verification died on the way is verified again', async () => {
    const upload = await announced();
    await firestore.doc(uploads.path(upload.id)).update({ state: 'scanning' });
    await putIncoming(upload);
    await deliverAtOnce('checkUpload', [finalized(incomingPath(upload.uid, upload.id))]);
    await expectVerified(upload);
  });
});
