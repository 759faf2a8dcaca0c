import { getStorage } from 'firebase-admin/storage';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../../domain/calendar.ts';
import { signatory, staff } from '../../domain/missions/testing/people.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { collectionNames, collectionOf, collections } from '../../domain/retention/collections.ts';
import { isNotice } from '../../domain/retention/kept-longer.ts';
import { taskId } from '../../domain/staff/tasks.ts';
import { week } from '../../domain/summaries/testing/programme.ts';
import { gather, sourcesOf, unitsOf } from '../archives/contents.ts';
import { get } from '../collection.ts';
import { accounts } from '../collections/accounts.ts';
import { files } from '../collections/files.ts';
import { OUTBOX, outbox } from '../collections/outbox.ts';
import { proofOrigins } from '../collections/proof-origins.ts';
import { erasureRequests } from '../collections/retention.ts';
import { tasks } from '../collections/tasks.ts';
import { storedPath } from '../files/stored-files.ts';
import { databaseOf } from '../missions/testing/database.ts';
import type { LiveStory } from '../missions/testing/live-story.ts';
import { actOnErasure, answerMailId } from '../my-data/act.ts';
import { newAccount } from '../people/accounts.ts';
import { plainFields } from '../plain-fields.ts';
import { approveErasure } from './approving.ts';
import { erasureMark } from './beginning.ts';
import { applyRetention } from './night.ts';
import { CANARY, email, leaveTraces, name, other, uid, zelie } from './testing/person.ts';

/** A database of its own: what an erasure walks is the whole of it. */
const { app, firestore, clear } = databaseOf('erasing');
const bucket = getStorage(app).bucket('demo-sur-mesure-erasing.appspot.com');
/** A day after what the story tells. */
const NOW = Date.UTC(2024, 2, 6, 11);
let live: LiveStory;

beforeAll(async () => {
  await clear();
  await bucket.deleteFiles({ force: true });
  live = await leaveTraces(firestore, bucket, NOW);
});
afterAll(clear);

/** Every document of every collection, as text, by path. */
async function everything(): Promise<Map<string, string>> {
  const groups = [...new Set(collectionNames.map((one) => one.split('/').at(-1) ?? one))];
  const found = await Promise.all(groups.map((group) => firestore.collectionGroup(group).get()));
  return new Map(
    found.flatMap(({ docs }) => docs.map((one): [string, string] => [one.ref.path, JSON.stringify(plainFields(one))])),
  );
}

async function withCanary(): Promise<string[]> {
  return [...(await everything())].flatMap(([path, text]) => (text.includes(CANARY) ? [path] : [])).sort();
}

const erasureOf = (path: string) => {
  const collection = collectionOf(path);
  return collection === null ? null : collections[collection].erasure.kind;
};

async function exported(): Promise<Map<string, string>> {
  const gathering = {
    ...{ actor: zelie.actor(NOW), laureateId: null, now: NOW, scannerConfigured: false, missionIds: new Set<string>() },
    printMyself: async () => Buffer.from('%PDF'),
  };
  const scope = { kind: 'person', uid } as const;
  const texts = new Map<string, string>();
  for (const unit of await unitsOf(firestore, scope)) {
    const contents = await gather(firestore, gathering, unit);
    if (isRefusal(contents)) throw new Error(contents.message);
    for (const { path, open } of sourcesOf(bucket, contents, scope)) {
      const chunks = [];
      for await (const chunk of open()) chunks.push(chunk);
      texts.set(path, Buffer.concat(chunks).toString());
    }
  }
  return texts;
}

/**
 * The team writes them about people, in words that only a reader can part from those about others, or by a name alone, which may be another's: given on
 * request, by hand.
 */
const ofTheTeam = ['notes/n', `summaries/${week.id}`];
/** Others wrote it, and named the person. */
const ofOthers = ['missions/m1/messages/b'];

describe('What is kept of a person', () => {
  it('is given whole: each document where the person stands, and each file it deposited', async () => {
    const found = await exported();
    const given = [...found.values()].join('\n');
    const expected = (await withCanary()).filter((path) => ![...ofTheTeam, ...ofOthers].includes(path));
    expect(expected.length).toBeGreaterThan(20);
    expect(expected.filter((path) => !given.includes(`"document": "${path}"`))).toEqual([]);
    expect([...found.keys()].filter((path) => path.startsWith('Documents/'))).toHaveLength(2);
    expect(found.get('Mes données.pdf')).toBe('%PDF');
  });

  it('is given without anything of others, nor what opens an account', async () => {
    const given = [...(await exported()).values()].join('\n');
    for (const word of [other.name, other.email]) expect(given).not.toContain(word);
    expect(given).toContain('(autre personne)');
    expect(given).toContain(email);
  });
});

describe('A person who asked to be erased', () => {
  const act = (who: typeof staff, command: Parameters<typeof actOnErasure>[1]['command'], now = NOW) =>
    actOnErasure(firestore, { actor: who.actor(now), command, operationId: crypto.randomUUID(), now });
  const deleted: string[] = [];
  const answerLeaves = (decidedAt: number) =>
    firestore.doc(outbox.path(answerMailId('erasureDecided', uid, decidedAt))).update({ state: 'sent' });
  const night = (now: number) =>
    applyRetention({
      ...{ firestore, bucket, clock: () => now, warn: () => undefined },
      deleteUser: async (one) => void deleted.push(one),
      onFailure: (what, error) => {
        throw new Error(what, { cause: error });
      },
    });

  it('is erased by nobody before staff approve', async () => {
    const before = await everything();
    expect(await act(zelie, { action: 'ask' })).toMatchObject({ done: expect.stringContaining('envoyée') });
    await night(NOW);
    const after = await everything();
    for (const [path, text] of before) expect(after.get(path), path).toBe(text);
    expect(deleted).toEqual([]);
  });

  it('is not while it is the only signatory of a mission that goes on, and is once somebody else is', async () => {
    const seat = firestore.doc(`laureates/atelier/members/${other.uid}`);
    await seat.update({ role: 'contributor' });
    expect(await act(staff, { action: 'approve', uid })).toMatchObject({ code: 'erasure-stopped' });
    await seat.update({ role: 'signatory' });
    expect(isRefusal(await act(staff, { action: 'approve', uid }))).toBe(false);
  });

  it('is not once staff opened its account again before the night, and is once they approve anew', async () => {
    const account = firestore.doc(accounts.path(uid));
    expect((await account.get()).get('active')).toBe(false);
    await account.update({ active: true });
    await night(NOW);
    expect(await get(firestore, erasureRequests, uid)).toMatchObject({ state: 'refused', person: null });
    expect(isRefusal(await act(zelie, { action: 'ask' }, NOW + 1))).toBe(false);
    expect(isRefusal(await act(staff, { action: 'approve', uid }, NOW + 1))).toBe(false);
  });

  it('is not before the mail that tells it has left', async () => {
    await night(NOW + HOUR);
    expect(await get(firestore, erasureRequests, uid)).toMatchObject({ state: 'approved', decidedAt: NOW + 1 });
    await answerLeaves(NOW + 1);
  });

  it('is not once whoever shared its seat has left since, which staff are asked about again, and is once somebody is back', async () => {
    const seat = firestore.doc(`laureates/atelier/members/${other.uid}`);
    await seat.update({ role: 'contributor' });
    await night(NOW + HOUR);
    expect(await get(firestore, erasureRequests, uid)).toMatchObject({ state: 'asked', person: null });
    expect(await get(firestore, tasks, taskId('erasureAsked', uid))).toMatchObject({ closedAt: null });
    expect(deleted).toEqual([]);
    await seat.update({ role: 'signatory' });
    expect(isRefusal(await act(staff, { action: 'approve', uid }, NOW + HOUR))).toBe(false);
    await answerLeaves(NOW + HOUR);
  });

  it('leaves no trace outside of the ten years, in no collection nor in Storage, and the chains hold', async () => {
    const before = await everything();
    expect([...before.keys()].filter((path) => path.startsWith('proofOrigins/')).length).toBeGreaterThan(1);
    await night(NOW + DAY);
    const after = await everything();
    const left = (await withCanary()).filter((path) => erasureOf(path) !== 'kept');
    // A notice of a decision, and a piece that a decision may rest on: of the ten years too.
    const notices = outbox.list((await firestore.collection(OUTBOX).get()).docs).filter(({ mail }) => isNotice(mail));
    const kept = [files.path('kept'), ...notices.map(({ id }) => outbox.path(id))];
    expect(left.filter((path) => !kept.includes(path))).toEqual([]);
    expect(left).toEqual(expect.arrayContaining([files.path('kept'), outbox.path('notice')]));
    for (const [path, text] of before) {
      if (erasureOf(path) === 'kept' && collectionOf(path) !== 'journal') expect(after.get(path), path).toBe(text);
    }
    expect(await get(firestore, outbox, 'own')).toMatchObject({ to: { email: '' }, cleared: { at: NOW + DAY } });
    // One, though the request went back and forth: what was not begun has no mark in the mailbox.
    const marks = outbox.list((await firestore.collection(OUTBOX).where('mail', '==', 'erasureBegun').get()).docs);
    expect(marks).toMatchObject([{ to: { uid: null }, facts: { reason: erasureMark(uid), byName: '' } }]);
    expect(JSON.stringify(marks)).not.toContain(uid);
    const there = await Promise.all(['joined', 'kept'].map((id) => bucket.file(storedPath(id)).exists()));
    expect(there).toEqual([[false], [true]]);
    expect(await get(firestore, erasureRequests, uid)).toMatchObject({ state: 'done', person: null });
    expect(deleted).toEqual([uid]);
    // Where its decisions came from: that of somebody else's stays.
    expect([...after.keys()].filter((path) => path.startsWith('proofOrigins/'))).toEqual([proofOrigins.path('p')]);
    expect(after.get('tasks/earlier')).toContain('Personne effacée, adresse effacée');
    await live.ends();
  });

  it('and whoever is left keeps all of theirs', async () => {
    const after = await everything();
    expect(after.get(`laureates/atelier/members/${other.uid}`)).toContain(other.name);
    expect(after.get('missions/m1/messages/b')).toContain(`Merci à Personne effacée, dit ${other.name}`);
    expect(name).toContain(CANARY);
    expect(signatory('atelier').uid).toBe(uid);
  });

  it('is erased again where a restoration brought its account back, by the list alone', async () => {
    const back = newAccount({ uid, name, email, kind: 'laureate', laureateIds: ['atelier'] });
    await firestore.doc(accounts.path(uid)).set(accounts.write(back));
    await firestore.doc(erasureRequests.path(uid)).delete();
    const again = (one: string) => approveErasure(firestore, one, { cause: 'asked', now: NOW + DAY });
    expect([await again(uid), await again('nobody')]).toEqual([true, false]);
    await night(NOW + DAY);
    expect(await get(firestore, accounts, uid)).toBeNull();
    expect(await get(firestore, erasureRequests, uid)).toMatchObject({ state: 'done', person: null });
    expect(deleted.splice(1)).toEqual([uid]);
  });

  it('is erased once: another night changes nothing', async () => {
    const before = await everything();
    await night(NOW + DAY);
    const after = await everything();
    expect([...after.keys()].sort()).toEqual([...before.keys()].sort());
    expect(deleted).toEqual([uid]);
  });
});
