import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import type { ArchiveScope } from '../functions/src/domain/archives/archive.ts';
import { DAY } from '../functions/src/domain/calendar.ts';
import { newId } from '../functions/src/entrypoints/ids.ts';
import { get } from '../functions/src/store/collection.ts';
import { accounts } from '../functions/src/store/collections/accounts.ts';
import { archives } from '../functions/src/store/collections/archives.ts';
import { keepFile, storedPath } from '../functions/src/store/files/stored-files.ts';
import { verifyArchive } from '../tools/verify/archive.ts';
import { call, codeOf, expectCall } from './calls.ts';
import { created, sweep, threeTimes } from './events.ts';
import { staffPerson } from './people.ts';
import { samplePdf } from './sample-pdf.ts';
import {
  attestationOf,
  expectOnlyOwn,
  openSharing,
  parts,
  read,
  sharedMission,
  tokens,
  validatedBy,
  weaver,
} from './sharing.ts';
import { bucket, firestore } from './suite.ts';
import { readObject } from './uploads.ts';

beforeAll(openSharing);

describe('an archive of a shared mission', () => {
  const ask = (scope: ArchiveScope, token: string) =>
    call('archiveAction', { action: 'ask', scope, operationId: randomUUID() }, token);
  const found = async (scope: ArchiveScope, token: string) => {
    const view = await expectCall('view', { name: 'archive', scope }, token);
    if (view.name !== 'archive' || view.archive === null) throw new Error('no archive came back');
    return view.archive;
  };
  const ready = async (scope: ArchiveScope, token: string) => {
    await expect.poll(async () => (await found(scope, token)).state, { timeout: 40_000 }).not.toBe('making');
    return found(scope, token);
  };
  const download = async (archiveId: string, token: string) => {
    const { path } = await expectCall('openArchive', { archiveId }, token);
    return Buffer.from((await readObject(path, token)).bytes);
  };

  it('has for one laureate its own part alone, holds without the service, and is for nobody else', async () => {
    const mission = await sharedMission();
    const { missionId, devis } = mission;
    await validatedBy('weaver', mission);
    await validatedBy('baker', mission);
    await attestationOf('weaver', missionId);
    const scope = { kind: 'mission', missionId, laureateId: weaver.laureateId } as const;
    for (const who of ['baker', 'expert'] as const) expect(codeOf(await ask(scope, tokens[who]))).toBe('not-yours');
    // Pressed twice: one archive, whose steps are counted below.
    const asked = await Promise.all([ask(scope, tokens.weaver), ask(scope, tokens.weaver)]);
    expect(asked.map(codeOf)).toEqual([null, null]);
    const made = await ready(scope, tokens.weaver);
    expect(made).toMatchObject({ state: 'ready', missing: 0, error: null });
    expect(made.done.files).toBe(3);
    expect(codeOf(await call('openArchive', { archiveId: made.id }, tokens.baker))).toBe('archive-unknown');

    const bytes = await download(made.id, tokens.weaver);
    expect(bytes.byteLength).toBe(made.size);
    const { answers, texts } = await verifiedArchive(bytes, made.manifestSha256);
    expect(answers.filter(({ verdict }) => verdict === 'fails')).toEqual([]);
    expect(answers.map(({ sentence }) => sentence).join()).toContain('1 preuves');
    // Prints and instants are figures that mean no amount.
    expectOnlyOwn('weaver', JSON.stringify(texts).replaceAll(/[0-9a-f]{64}|\d{13}/g, ''));
    const [{ sha256: kept } = { sha256: '' }] = (await read('weaver', missionId)).files.filter(
      ({ fileId }) => fileId === devis.id,
    );
    expect(texts['manifest.json']).toContain(kept);
    expect(texts['Journal.csv']).toContain('validé');
    await sameAfterRepeatedEvents(scope, made.id);
  });

  it('has for the team every part, and is deleted after its days', async () => {
    const mission = await sharedMission();
    const { missionId } = mission;
    await validatedBy('weaver', mission);
    const { token } = await staffPerson(newId());
    const scope = { kind: 'mission', missionId, laureateId: null } as const;
    expect(codeOf(await ask(scope, token))).toBeNull();
    const made = await ready(scope, token);
    const { texts } = await verifiedArchive(await download(made.id, token), null);
    for (const cents of Object.values(parts)) expect(texts['Montants.json']).toContain(String(cents));

    await firestore.doc(archives.path(made.id)).update({ expiresAt: 1 });
    expect(codeOf(await call('openArchive', { archiveId: made.id }, token))).toBe('archive-unknown');
    await sweep('sweepProjections');
    expect(await found(scope, token)).toMatchObject({ state: 'expired' });
    const kept = await get(firestore, archives, made.id);
    expect((await bucket.file(storedPath(kept?.run ?? '')).exists())[0]).toBe(false);
  });

  it('has for the team what a laureate says of a mission, and for who audits neither that nor word of its absence', async () => {
    const { missionId } = await sharedMission();
    const about = { laureateId: weaver.laureateId, missionId, ownerUid: 'team', createdAt: Date.now() };
    const bilan = {
      ...about,
      id: newId(),
      piece: 'feedback',
      name: 'Bilan.pdf',
      contentType: 'application/pdf',
    } as const;
    await keepFile(firestore, bucket, bilan, samplePdf(bilan.id));
    const [team, observer] = await Promise.all([staffPerson(newId()), staffPerson(newId())]);
    await firestore.doc(accounts.path(observer.uid)).update({ kind: 'observer', until: Date.now() + DAY });
    const scope = { kind: 'mission', missionId, laureateId: null } as const;
    const manifestFor = async (token: string) => {
      expect(codeOf(await ask(scope, token))).toBeNull();
      const made = await ready(scope, token);
      expect(made).toMatchObject({ state: 'ready', missing: 0 });
      const { texts } = await verifiedArchive(await download(made.id, token), made.manifestSha256);
      return texts['manifest.json'] ?? '';
    };
    expect(await manifestFor(team.token)).toContain('Bilan');
    expect(await manifestFor(observer.token)).not.toContain('Bilan');
  });

  it('whose event was lost is made by the sweep, and one that was stopped is not', async () => {
    const { missionId } = await sharedMission();
    const { token } = await staffPerson(newId());
    const scope = { kind: 'mission', missionId, laureateId: null } as const;
    expect(codeOf(await ask(scope, token))).toBeNull();
    const made = await ready(scope, token);
    const kept = await get(firestore, archives, made.id);
    if (kept === null) throw new Error('the archive is gone');
    const again = { ...kept, run: `archive-${newId()}`, step: 0, total: null, units: [], unitsDone: 0, offset: 0 };
    const lost = { ...again, state: 'making', readyAt: null, expiresAt: null, lostAfter: 1 } as const;
    await firestore.doc(archives.path(made.id)).set(archives.write(lost));
    await sweep('sweepArchives');
    expect(await ready(scope, token)).toMatchObject({ state: 'ready' });
    await firestore.doc(archives.path(made.id)).set(archives.write({ ...lost, run: `archive-${newId()}` }));
    const stop = { action: 'cancel', operationId: randomUUID(), archiveId: made.id } as const;
    expect(codeOf(await call('archiveAction', stop, tokens.weaver))).toBe('archive-unknown');
    expect(await expectCall('archiveAction', stop, token)).toMatchObject({ archive: { state: 'cancelled' } });
    await sweep('sweepArchives');
    expect(await found(scope, token)).toMatchObject({ state: 'cancelled' });
  });

  async function sameAfterRepeatedEvents(scope: ArchiveScope, archiveId: string): Promise<void> {
    const before = await found(scope, tokens.weaver);
    const steps = await firestore.collection(`${archives.path(archiveId)}/steps`).get();
    expect(steps.size).toBe(2);
    for (const { ref } of steps.docs) await threeTimes('makeArchive', created(ref.path));
    expect(await found(scope, tokens.weaver)).toEqual(before);
    expect((await download(archiveId, tokens.weaver)).byteLength).toBe(before.size);
  }
});

/** What the command says of an archive, and its texts. */
async function verifiedArchive(bytes: Buffer, manifest: string | null) {
  const folder = await mkdtemp(join(tmpdir(), 'sur-mesure-archive-'));
  const path = join(folder, 'archive.zip');
  await writeFile(path, bytes);
  const answers = await verifyArchive(path, { manifest, known: [] });
  await rm(folder, { recursive: true });
  const zip = await fromBufferPromise(bytes);
  const texts: Record<string, string> = {};
  for await (const entry of zip.eachEntry()) {
    if (!/\.(json|csv|txt)$/.test(entry.fileName)) continue;
    const pieces: Buffer[] = [];
    for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(Buffer.from(piece));
    texts[entry.fileName] = Buffer.concat(pieces).toString();
  }
  return { answers, texts };
}
