import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { templateSources } from '../functions/src/documents/template-sources.generated.ts';
import { readText } from '../functions/src/documents/testing/raster.ts';
import { isRefusal } from '../functions/src/domain/refusal.ts';
import { newId } from '../functions/src/entrypoints/ids.ts';
import { makeDocument } from '../functions/src/entrypoints/make-document.ts';
import { get } from '../functions/src/store/collection.ts';
import { ACCESS_LOG, accessLog, files } from '../functions/src/store/collections/files.ts';
import { storedPath } from '../functions/src/store/files/stored-files.ts';
import { askStatement } from '../functions/src/store/laureates/ask-statement.ts';
import { askDocument } from '../functions/src/store/missions/ask-document.ts';
import { call, codeOf, expectCall } from './calls.ts';
import { type ExpertOfTests, publishedExpert } from './experts.ts';
import { type Person, signIn, staffPerson } from './people.ts';
import { type LaureateOfTests, laureateWith, openProgramme, submittedMission } from './programme.ts';
import { bucket, firestore } from './suite.ts';

/** One template, from a draft to what a laureate reads, and back, then another. They are in force for every test of this suite: the last step leaves ours. */
const template = 'statement';
const source = templateSources.statement.replace('## Chaque ligne', '## Le détail du registre');

let laureate: LaureateOfTests;
let expert: ExpertOfTests;
let staff: Person;
let missionId: string;

beforeAll(async () => {
  await openProgramme();
  [laureate, expert, staff] = await Promise.all([laureateWith(10_000_00), publishedExpert(), staffPerson(newId())]);
  ({ missionId } = await submittedMission(laureate, expert, 3_000_00));
});

afterAll(async () => {
  for (const name of [template, 'scoping-note']) await firestore.recursiveDelete(firestore.doc(`templates/${name}`));
});

async function asked(): Promise<string> {
  const input = { laureateId: laureate.laureateId, kind: 'running', operationId: randomUUID() } as const;
  const answer = await askStatement(firestore, { actor: laureate.signatory, input, now: Date.now() });
  if (isRefusal(answer)) throw new Error(answer.code);
  return answer.fileId;
}

const wordsOf = async (bytes: Uint8Array) => (await readText(bytes)).join(' ').replaceAll(/\s+/g, ' ');

/** Made here or by the trigger, whichever is first: the text is that of its asking either way. */
async function made(fileId: string) {
  const signer = () => Promise.reject(new Error('a statement is not sealed'));
  await makeDocument(firestore, bucket, fileId, { origin: 'https://exemple.fr', now: Date.now(), signer });
  const [bytes] = await bucket.file(storedPath(fileId)).download();
  return { words: await wordsOf(bytes), file: await get(firestore, files, fileId) };
}

const save = { operationId: '', template, action: 'saveDraft', source, draftSavedAt: null } as const;
const preview = (text: string, of: string | null) =>
  expectCall('previewTemplate', { template, source: text, missionId: of }, staff.token);

it('A template is staff’s alone, and what is wrong in it is said with its line', async () => {
  for (const uid of [laureate.signatory.uid, expert.person.uid]) {
    const token = await signIn(uid);
    expect(codeOf(await call('saveTemplate', { ...save, operationId: randomUUID() }, token))).toBe('staff-only');
    expect(codeOf(await call('previewTemplate', { template, source, missionId }, token))).toBe('staff-only');
    expect(codeOf(await call('view', { name: 'templates' }, token))).toBe('staff-only');
  }
  expect(await preview('# {{titre}}', missionId)).toMatchObject({ pdf: null, faults: [{ line: 1, column: 5 }] });
  expect(codeOf(await call('previewTemplate', { template: 'report', source: 'a', missionId }, staff.token))).toBe(
    'nothing-to-print',
  );
});

it('A draft is seen on a mission as it would be, and its laureate reads once who looked', async () => {
  const { pdf, missing } = await preview(source, missionId);
  await preview(source, missionId);
  const words = await wordsOf(Buffer.from(pdf ?? '', 'base64'));
  for (const said of [laureate.name, 'Le détail du registre', 'ce document n’est pas émis'])
    expect(words).toContain(said);
  expect(missing).toEqual([]);
  const lines = accessLog.list((await firestore.collection(ACCESS_LOG).where('missionId', '==', missionId).get()).docs);
  expect(lines).toMatchObject([{ uid: staff.uid, as: 'preview', laureateIds: [laureate.laureateId] }]);
});

it('Published, it prints what is asked for from then on, until the version before is put back', async () => {
  const draft = await expectCall('saveTemplate', { ...save, operationId: randomUUID() }, staff.token);
  const publish = {
    operationId: randomUUID(),
    template,
    action: 'publish',
    source,
    basedOn: 0,
    draftSavedAt: draft.draftSavedAt,
    reason: 'Un titre plus clair.',
  } as const;
  const incomplete = { ...publish, operationId: randomUUID(), source: '# {{title}}' };
  expect(codeOf(await call('saveTemplate', incomplete, staff.token))).toBe('template-incomplete');
  const first = await expectCall('saveTemplate', publish, staff.token);
  expect(first).toMatchObject({ inForce: 1, draftSavedAt: null });
  expect(await call('saveTemplate', publish, staff.token)).toEqual(first);
  expect(codeOf(await call('saveTemplate', { ...publish, operationId: randomUUID() }, staff.token))).toBe(
    'template-stale',
  );

  const { words, file } = await made(await asked());
  expect(words).toContain('Le détail du registre');
  expect(words).toContain('Modèle version 1');
  expect(file?.template).toEqual({ name: template, version: 1 });

  const late = await asked();
  const restore = { operationId: randomUUID(), template, action: 'restorePrevious', inForce: 1 } as const;
  expect(await expectCall('saveTemplate', restore, staff.token)).toMatchObject({ inForce: 0 });
  expect((await made(late)).words).toContain('Modèle version 1');
  const after = await made(await asked());
  expect(after.words).toContain('Modèle livré avec le service');
  expect(after.file?.template).toEqual({ name: template, version: 0 });

  const shown = await expectCall('view', { name: 'template', template }, staff.token);
  expect(shown).toMatchObject({
    ...{ inForce: { version: 0 }, previous: { version: 1, source }, draft: null, nextNumber: 2 },
    history: [
      { what: 'restore', version: 0 },
      { what: 'publish', version: 1, reason: 'Un titre plus clair.' },
    ],
  });
});

it('A note prints the text that was published, like every document; each is tried on what it speaks of', async () => {
  const note = templateSources['scoping-note'].replace('L’original est', 'Ce qui fait foi est');
  const first = {
    operationId: randomUUID(),
    action: 'publish',
    basedOn: 0,
    draftSavedAt: null,
    reason: 'Clarté.',
  } as const;
  await expectCall('saveTemplate', { ...first, template: 'scoping-note', source: note }, staff.token);
  const input = {
    operationId: randomUUID(),
    asked: { document: 'scopingNote', laureateId: laureate.laureateId, version: 1 },
  } as const;
  const answer = await askDocument(firestore, { actor: laureate.signatory, input, now: Date.now() });
  if (isRefusal(answer)) throw new Error(answer.code);
  const { words, file } = await made(answer.fileId);
  for (const said of ['Ce qui fait foi est', 'Modèle version 1']) expect(words).toContain(said);
  expect(file?.template).toEqual({ name: 'scoping-note', version: 1 });

  const tried = (name: 'scoping-note' | 'devis-summary' | 'feedback' | 'weekly-summary', of: string | null) =>
    call('previewTemplate', { template: name, source: templateSources[name], missionId: of }, staff.token);
  for (const name of ['scoping-note', 'devis-summary'] as const)
    expect(await tried(name, missionId)).toMatchObject({ pdf: expect.any(String), faults: [], missing: [] });
  for (const name of ['feedback', 'weekly-summary'] as const) {
    expect(codeOf(await tried(name, missionId))).toBe('nothing-to-print');
    expect(await tried(name, null)).toMatchObject({ pdf: expect.any(String) });
  }
});
