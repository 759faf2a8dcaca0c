import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { templateSources } from '../functions/src/documents/template-sources.generated.ts';
import { readFile, textIn } from '../functions/src/documents/testing/conformance/reading.ts';
import { logo } from '../functions/src/documents/testing/pictures.ts';
import { readText } from '../functions/src/documents/testing/raster.ts';
import type { SignedInActor } from '../functions/src/domain/actor.ts';
import type { AskedDocument } from '../functions/src/domain/dossiers/asked-documents.ts';
import { isRefusal } from '../functions/src/domain/refusal.ts';
import type { StatementKind } from '../functions/src/domain/subsidy/statement.ts';
import type { SubsidyView } from '../functions/src/domain/subsidy/views.ts';
import { newId } from '../functions/src/entrypoints/ids.ts';
import { makeDocument } from '../functions/src/entrypoints/make-document.ts';
import { get } from '../functions/src/store/collection.ts';
import { documentRequests } from '../functions/src/store/collections/document-requests.ts';
import { experts } from '../functions/src/store/collections/experts.ts';
import { files } from '../functions/src/store/collections/files.ts';
import { laureates } from '../functions/src/store/collections/laureates.ts';
import { missions } from '../functions/src/store/collections/missions.ts';
import { feedback } from '../functions/src/store/collections/submissions.ts';
import { templateChanges, templateVersions } from '../functions/src/store/collections/templates.ts';
import { openFile } from '../functions/src/store/files/file-access.ts';
import { storedPath } from '../functions/src/store/files/stored-files.ts';
import { askStatement } from '../functions/src/store/laureates/ask-statement.ts';
import { askDocument } from '../functions/src/store/missions/ask-document.ts';
import { dossierView } from '../functions/src/store/views/dossier.ts';
import { missionView } from '../functions/src/store/views/mission.ts';
import { scopingNotesView } from '../functions/src/store/views/scoping-notes.ts';
import { subsidyView } from '../functions/src/store/views/subsidy.ts';
import { type ExpertOfTests, publishedExpert } from './experts.ts';
import { signIn } from './people.ts';
import { type LaureateOfTests, laureateWith, openProgramme, play, staff, submittedMission } from './programme.ts';
import { bucket, firestore } from './suite.ts';
import { deposit } from './uploads.ts';

let laureate: LaureateOfTests;
let expert: ExpertOfTests;

beforeAll(async () => {
  await openProgramme();
  [laureate, expert] = await Promise.all([laureateWith(10_000_00), publishedExpert()]);
  const { missionId, decision } = await submittedMission(laureate, expert, 3_000_00);
  await play(laureate.signatory, missionId, laureate.laureateId, { action: 'validate', input: decision });
});

function ask(actor: SignedInActor, kind: StatementKind = 'running', operationId: string = randomUUID()) {
  const input = { laureateId: laureate.laureateId, kind, operationId };
  return askStatement(firestore, { actor, input, now: Date.now() });
}

async function asked(actor: SignedInActor, kind?: StatementKind, operationId?: string): Promise<string> {
  const answer = await ask(actor, kind, operationId);
  if (isRefusal(answer)) throw new Error(answer.code);
  return answer.fileId;
}

async function made(fileId: string): Promise<string> {
  const signer = () => Promise.reject(new Error('a statement is not sealed'));
  await makeDocument(firestore, bucket, fileId, { origin: 'https://exemple.fr', now: Date.now(), signer });
  const [bytes] = await bucket.file(storedPath(fileId)).download();
  return (await readText(bytes)).join(' ').replaceAll(/[\s\u00a0\u202f]+/g, ' ');
}

async function seen(actor: SignedInActor): Promise<SubsidyView> {
  const view = await subsidyView(firestore, actor, { laureateId: laureate.laureateId, now: Date.now() });
  if (isRefusal(view)) throw new Error(view.code);
  return view;
}

const opened = (actor: SignedInActor, fileId: string) =>
  openFile(firestore, { actor, fileId, as: 'file', scannerConfigured: false, accessId: newId(), now: Date.now() });

describe('a statement of a subsidy', () => {
  it('is made as PDF from the lines of the page, kept for the laureate and staff, and shown to no expert', async () => {
    const fileId = await asked(laureate.signatory);
    const text = await made(fileId);
    const { statement, documents } = await seen(laureate.signatory);
    expect(statement.lines.map(({ cents }) => cents)).toEqual([10_000_00, -3_000_00]);
    for (const words of ['Relevé de subvention', laureate.name, '10 000,00 €', '7 000,00 €', laureate.signatory.name])
      expect(text).toContain(words);
    expect(text.replaceAll(' ', '')).toContain(statement.head?.hash);
    expect(documents.map((file) => file.fileId)).toEqual([fileId]);
    expect(await opened(laureate.signatory, fileId)).toMatchObject({ contentType: 'application/pdf' });
    expect(await opened(staff, fileId)).toMatchObject({ contentType: 'application/pdf' });
    // The mission's expert has this very dossier open, and reads no money in it.
    expect(await opened(expert.person, fileId)).toMatchObject({ code: 'not-yours' });
    expect(await ask(expert.person)).toMatchObject({ code: 'not-yours' });
    const now = Date.now();
    expect(await subsidyView(firestore, expert.person, { laureateId: laureate.laureateId, now })).toMatchObject({
      code: 'not-yours',
    });
    const dossier = await dossierView(firestore, laureate.signatory, { laureateId: laureate.laureateId, now });
    expect(dossier).toMatchObject({ pieces: [] });
  });

  it('is asked for once, however often the call is repeated', async () => {
    const operationId = randomUUID();
    const [first, again] = await Promise.all([
      asked(staff, 'running', operationId),
      asked(staff, 'running', operationId),
    ]);
    expect(again).toBe(first);
    await made(first);
    expect(await get(firestore, documentRequests, first)).toMatchObject({ state: 'made', document: { until: 2 } });
  });

  it('is closed for who left the programme, and says what missions still hold', async () => {
    expect(await ask(laureate.signatory, 'closing')).toMatchObject({ code: 'not-closed' });
    expect((await seen(staff)).closingRefusal).toMatch(/dernier jour de règlement/);
    await firestore.doc(laureates.path(laureate.laureateId)).update({ status: 'withdrawn' });
    expect((await seen(staff)).closingRefusal).toBeNull();
    const text = await made(await asked(laureate.signatory, 'closing'));
    expect(text).toContain('Des missions tiennent encore une partie de la subvention');
    expect(text).toContain('Jamais utilisé, rendu au programme 7 000,00 €');
  });
});

describe('a document that is asked for', () => {
  let missionId: string;
  let company: ExpertOfTests;
  let own: LaureateOfTests;
  let stranger: LaureateOfTests;

  beforeAll(async () => {
    [own, stranger, company] = await Promise.all([laureateWith(10_000_00), laureateWith(10_000_00), publishedExpert()]);
    ({ missionId } = await submittedMission(own, company, 3_000_00));
  });

  const askFor = (actor: SignedInActor, wanted: AskedDocument) =>
    askDocument(firestore, { actor, input: { asked: wanted, operationId: randomUUID() }, now: Date.now() });
  const printed = async (actor: SignedInActor, wanted: AskedDocument) => {
    const answer = await askFor(actor, wanted);
    if (isRefusal(answer)) throw new Error(answer.code);
    return { fileId: answer.fileId, text: await made(answer.fileId) };
  };
  const openedBy = (actor: SignedInActor, fileId: string) =>
    openFile(firestore, { actor, fileId, as: 'file', scannerConfigured: false, accessId: newId(), now: Date.now() });

  it('prints a note for who reads it, and is found on the page of the notes', async () => {
    const wanted = { document: 'scopingNote', laureateId: own.laureateId, version: 1 } as const;
    const { fileId, text } = await printed(own.signatory, wanted);
    for (const words of ['Note de cadrage', own.name, 'Revoir nos tarifs.', 'pas encore donné'])
      expect(text).toContain(words);
    const view = await scopingNotesView(firestore, own.signatory, own.laureateId);
    expect(view).toMatchObject({ printed: [{ fileId }] });
    expect(await askFor(stranger.signatory, wanted)).toMatchObject({ code: 'not-yours' });
    expect(await askFor(staff, { ...wanted, version: 2 })).toMatchObject({ code: 'note-unknown' });
  });

  it('bears the logo of its laureate from the day there is one, with its words for who can’t see it', async () => {
    const wanted = { document: 'scopingNote', laureateId: own.laureateId, version: 1 } as const;
    const figures = async () => {
      const { fileId } = await printed(own.signatory, wanted);
      const [bytes] = await bucket.file(storedPath(fileId)).download();
      const { elements } = await readFile(bytes);
      return elements.filter(({ type }) => type === 'Figure').map(({ dictionary }) => textIn(dictionary, 'Alt'));
    };
    expect(await figures()).toEqual([]);
    const { uid } = own.signatory;
    const picture = { piece: 'logo', missionId: null, laureateId: own.laureateId, name: 'Logo.png' } as const;
    await deposit({ uid, email: own.email, token: await signIn(uid) }, picture, logo);
    expect(await figures()).toEqual([`Logo de ${own.name}`]);
  });

  it('sums a devis up for its laureate and, apart, for its expert and the team', async () => {
    const wanted = { document: 'devisSummary', missionId, laureateId: own.laureateId } as const;
    const forLaureate = await printed(own.signatory, wanted);
    expect(forLaureate.text).toContain('3 000,00 €');
    expect(await openedBy(own.signatory, forLaureate.fileId)).toMatchObject({ contentType: 'application/pdf' });
    expect(await askFor(own.signatory, wanted)).toEqual({ fileId: forLaureate.fileId });
    const forExpert = await printed(company.person, { ...wanted, laureateId: null });
    expect(await openedBy(company.person, forExpert.fileId)).toMatchObject({ contentType: 'application/pdf' });
    expect(await openedBy(own.signatory, forExpert.fileId)).toMatchObject({ code: 'not-yours' });
    expect(await askFor(own.signatory, { ...wanted, laureateId: null })).toMatchObject({ code: 'not-yours' });
    expect(await askFor(stranger.signatory, wanted)).toMatchObject({ code: 'not-yours' });
    expect(await openedBy(company.person, forLaureate.fileId)).toMatchObject({ code: 'not-yours' });
  });

  it('is made again once totals were read in the PDF of its devis, or once its expert has another name', async () => {
    const wanted = { document: 'devisSummary', missionId, laureateId: own.laureateId } as const;
    const first = await printed(own.signatory, wanted);
    const mission = await get(firestore, missions, missionId);
    const devisId = mission?.submission?.devis.fileId ?? '';
    // The service reads totals while it draws the first page; once drawn, nothing writes them again.
    await expect
      .poll(async () => (await get(firestore, files, devisId))?.preview, { timeout: 50_000 })
      .toMatch(/^(?:made|none)$/);
    await firestore.doc(files.path(devisId)).update({ readAmounts: [9_999_00] });
    const read = await printed(own.signatory, wanted);
    expect([first.text, read.text].map((text) => text.includes('9 999,00 €'))).toEqual([false, true]);
    await firestore.doc(experts.path(company.expertId)).update({ company: 'La Grande Forge' });
    const renamed = await printed(own.signatory, wanted);
    expect([read.text, renamed.text].map((text) => text.includes('La Grande Forge'))).toEqual([false, true]);
    expect(await askFor(own.signatory, wanted)).toEqual({ fileId: renamed.fileId });
  });

  it('prints what a laureate says of a mission for the team alone', async () => {
    const wanted = { document: 'feedback', missionId, laureateId: own.laureateId } as const;
    expect(await askFor(staff, wanted)).toMatchObject({ code: 'feedback-missing' });
    const given = { missionId, laureateId: own.laureateId, expertId: company.expertId, at: Date.now(), formVersion: 1 };
    const answers = { overall: 'Satisfaisant', comment: 'Un point à mi-parcours aurait aidé.' };
    await firestore.doc(feedback.path(missionId, own.laureateId)).set(feedback.write({ ...given, answers }));
    const { fileId, text } = await printed(staff, wanted);
    expect(text).toContain('Un point à mi-parcours aurait aidé.');
    expect(await openedBy(staff, fileId)).toMatchObject({ contentType: 'application/pdf' });
    for (const person of [own.signatory, company.person]) {
      expect(await askFor(person, wanted)).toMatchObject({ code: 'staff-only' });
      expect(await openedBy(person, fileId)).toMatchObject({ code: 'not-yours' });
      const view = await missionView(firestore, person, { missionId, laureateId: null, now: Date.now() });
      if (isRefusal(view)) throw new Error(view.code);
      expect(view.files.map((file) => file.piece)).not.toContain('feedback');
    }
  });

  it('is the one that is there as long as its text is in force, and another once staff published theirs', async () => {
    const wanted = { document: 'feedback', missionId, laureateId: own.laureateId } as const;
    const before = await printed(staff, wanted);
    expect(await askFor(staff, wanted)).toEqual({ fileId: before.fileId });
    const source = `${templateSources.feedback}\n\nLu par l’équipe.\n`;
    const by = { uid: staff.uid, name: staff.name };
    const text = { state: 'published', number: 1, source, basedOn: 0, savedAt: Date.now(), by } as const;
    const change = {
      sequence: 1,
      at: Date.now(),
      by,
      what: 'publish',
      version: 1,
      before: 0,
      reason: 'Mention.',
    } as const;
    await firestore.doc(templateVersions.path('feedback', '1')).set(templateVersions.write(text));
    await firestore.doc(templateChanges.path('feedback', '1')).set(templateChanges.write(change));
    const after = await printed(staff, wanted);
    expect([before.text.includes('Lu par l’équipe.'), after.text.includes('Lu par l’équipe.')]).toEqual([false, true]);
  });
});
