import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deleteApp, initializeApp } from 'firebase-admin/app';
import { getFirestore } from 'firebase-admin/firestore';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { award, commit } from '../../functions/src/domain/subsidy/testing/entries.ts';
import { newId } from '../../functions/src/entrypoints/ids.ts';
import { JOURNAL } from '../../functions/src/store/collections/journal.ts';
import { ledger, ledgerHeads } from '../../functions/src/store/collections/ledger.ts';
import { extendChain } from '../../functions/src/store/laureates/ledger-chain.ts';
import { readOptions } from './options.ts';
import { runLedger } from './run.ts';

/** A project of its own inside the emulator that runs: no trigger answers. */
const project = 'demo-ledger-command';

describe('npm run ledger, on a real Firestore', () => {
  const app = initializeApp({ projectId: project }, project);
  const firestore = getFirestore(app);
  let folder = '';
  beforeAll(async () => {
    expect(process.env.FIRESTORE_EMULATOR_HOST ?? '', 'this test needs the emulators').not.toBe('');
    folder = await mkdtemp(join(tmpdir(), 'ledger-'));
  });
  afterAll(async () => {
    await deleteApp(app);
    await rm(folder, { recursive: true, force: true });
  });

  async function run(...line: string[]) {
    const options = readOptions([...line, '--project', project], process.env);
    if (typeof options === 'string') throw new Error(options);
    const said: string[] = [];
    const world = { firestore, now: Date.now(), newId, say: (text: string) => said.push(text) };
    return { code: await runLedger(options, world), said: said.join('\n') };
  }

  /** A ledger of three lines. */
  async function stored() {
    const laureateId = newId();
    const { lines, head } = extendChain(null, [], [award(100), commit(30), commit(20, 'm2')], laureateId);
    for (const line of lines) await firestore.doc(ledger.path(laureateId, line.entry.id)).set(ledger.write(line));
    await firestore.doc(ledgerHeads.path(laureateId)).set(ledgerHeads.write(head));
    return {
      laureateId,
      second: firestore.doc(ledger.path(laureateId, 'm1.v1.commit')),
      head: firestore.doc(ledgerHeads.path(laureateId)),
    };
  }
  const why = ['--reason', 'Écrit à la main par erreur.', '--by', 'Camille Roux'] as const;
  const journalled = async (laureateId: string) =>
    (await firestore.collection(JOURNAL).where('laureateId', '==', laureateId).get()).docs.map((line) =>
      line.get('reason'),
    );

  it('names the first line that differs, and puts it back from an export', async () => {
    const { laureateId, second } = await stored();
    const named = ['--laureate', laureateId];
    const file = join(folder, 'export.json');
    expect(await run('export', ...named, '--to', file)).toMatchObject({ code: 0 });
    await second.update({ 'entry.cents': -29 });
    expect(await run('check', ...named)).toMatchObject({
      code: 1,
      said: expect.stringContaining('Ligne 2 (m1.v1.commit)'),
    });
    expect(await run('export', ...named, '--to', file)).toMatchObject({ code: 1 });
    expect(await run('restore', ...named, '--from', file, ...why)).toMatchObject({
      ...{ code: 0, said: 'Lignes remises : m1.v1.commit.' },
    });
    expect(await run('check', ...named)).toMatchObject({ code: 0, said: expect.stringContaining('tout concorde') });
    expect(await journalled(laureateId)).toEqual(['Écrit à la main par erreur. Lignes remises : m1.v1.commit.']);
    expect(await run('restore', ...named, '--from', file, ...why)).toMatchObject({
      code: 1,
      said: expect.stringContaining('Rien à réparer'),
    });
  });

  it('rebuilds the head from lines that hold, and from no others', async () => {
    const { laureateId, second, head } = await stored();
    const named = ['--laureate', laureateId];
    const before = (await second.get()).data() ?? {};
    await head.delete();
    await second.update({ 'entry.reason': 'forgée' });
    expect(await run('rehead', ...named, ...why)).toMatchObject({ code: 1, said: expect.stringContaining('Ligne 2') });
    expect((await head.get()).exists).toBe(false);
    await second.set(before);
    expect(await run('rehead', ...named, ...why)).toMatchObject({ code: 0, said: 'Tête reconstruite à la ligne 3.' });
    expect(await run('check', ...named)).toMatchObject({ code: 0 });
    expect(await journalled(laureateId)).toHaveLength(1);
  });

  it('refuses an export that would not verify, or is of another laureate', async () => {
    const [one, other] = [await stored(), await stored()];
    const file = join(folder, 'other.json');
    await run('export', '--laureate', other.laureateId, '--to', file);
    await one.second.update({ 'entry.cents': -29 });
    expect(await run('restore', '--laureate', one.laureateId, '--from', file, ...why)).toMatchObject({
      ...{ code: 1, said: expect.stringContaining('autre lauréat') },
    });
    expect(await run('check', '--laureate', one.laureateId)).toMatchObject({ code: 1 });
  });
});
