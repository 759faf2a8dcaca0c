import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deleteApp, initializeApp } from 'firebase-admin/app';
import { getFirestore } from 'firebase-admin/firestore';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isRefusal } from '../../functions/src/domain/refusal.ts';
import { newId } from '../../functions/src/entrypoints/ids.ts';
import { accounts } from '../../functions/src/store/collections/accounts.ts';
import { laureates } from '../../functions/src/store/collections/laureates.ts';
import { leases } from '../../functions/src/store/collections/leases.ts';
import { importLaureates, writePlan } from '../../functions/src/store/laureates/import.ts';
import { newAccount, openAccount } from '../../functions/src/store/people/accounts.ts';
import { wipeDocuments } from '../backup/wiping.ts';

const command = fileURLToPath(new URL('./import.ts', import.meta.url));
const example = new URL('../../docs/examples/laureats.csv', import.meta.url);
/** A project of its own inside the emulator that runs: no other test sees these laureates, and no trigger answers. */
const project = 'demo-import-command';

describe('npm run import, on a real Firestore', () => {
  const emulator = process.env.FIRESTORE_EMULATOR_HOST ?? '';
  const app = initializeApp({ projectId: project }, project);
  const firestore = getFirestore(app);
  let folder = '';

  beforeAll(async () => {
    expect(emulator, 'this test needs the emulators: run it by npm test').not.toBe('');
    folder = await mkdtemp(join(tmpdir(), 'laureates-'));
  });
  beforeEach(() => wipeDocuments({ project, emulator }));
  afterAll(async () => {
    await deleteApp(app);
    await rm(folder, { recursive: true, force: true });
  });

  async function run(csv: string, ...options: string[]): Promise<{ code: number; said: string }> {
    const file = join(folder, 'laureates.csv');
    await writeFile(file, csv);
    const line = [command, file, '--project', project, ...options];
    return new Promise((resolve) => {
      execFile(process.execPath, line, { env: process.env }, (error, stdout, stderr) =>
        resolve({ code: error === null ? 0 : Number(error.code), said: stdout + stderr }),
      );
    });
  }
  const count = async (collection: string) => (await firestore.collectionGroup(collection).count().get()).data().count;
  const counts = async () => ({
    laureates: await count('laureates'),
    members: await count('members'),
    accounts: await count('accounts'),
    awards: await count('ledger'),
  });
  const whole = { laureates: 5, members: 9, accounts: 9, awards: 4 };
  const nothing = { laureates: 0, members: 0, accounts: 0, awards: 0 };

  it('writes laureates, members, accounts and awards once, however often it runs', async () => {
    const csv = await readFile(example, 'utf8');
    expect((await run(csv)).said).toContain('À créer : 5');
    expect(await counts()).toEqual(nothing);

    expect(await run(csv, '--apply', '--yes')).toMatchObject({ code: 0, said: expect.stringContaining('5 créés') });
    expect(await counts()).toEqual(whole);
    expect((await run(csv, '--apply', '--yes')).said).toContain('Rien à écrire');
    expect(await counts()).toEqual(whole);
  });

  it('asked for twice at once is done once, and the other is told so', async () => {
    const csv = await readFile(example, 'utf8');
    const asked = { csv, dryRun: false, skipBad: false, by: 'system', invitedBy: null, now: Date.now(), newId };
    const answers = await Promise.all([importLaureates(firestore, asked), importLaureates(firestore, asked)]);
    expect(answers.filter(isRefusal)).toMatchObject([{ code: 'import-under-way' }]);
    expect(await counts()).toEqual(whole);
    expect(await importLaureates(firestore, asked)).toMatchObject({ report: { created: 0, unchanged: 5 } });
  });

  it('waits for nobody whose lease ran out', async () => {
    const csv = await readFile(example, 'utf8');
    const asked = { csv, dryRun: false, skipBad: false, by: 'system', invitedBy: null, now: Date.now(), newId };
    await firestore.doc(leases.path('laureates-import')).set(leases.write({ holder: 'dead', until: asked.now + 1 }));
    expect(await importLaureates(firestore, asked)).toMatchObject({ code: 'import-under-way' });
    expect(await importLaureates(firestore, { ...asked, now: asked.now + 1 })).toMatchObject({
      report: { created: 5 },
    });
  });

  it('shows a SIRET that the file says otherwise, and leaves it to the record', async () => {
    const csv = await readFile(example, 'utf8');
    await run(csv, '--apply', '--yes');
    const moved = csv.replace(/(?<=Vercors;)\d{14}/, '73282932000074');
    const { code, said } = await run(moved, '--apply', '--yes');
    expect([code, said]).toEqual([
      0,
      expect.stringMatching(/Laissés tels quels\s+ligne 2 : le SIRET : le fichier dit/),
    ]);
    expect(said).toContain('Rien à écrire');
    const found = await firestore.collection('laureates').where('reference', '==', 'FTL-001').get();
    expect(found.docs.map((document) => document.get('legalEntities').length)).toEqual([1]);
  });

  it('writes no row about what staff have changed since it was planned: an account that they cut, a record', async () => {
    const csv = await readFile(example, 'utf8');
    const asked = { csv, dryRun: true, skipBad: false, by: 'system', invitedBy: null, now: Date.now(), newId };
    const planOf = async (text: string) => {
      const done = await importLaureates(firestore, { ...asked, csv: text });
      if (isRefusal(done)) throw new Error(done.message);
      return done.plan;
    };
    const meanwhile = expect.stringContaining('modifié entre-temps, relancez l’import');
    const first = await planOf(csv);
    const person = first.create[0]?.members[0];
    if (!person) throw new Error('the example has nobody');
    const batch = firestore.batch();
    const { uid, name, email } = person;
    openAccount(firestore, batch, newAccount({ uid, name, email, kind: 'laureate', active: false, switchedOffAt: 1 }));
    await batch.commit();
    expect(await writePlan(firestore, first, asked)).toMatchObject([
      { line: first.create[0]?.line, reason: meanwhile },
    ]);
    expect((await counts()).laureates).toBe(4);
    expect(accounts.read(await firestore.doc(accounts.path(uid)).get())).toMatchObject({
      active: false,
      memberships: [],
    });
    await firestore.doc(accounts.path(uid)).update({ switchedOffAt: null });
    expect(await writePlan(firestore, await planOf(csv), asked)).toEqual([]);
    expect((await counts()).laureates).toBe(5);

    const plan = await planOf(csv.replaceAll(/;rural;/gi, ';QPV;'));
    const [moved, ...others] = plan.update;
    if (!moved) throw new Error('the example has nothing rural');
    await firestore.doc(laureates.path(moved.laureate.id)).update({ status: 'suspended' });
    expect(await writePlan(firestore, plan, asked)).toMatchObject([{ line: moved.line, reason: meanwhile }]);
    const read = async (id: string) => laureates.read(await firestore.doc(laureates.path(id)).get());
    expect(await read(moved.laureate.id)).toMatchObject({ status: 'suspended', territory: 'rural' });
    for (const { laureate } of others) expect(await read(laureate.id)).toMatchObject({ territory: 'qpv' });
  });

  it('writes nothing when a row is bad, and the other rows when it is skipped', async () => {
    const csv = (await readFile(example, 'utf8')).replace(/(?<=Vercors;)\d{14}/, '7,32829E+13');
    expect(await run(csv, '--apply', '--yes')).toMatchObject({
      code: 1,
      said: expect.stringContaining('ligne 2, SIRET'),
    });
    expect(await counts()).toEqual(nothing);
    expect((await run(csv, '--apply', '--yes', '--skip-bad')).code).toBe(0);
    expect((await counts()).laureates).toBe(4);
  });

  it('tells the row of a laureate whose ledger is broken, and writes the others', async () => {
    const csv = await readFile(example, 'utf8');
    const asked = { csv, dryRun: false, skipBad: true, by: 'system', invitedBy: null, now: Date.now(), newId };
    await importLaureates(firestore, asked);
    const [award] = (await firestore.collectionGroup('ledger').get()).docs;
    const broken = (await award?.ref.parent.parent?.get())?.get('name');
    await award?.ref.update({ 'entry.cents': 'beaucoup' });
    const renamed = csv.replaceAll(/;rural;/gi, ';QPV;');
    expect(renamed).not.toBe(csv);
    const again = await importLaureates(firestore, { ...asked, csv: renamed });
    if (isRefusal(again)) throw new Error(again.message);
    const { report } = again;
    const problem = { column: 'montant attribué', value: broken, reason: expect.stringContaining('ne concorde pas') };
    expect(report).toMatchObject({ written: true, problems: [problem] });
    expect(report.changes.map(({ about }) => about)).not.toContain(expect.stringContaining(broken));
    expect(report.updated).toBe(report.changes.length);
    expect(report.updated + report.unchanged).toBe(4);
  });
});
