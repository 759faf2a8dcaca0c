import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FieldValue, GeoPoint, Timestamp } from 'firebase-admin/firestore';
import { getStorage } from 'firebase-admin/storage';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSigner } from '../../functions/src/sealing/signer.ts';
import { FILES, files } from '../../functions/src/store/collections/files.ts';
import { LAUREATES } from '../../functions/src/store/collections/laureates.ts';
import { ledgerOf } from '../../functions/src/store/collections/ledger.ts';
import type { Migration } from '../../functions/src/store/migrations/migration.ts';
import { databaseOf } from '../../functions/src/store/missions/testing/database.ts';
import { firestoreHost, origin } from '../../tests/suite.ts';
import { root } from '../commands.ts';
import { runMigrate } from '../migrate/run.ts';
import { demonstrationSeal } from '../sealing/demonstration-seal.ts';
import { smallSize } from '../seed/programme.ts';
import { documentsOf } from './documents.ts';
import { drillDemonstration, drillExport } from './drilling.ts';
import { exportProject } from './exporting.ts';
import { fileOf, hashLine, objectFile, placesIn, readManifest } from './folder.ts';
import { differencesOf, faultsOf, restoreProject } from './restoring.ts';
import { runRestore } from './run-restore.ts';
import { accountsHold } from './soundness.ts';
import { wipeEmulators } from './wiping.ts';

const said: string[] = [];
const say = (line: string) => void said.push(line);
const hereOf = (name: string) => {
  const database = databaseOf(name);
  const project = `demo-sur-mesure-${name}`;
  const target = { project, emulator: firestoreHost };
  const bucket = getStorage(database.app).bucket(`${project}.appspot.com`);
  const wipe = () => wipeEmulators(target, bucket);
  return { ...database, target, project, bucket, wipe, documents: documentsOf(target, async () => '') };
};
const here = hereOf('drill');
const there = hereOf('drill-restored');
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'drill-'));
  await Promise.all([here.wipe(), there.wipe()]);
});

afterAll(async () => {
  await Promise.all([here.wipe(), there.wipe()]);
  await rm(folder, { recursive: true, force: true });
});

/** Changes something of a file of the export, then puts it back as it was. */
async function tampered(file: string, change: (text: Buffer) => Buffer | string, then: () => Promise<void>) {
  const before = await readFile(file);
  await writeFile(file, change(before));
  await then();
  await writeFile(file, before);
}

describe('npm run drill', () => {
  it('loses the whole demonstration and puts it back, with nothing that differs', async () => {
    const seal = await demonstrationSeal(join(root, '.emulators'), Date.now());
    const place = { ...here, origin, signer: async () => readSigner({ ...seal }) };
    const drilling = { ...here, place, folder, say };
    const holds = await drillDemonstration(drilling, { size: smallSize, now: Date.now() });
    expect(said.filter((line) => line.startsWith('✗'))).toEqual([]);
    expect(holds).toBe(true);
    const manifest = await readManifest(folder);
    expect(manifest?.documents.byCollection[LAUREATES]).toBe(smallSize.laureates);
    expect(manifest?.objects.count).toBeGreaterThan(10);
    expect(await drillExport(drilling), 'the same export, alone').toBe(true);
    // A whole programme is played first.
  }, 240_000);
});

describe('An export', () => {
  it('that lost a document, or has one changed or added, says which', async () => {
    const file = fileOf(folder, 'laureates/x');
    const [first = ''] = (await readFile(file, 'utf8')).split('\n');
    const { path } = JSON.parse(first);
    await tampered(
      file,
      (text) => text.toString().slice(first.length + 1),
      async () => expect(await faultsOf(folder)).toEqual([{ what: path, how: 'missing' }]),
    );
    await tampered(
      file,
      (text) =>
        text.toString().replace(/"awardedCents":\{"integerValue":"\d+"\}/, '"awardedCents":{"integerValue":"1"}'),
      async () =>
        expect(await faultsOf(folder)).toMatchObject([{ what: expect.stringMatching(/^laureates/), how: 'changed' }]),
    );
    await tampered(
      file,
      (text) => `${text}{"path":"laureates/forged","fields":{}}\n`,
      async () => expect(await faultsOf(folder)).toEqual([{ what: 'laureates/forged', how: 'added' }]),
    );
    expect(await faultsOf(folder)).toEqual([]);
  });

  it('whose file has one byte changed names it, and one whose hashes were changed with it is told too', async () => {
    const [stored] = files.list((await here.firestore.collection(FILES).limit(1).get()).docs);
    const path = stored?.path ?? '';
    await tampered(
      objectFile(folder, path),
      (bytes) => Buffer.concat([Buffer.from([(bytes[0] ?? 0) ^ 1]), bytes.subarray(1)]),
      async () => expect(await faultsOf(folder)).toEqual([{ what: path, how: 'changed' }]),
    );
    await tampered(
      placesIn(folder).hashes,
      (text) => text.toString().slice(text.indexOf('\n') + 1),
      async () => expect(await faultsOf(folder)).toContainEqual({ what: 'documents.sha256', how: 'changed' }),
    );
  });
});

describe('A project', () => {
  const line = () => here.firestore.collectionGroup('ledger').limit(1);

  it('where an amount is changed, a document is missing or a file is another is told apart from its export', async () => {
    const [entry] = (await line().get()).docs;
    const [stored] = files.list((await here.firestore.collection(FILES).limit(1).get()).docs);
    const head = here.firestore.doc(`${entry?.ref.parent.parent?.path}/ledgerHead/head`);
    await Promise.all([
      entry?.ref.update({ 'entry.cents': 1 }),
      head.delete(),
      here.bucket.file(stored?.path ?? '').save('another'),
    ]);
    const found = await differencesOf({ ...here, folder });
    expect(found).toHaveLength(3);
    expect(found).toEqual(
      expect.arrayContaining([
        { what: entry?.ref.path, how: 'changed' },
        { what: head.path, how: 'missing' },
        { what: stored?.path, how: 'changed' },
      ]),
    );
    // Without its export, too: a ledger says where it differs.
    const laureateId = entry?.ref.parent.parent?.id ?? '';
    const { findings } = await accountsHold(here.firestore);
    expect(findings).toEqual([expect.stringMatching(new RegExp(`^${laureateId} : Ligne \\d+`))]);
  });

  it('that is not empty is not written over, nor one whose name is not typed, nor from an export that is not whole', async () => {
    const options = { folder, goesOn: false, only: null, erasures: null };
    const [stored] = files.list((await here.firestore.collection(FILES).limit(1).get()).docs);
    const restore = async (to: typeof here, typed: string, more: { goesOn?: boolean; only?: string } = {}) => {
      said.length = 0;
      return runRestore(
        { ...options, ...more, target: to.target },
        { ...to, say, now: Date.now(), ask: async () => typed },
      );
    };
    expect(await restore(here, here.project)).toBe(1);
    expect(said.join('\n')).toContain('n’est pas vide');
    expect(await restore(there, 'yes')).toBe(1);
    expect(said.join('\n')).toContain('pas le nom du projet');
    await tampered(
      fileOf(folder, 'laureates/x'),
      (text) => text.subarray(text.indexOf('\n') + 1),
      async () => expect(await restore(there, there.project)).toBe(1),
    );
    expect(said.join('\n')).toContain('n’est pas entière');
    expect((await there.firestore.listCollections()).length).toBe(0);

    expect(await restore(there, there.project)).toBe(0);
    const [one] = (await there.firestore.collection(LAUREATES).limit(1).get()).docs;
    await one?.ref.delete();
    expect(await restore(there, there.project)).toBe(1);
    expect(await restore(there, there.project, { goesOn: true }), 'what was cut short').toBe(0);
    await one?.ref.delete();
    expect(await restore(there, there.project, { only: 'laureates/nobody' }), 'nothing of that name').toBe(1);
    expect(await restore(there, there.project, { only: 'laureates' }), 'the others are there').toBe(1);
    expect((await one?.ref.get())?.data()).toEqual(one?.data());
    await there.bucket.file(stored?.path ?? '').delete();
    expect(await restore(there, there.project, { only: stored?.path ?? '' }), 'one file').toBe(0);
    const ledgers = await there.firestore.collection(ledgerOf(one?.id ?? '')).get();
    expect(ledgers.size).toBeGreaterThan(0);
  });
});

describe('What is kept', () => {
  it('is every document of every collection, under no document too, each value as it was', async () => {
    await there.wipe();
    const strange = {
      ...{ none: Number.NaN, endless: Number.NEGATIVE_INFINITY, part: 0.1, nothing: null, empty: {}, list: [] },
      at: new Timestamp(1_700_000_000, 123_456_000),
      bytes: Buffer.from([0, 255, 10]),
      where: new GeoPoint(48.85, -2.35),
      who: there.firestore.doc('laureates/lac'),
      deep: { list: [{ text: 'a\u2028b\n« é »', who: there.firestore.doc('a/b') }] },
    };
    await there.firestore.doc('orphans/nobody/of a kind/née').set(strange);
    await there.bucket
      .file('a/b c é')
      .save('text', { metadata: { contentType: 'text/plain', metadata: { own: 'yes' } } });
    const kept = join(folder, 'strange');
    await exportProject({ ...there, folder: kept, at: null, say });
    await there.wipe();
    await restoreProject({ ...there, folder: kept, say });
    const [found] = (await there.firestore.collectionGroup('of a kind').get()).docs;
    expect(found?.ref.path).toBe('orphans/nobody/of a kind/née');
    expect(found?.data()).toEqual(strange);
    const [{ contentType, metadata }] = await there.bucket.file('a/b c é').getMetadata();
    expect({ contentType, own: metadata?.own }).toEqual({ contentType: 'text/plain', own: 'yes' });
    expect(await differencesOf({ ...there, folder: kept })).toEqual([]);
  });

  it('goes on from the last page when it was cut short, as things were when it began', async () => {
    await there.wipe();
    const batch = there.firestore.batch();
    for (let number = 0; number < 450; number += 1)
      batch.set(there.firestore.doc(`pages/${String(number).padStart(3, '0')}`), { number });
    await batch.commit();
    const kept = join(folder, 'cut');
    const pages = { ...there, folder: kept, at: null, say };
    await expect(exportProject({ ...pages, documents: failingAfter(2) })).rejects.toThrow('cut short');
    await appendFile(fileOf(kept, 'pages/000'), '{"half');
    await there.firestore.doc('pages/449').update({ number: FieldValue.increment(1) });
    await exportProject(pages);
    expect(await faultsOf(kept)).toEqual([]);
    expect((await readManifest(kept))?.documents.count).toBe(450);
    const last = hashLine({ path: 'pages/449', fields: { number: { integerValue: '449' } } });
    expect((await readFile(placesIn(kept).hashes, 'utf8')).endsWith(last)).toBe(true);
    await expect(exportProject(pages)).rejects.toThrow('déjà une sauvegarde entière');
  });

  /** The network of somebody, which stops after so many requests. */
  function failingAfter(requests: number) {
    let left = requests;
    const token = async () => {
      left -= 1;
      if (left < 0) throw new Error('cut short');
      return 'owner';
    };
    return { ...there.documents, token };
  }
});

describe('npm run migrate', () => {
  const steps: readonly Migration[] = [
    { from: 1, what: 'a name becomes a title', migrate: ({ name, ...rest }) => ({ ...rest, title: name }) },
  ];
  const migrations = { 'boats/{}/crews/{}': steps };
  const run = async (apply: boolean) => {
    said.length = 0;
    return { code: await runMigrate(apply, { firestore: there.firestore, migrations, say }), said: said[0] };
  };

  it('says what is behind, carries it once, and leaves alone what is of another collection', async () => {
    await there.wipe();
    const at = (path: string) => there.firestore.doc(path);
    await at('boats/a/crews/1').set({ schema: 1, name: 'Marie', changedAt: 12 });
    await at('boats/a/crews/2').set({ schema: 2, title: 'Ali' });
    await at('trains/a/crews/1').set({ schema: 1, name: 'Zoé' });
    const [read, behind] = ['2 relus', '1 d’une forme ancienne'];
    expect(await run(false)).toEqual({ code: 1, said: `boats/{}/crews/{} : ${read}, ${behind}, 0 écrits.` });
    expect((await at('boats/a/crews/1').get()).get('name')).toBe('Marie');
    expect(await run(true)).toEqual({ code: 0, said: `boats/{}/crews/{} : ${read}, ${behind}, 1 écrits.` });
    expect((await at('boats/a/crews/1').get()).data()).toEqual({ schema: 2, title: 'Marie', changedAt: 12 });
    expect((await at('trains/a/crews/1').get()).data()).toEqual({ schema: 1, name: 'Zoé' });
    expect(await run(true)).toMatchObject({ code: 0, said: expect.stringContaining('0 d’une forme ancienne') });
  });
});
