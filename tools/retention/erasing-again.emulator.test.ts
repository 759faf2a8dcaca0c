import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getStorage } from 'firebase-admin/storage';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { get } from '../../functions/src/store/collection.ts';
import { accounts } from '../../functions/src/store/collections/accounts.ts';
import { erasureRequests } from '../../functions/src/store/collections/retention.ts';
import { databaseOf } from '../../functions/src/store/missions/testing/database.ts';
import { newAccount } from '../../functions/src/store/people/accounts.ts';
import { erasureMark } from '../../functions/src/store/retention/beginning.ts';
import { firestoreHost } from '../../tests/suite.ts';
import { documentsOf } from '../backup/documents.ts';
import { exportProject } from '../backup/exporting.ts';
import { runRestore } from '../backup/run-restore.ts';
import { openPages } from '../backup/soundness.ts';
import { wipeEmulators } from '../backup/wiping.ts';

const { app, firestore } = databaseOf('erased-again');
const project = 'demo-sur-mesure-erased-again';
const target = { project, emulator: firestoreHost };
const bucket = getStorage(app).bucket(`${project}.appspot.com`);
const documents = documentsOf(target, async () => '');
const NOW = Date.UTC(2026, 10, 30);
const said: string[] = [];
const say = (line: string) => void said.push(line);
let folder: string;

const wipe = () => wipeEmulators(target, bucket);
const marksOf = async (name: string, text: string) => {
  const file = join(folder, name);
  await writeFile(file, text);
  return file;
};
const restore = async (erasures: string | null) => {
  said.length = 0;
  const options = { target, folder: join(folder, 'export'), goesOn: false, only: null, erasures };
  return runRestore(options, { firestore, bucket, documents, say, now: NOW, ask: async () => project });
};
const active = async (uid: string) => (await get(firestore, accounts, uid))?.active;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'erased-again-'));
  await wipe();
  for (const uid of ['zelie', 'noe']) {
    const account = newAccount({ uid, name: uid, email: `${uid}@exemple.test`, kind: 'expert', expertId: null });
    await firestore.doc(accounts.path(uid)).set(accounts.write(account));
  }
  await openPages(firestore);
  await exportProject({ documents, bucket, project, folder: join(folder, 'export'), at: null, say });
});

afterAll(async () => {
  await wipe();
  await rm(folder, { recursive: true, force: true });
});

it('Whoever was erased after the export comes back with it, and not where the mark that the mailbox kept is given', async () => {
  await wipe();
  expect(await restore(null), said.join('\n')).toBe(0);
  expect([await active('zelie'), await active('noe')]).toEqual([true, true]);

  await wipe();
  const text = `Bonjour,\n${erasureMark('zelie')}\n${erasureMark('who came later')}\n`;
  expect(await restore(await marksOf('marks', text)), said.join('\n')).toBe(0);
  expect([await active('zelie'), await active('noe')]).toEqual([false, true]);
  expect(await get(firestore, erasureRequests, 'zelie')).toMatchObject({ state: 'approved', decidedAt: NOW });
  expect(await get(firestore, erasureRequests, 'noe')).toBeNull();
  expect(said.slice(-2)).toEqual([
    'zelie : effacé de nouveau la nuit prochaine.',
    'Empreintes qui ne sont d’aucun compte d’ici, rien à effacer : 1.',
  ]);
});

it('A file without a mark stops the restoration before anything is written', async () => {
  await wipe();
  expect(await restore(await marksOf('none', 'Bonjour,'))).toBe(1);
  expect(said.join('\n')).toContain('aucune empreinte');
  expect((await firestore.listCollections()).length).toBe(0);
});
