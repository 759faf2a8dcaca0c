import { beforeAll, describe, expect, it } from 'vitest';
import { countOperations } from '../bench/cost/counting.ts';
import type { FileRow } from '../functions/src/domain/missions/views.ts';
import { newId } from '../functions/src/entrypoints/ids.ts';
import { get } from '../functions/src/store/collection.ts';
import { files, tickets } from '../functions/src/store/collections/files.ts';
import { JOURNAL, journal } from '../functions/src/store/collections/journal.ts';
import { type FileToKeep, keepFile, storedPath } from '../functions/src/store/files/stored-files.ts';
import { dossierView } from '../functions/src/store/views/dossier.ts';
import { call, expectCall } from './calls.ts';
import { type ExpertOfTests, publishedExpert } from './experts.ts';
import { type Person, signIn } from './people.ts';
import { type LaureateOfTests, laureateWith, openProgramme, submittedMission } from './programme.ts';
import { samplePdf } from './sample-pdf.ts';
import { bucket, firestore } from './suite.ts';
import { deposit, readObject } from './uploads.ts';

let laureate: LaureateOfTests;
let expert: ExpertOfTests;
let missionId: string;
let signatory: Person;
let consultant: Person;
let stranger: Person;

const person = async (uid: string, email: string): Promise<Person> => ({ uid, email, token: await signIn(uid) });

beforeAll(async () => {
  await openProgramme();
  const [owner, other, company] = await Promise.all([
    laureateWith(10_000_00),
    laureateWith(10_000_00),
    publishedExpert(),
  ]);
  [laureate, expert] = [owner, company];
  ({ missionId } = await submittedMission(laureate, expert, 1_000_00));
  [signatory, consultant, stranger] = await Promise.all([
    person(laureate.signatory.uid, laureate.email),
    person(expert.person.uid, expert.email),
    person(other.signatory.uid, other.email),
  ]);
});

const dossierOf = (who: Person) => expectCall('view', { name: 'dossier', laureateId: laureate.laureateId }, who.token);
const missionOf = (who: Person) => expectCall('view', { name: 'mission', missionId, laureateId: null }, who.token);

async function pieceSeen(who: Person, fileId: string): Promise<FileRow | undefined> {
  const view = await dossierOf(who);
  return view.name === 'dossier' ? view.pieces.find((piece) => piece.fileId === fileId) : undefined;
}

async function folderSeen(who: Person, fileId: string): Promise<FileRow | undefined> {
  const view = await missionOf(who);
  return view.name === 'mission' ? view.files.find((file) => file.fileId === fileId) : undefined;
}

async function linksSeen(who: Person) {
  const view = await missionOf(who);
  return view.name === 'mission' ? view.links : [];
}

const putOther = (name: string, replacesId: string | null = null) =>
  deposit(
    signatory,
    { piece: 'other', missionId: null, laureateId: laureate.laureateId, name, replacesId },
    samplePdf(name),
  );
const putWorking = (who: Person, name: string) =>
  deposit(who, { piece: 'working', missionId, laureateId: null, name }, samplePdf(name));
const opens = async (who: Person, fileId: string) => {
  const answer = await call('openFile', { fileId }, who.token);
  return 'refused' in answer ? answer.code : 'opened';
};
const reads = async (who: Person, fileId: string) => (await readObject(storedPath(fileId), who.token)).status;

describe('a piece that the laureate may share', () => {
  it('is for its own people until it says so, and closes at once when it says no more, with an unchanged token', async () => {
    const first = await putOther('bail.pdf');
    const fileId = await putOther('bail signé.pdf', first);
    expect([await opens(consultant, fileId), await pieceSeen(consultant, fileId)]).toEqual(['not-yours', undefined]);
    expect(await pieceSeen(signatory, fileId)).toMatchObject({
      shared: false,
      depositedBy: 'Anne Le Goff',
      replacesId: first,
      actions: ['share', 'withdraw', 'replace'],
    });
    expect(await call('fileAction', { action: 'share', fileId }, stranger.token)).toMatchObject({
      code: 'not-your-file',
    });
    for (const one of [first, fileId])
      await expectCall('fileAction', { action: 'share', fileId: one }, signatory.token);
    expect(await pieceSeen(consultant, fileId)).toMatchObject({ shared: true, actions: [] });
    for (const one of [first, fileId])
      expect([await opens(consultant, one), await reads(consultant, one)]).toEqual(['opened', 200]);
    expect(await opens(signatory, fileId)).toBe('opened');
    await expectCall('fileAction', { action: 'unshare', fileId }, signatory.token);
    for (const one of [first, fileId])
      expect([await reads(consultant, one), await opens(consultant, one)]).toEqual([403, 'not-yours']);
    expect(await get(firestore, tickets, consultant.uid, fileId)).toBeNull();
    expect(await reads(signatory, fileId)).toBe(200);
    const lines = await firestore.collection(JOURNAL).where('aboutUid', '==', fileId).get();
    expect(journal.list(lines.docs).map(({ done, by }) => [done, by.uid])).toEqual(
      expect.arrayContaining([
        ['shareFile', signatory.uid],
        ['unshareFile', signatory.uid],
      ]),
    );
  });

  it('that is withdrawn is kept for its side, with the reason in the journal, and closed to others at once', async () => {
    const fileId = await putOther('plan.pdf');
    await expectCall('fileAction', { action: 'share', fileId }, signatory.token);
    expect([await opens(consultant, fileId), await reads(consultant, fileId)]).toEqual(['opened', 200]);
    const reason = 'Ce n’était pas le bon plan.';
    await expectCall('fileAction', { action: 'withdraw', fileId, reason }, signatory.token);
    expect([await reads(consultant, fileId), await pieceSeen(consultant, fileId)]).toEqual([403, undefined]);
    expect(await pieceSeen(signatory, fileId)).toMatchObject({ withdrawnAt: expect.any(Number), actions: [] });
    expect(await opens(signatory, fileId)).toBe('opened');
    expect((await bucket.file(storedPath(fileId)).exists())[0]).toBe(true);
    const lines = await firestore.collection(JOURNAL).where('aboutUid', '==', fileId).get();
    expect(journal.list(lines.docs)).toContainEqual(expect.objectContaining({ done: 'withdrawFile', reason }));
  });
});

describe('versions', () => {
  it('are both kept, the newer one shared as the one before; each has one next at most', async () => {
    const first = await putOther('budget.pdf');
    await expectCall('fileAction', { action: 'share', fileId: first }, signatory.token);
    const second = await putOther('budget 2.pdf', first);
    expect(await get(firestore, files, first)).toMatchObject({ replacedById: second });
    expect(await pieceSeen(consultant, second)).toMatchObject({ replacesId: first, shared: true });
    expect(await pieceSeen(consultant, first)).toMatchObject({ replacesId: null });
    expect(await pieceSeen(signatory, first)).not.toMatchObject({ actions: expect.arrayContaining(['replace']) });
    const again = { piece: 'other', missionId: null, laureateId: laureate.laureateId, name: 'x.pdf', size: 1 } as const;
    const ask = async (replacesId: string, piece: 'other' | 'incubationReport' = 'other') => {
      const answer = await call('requestUpload', { ...again, piece, replacesId }, signatory.token);
      return 'refused' in answer ? answer.code : 'announced';
    };
    expect(await ask(first)).toBe('already-replaced');
    expect(await ask(second, 'incubationReport')).toBe('version-elsewhere');
    expect(await ask(newId())).toBe('file-unknown');
    expect(await ask(second)).toBe('announced');
  });
});

describe('the working folder of a mission', () => {
  it('holds what the expert and the laureate exchange, and opens to the expert what its grant opens', async () => {
    const [ours, theirs] = [await putWorking(signatory, 'chiffres.pdf'), await putWorking(consultant, 'tableau.pdf')];
    for (const fileId of [ours, theirs])
      for (const who of [signatory, consultant]) {
        expect(await folderSeen(who, fileId)).toMatchObject({ piece: 'working' });
        expect([await opens(who, fileId), await reads(who, fileId)]).toEqual(['opened', 200]);
      }
    expect(await get(firestore, tickets, consultant.uid, ours)).toMatchObject({ via: 'grant' });
    expect([await opens(stranger, ours), await opens(stranger, theirs)]).toEqual(['not-yours', 'not-yours']);
    await expectCall('fileAction', { action: 'withdraw', fileId: theirs, reason: '' }, consultant.token);
    expect([await folderSeen(signatory, theirs), await reads(signatory, theirs)]).toEqual([undefined, 403]);
    expect(await folderSeen(consultant, theirs)).toMatchObject({ withdrawnAt: expect.any(Number) });
  });

  it('has links over https, each removed by who put it or FTL, and kept', async () => {
    const link = { missionId, url: 'https://exemple.fr/tableau', title: 'Tableau de bord' };
    const { linkId } = await expectCall('addLink', link, consultant.token);
    const { linkId: kept } = await expectCall('addLink', { ...link, title: '' }, signatory.token);
    expect(await call('addLink', { ...link, url: 'http://exemple.fr' }, consultant.token)).toMatchObject({
      code: 'link-not-https',
    });
    expect(await call('addLink', link, stranger.token)).toMatchObject({ code: 'not-yours' });
    expect(await linksSeen(signatory)).toEqual([
      expect.objectContaining({ linkId, title: 'Tableau de bord', mayRemove: false }),
      expect.objectContaining({ linkId: kept, title: 'exemple.fr', mayRemove: true }),
    ]);
    expect(await call('removeLink', { missionId, linkId }, signatory.token)).toMatchObject({ code: 'not-your-link' });
    await expectCall('removeLink', { missionId, linkId }, consultant.token);
    expect((await linksSeen(consultant)).map((one) => one.linkId)).toEqual([kept]);
    expect((await firestore.doc(`missions/${missionId}/links/${linkId}`).get()).get('removedBy')).not.toBeNull();
  });
});

describe('opening a dossier', () => {
  it('of 200 pieces costs three queries, whatever the pieces, and no listing of the bucket', async () => {
    const full = await laureateWith(10_000_00);
    const piece = (number: number): FileToKeep => ({
      ...{ id: newId(), laureateId: full.laureateId, missionId: null, ownerUid: full.signatory.uid, createdAt: number },
      ...{ piece: 'application', name: `Pièce ${number}.csv`, contentType: 'text/csv' },
    });
    const sample = piece(0);
    const { path, ...stored } = {
      path: storedPath(sample.id),
      ...(await keepFile(firestore, bucket, sample, samplePdf(''))),
    };
    const writer = firestore.bulkWriter();
    for (let number = 1; number < 200; number += 1) {
      const { id } = piece(number);
      void writer.create(
        firestore.doc(files.path(id)),
        files.write({ ...stored, id, path, name: `Pièce ${number}.csv` }),
      );
    }
    await writer.close();
    const counter = countOperations(firestore);
    const view = await dossierView(firestore, full.signatory, { laureateId: full.laureateId, now: Date.now() });
    expect(view).toHaveProperty('pieces.length', 200);
    expect(counter.requests).toEqual({ runQuery: 3, batchGetDocuments: 2 });
    expect(counter.operations).toEqual({ reads: 204, writes: 0, deletes: 0 });
  });
});
