import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { getStorage } from 'firebase-admin/storage';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeCertificate, timeStamping } from '../../../../tools/sealing/certificates.ts';
import { exitCodeOf, proofAnswers } from '../../../../tools/verify/run.ts';
import { DAY, HOUR } from '../../domain/calendar.ts';
import type { Proof } from '../../domain/missions/outcome.ts';
import { attestationOf } from '../../domain/proofs/export.ts';
import { taskId } from '../../domain/staff/tasks.ts';
import { OpensslAuthority } from '../../sealing/testing/openssl-authority.ts';
import { timeStampAuthority } from '../../sealing/time-stamp/authority.ts';
import { get } from '../collection.ts';
import { files } from '../collections/files.ts';
import { linkedProofs } from '../collections/proofs.ts';
import { tasks } from '../collections/tasks.ts';
import { TIME_STAMPS, timeStamps } from '../collections/time-stamps.ts';
import { storedPath } from '../files/stored-files.ts';
import { sha256 } from '../hash.ts';
import { databaseOf } from '../missions/testing/database.ts';
import { linkProofs } from './chain.ts';
import { copyProofs } from './copying.ts';
import { stampDays, stampsView } from './day-stamps.ts';
import { exportProof } from './exporting.ts';

const { app, firestore, clear } = databaseOf('day-stamps');
const folder = mkdtempSync(join(tmpdir(), 'sur-mesure-stamps-'));
const year = { fromMs: Date.now() - 365 * DAY, toMs: Date.now() + 365 * DAY };
const clock = makeCertificate({ ...year, commonName: 'Autorité d’horodatage', uses: [timeStamping] });
const known = [clock.certificate];
const openssl = new OpensslAuthority(join(folder, 'authority'), clock);

let server: Server;
let isDown = false;
let requests = 0;
const authority = {
  stamp: (sha256: Uint8Array) => {
    const address = server.address();
    const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`;
    return timeStampAuthority({ url, known, timeoutMs: 10_000 }).stamp(sha256, 0x5eedn);
  },
};

beforeAll(async () => {
  server = createServer(async (request, response) => {
    requests += 1;
    const asked = await buffer(request);
    if (isDown) response.writeHead(503).end();
    else response.writeHead(200, { 'content-type': 'application/timestamp-reply' }).end(openssl.answer(asked));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  rmSync(folder, { recursive: true });
});

/** In Paris: two of a Monday, one of it just before midnight, one of the Wednesday. */
const [monday, wednesday] = ['2026-03-02', '2026-03-04'];
const made = ['2026-03-02T08:00:00Z', '2026-03-02T09:00:00Z', '2026-03-02T22:59:59Z', '2026-03-03T23:00:00Z'];
const proof = (at: string, index: number): Proof => ({
  ...({ id: `m${index}-validation-4`, kind: 'validation', missionId: `m${index}`, version: 1 } as const),
  ...{ laureateId: 'forge', at: Date.parse(at), signedInAt: Date.parse(at), consentVersion: 1, settingsVersion: 1 },
  person: { uid: 'anne', name: 'Anne Le Goff', organisation: 'La Forge' },
  documents: [{ fileId: 'devis', sha256: 'd'.repeat(64) }],
  ...{ shareCents: 0, subsidyCents: 0, remainingBeforeCents: 0, remainingAfterCents: 0 },
});
const { linked: records } = linkProofs(undefined, made.map(proof));
const thursday = Date.parse('2026-03-05T05:00:00Z');
const attestation = {
  ...({ piece: 'attestation', laureateId: 'forge', missionId: 'm0', ownerUid: 'system', ownerName: '' } as const),
  ...({ name: 'Attestation.pdf', contentType: 'application/pdf', createdAt: thursday, side: null } as const),
  ...({ shared: false, replacesId: null, replacedById: null, withdrawnAt: null } as const),
  ...({ scan: 'clean', preview: 'none' } as const),
};
const stampAt = (day: string) => get(firestore, timeStamps, day);

beforeEach(async () => {
  await clear();
  isDown = false;
  requests = 0;
  for (const record of records) await firestore.doc(linkedProofs.path(record.id)).set(linkedProofs.write(record));
});

describe('The proofs of a day', () => {
  it('are stamped together once it is over, once, and each leaves with what checks it', async () => {
    await Promise.all([stampDays(firestore, authority, thursday), stampDays(firestore, authority, thursday)]);
    const asked = requests;
    const kept = await stampAt(monday);
    expect(kept).toMatchObject({ state: 'stamped', authority: 'Autorité d’horodatage', demonstration: true });
    expect(kept?.hashes).toEqual(records.slice(0, 3).map(({ chain }) => chain?.hash));
    expect(await stampAt(wednesday)).toMatchObject({ state: 'stamped' });
    await stampDays(firestore, authority, thursday + HOUR);
    expect(requests).toBe(asked);
    expect(await stampAt(monday)).toEqual(kept);
    for (const record of records) {
      const answers = proofAnswers(JSON.parse(JSON.stringify(await exportProof(firestore, record))), known);
      expect(answers.map(({ sentence }) => sentence).join('\n')).toContain('Horodaté par Autorité d’horodatage');
      expect(exitCodeOf(answers)).toBe(0);
    }
  });

  it('wait for the end of the day, and for the hour after it', async () => {
    await stampDays(firestore, authority, Date.parse('2026-03-02T23:59:00Z'));
    expect((await firestore.collection(TIME_STAMPS).get()).size).toBe(0);
    await stampDays(firestore, authority, Date.parse('2026-03-03T00:01:00Z'));
    expect((await firestore.collection(TIME_STAMPS).get()).docs.map(({ id }) => id)).toEqual([monday]);
  });

  it('wait for an authority that fails, which staff see, and are stamped as soon as it answers', async () => {
    isDown = true;
    for (const now of [thursday, thursday + HOUR]) await stampDays(firestore, authority, now);
    const task = () => get(firestore, tasks, taskId('stampsWaiting', 'stampsWaiting'));
    expect(await task()).toMatchObject({ closedAt: null, about: expect.stringContaining('lundi 2 mars 2026') });
    const problem = 'L’autorité d’horodatage a une panne. Rien n’est perdu : la demande sera refaite.';
    expect(await stampsView(firestore, true)).toMatchObject({
      waiting: [
        { day: monday, proofs: 3, attempts: 2, triedAt: thursday + HOUR, problem },
        { day: wednesday, proofs: 1, attempts: 2 },
      ],
      last: null,
    });
    const [record] = records;
    if (record) expect(await exportProof(firestore, record)).not.toHaveProperty('timeStamp');

    isDown = false;
    await stampDays(firestore, authority, thursday + 2 * HOUR);
    expect(await task()).toMatchObject({ closedAt: thursday + 2 * HOUR });
    expect(await stampsView(firestore, true)).toMatchObject({ waiting: [], last: { day: wednesday } });
  });

  it('wait for an authority whose clock is behind, and keep no token of it', async () => {
    const behind = {
      stamp: async (sha256: Uint8Array) => {
        const answer = await authority.stamp(sha256);
        return answer.stamped ? { ...answer, atMs: Date.parse('2026-03-02T12:00:00Z') } : answer;
      },
    };
    await stampDays(firestore, behind, thursday);
    expect(await stampAt(monday)).toMatchObject({ state: 'waiting', problem: expect.stringContaining('retarde') });
    await stampDays(firestore, authority, thursday + HOUR);
    expect(await stampAt(monday)).toMatchObject({ state: 'stamped' });
  });

  it('are copied once with what they are attested by, again once stamped, and never over what is there', async () => {
    const storage = getStorage(app);
    const [from, to] = ['files', 'locked'].map((name) => storage.bucket(`demo-sur-mesure-proofs-${name}`));
    if (from === undefined || to === undefined) throw new Error('no buckets');
    const id = attestationOf(records[0]?.id ?? '');
    const sealed = Buffer.from('%PDF of a proof');
    const file = { ...attestation, id, path: storedPath(id), size: sealed.byteLength, sha256: sha256(sealed) };
    await firestore.doc(files.path(id)).set(files.write(file));
    await from.file(storedPath(id)).save(sealed);
    expect(await copyProofs(firestore, { from, to })).toEqual({ proofs: 4, copied: 5 });
    expect(await copyProofs(firestore, { from, to })).toEqual({ proofs: 4, copied: 0 });
    await stampDays(firestore, authority, thursday);
    expect(await copyProofs(firestore, { from, to })).toEqual({ proofs: 4, copied: 4 });
    const [[pdf], [kept]] = await Promise.all([
      to.file(`proofs/${records[0]?.id}/${sha256(sealed)}.pdf`).download(),
      to.getFiles({ prefix: 'proofs/' }),
    ]);
    expect({ pdf, kept: kept.length }).toEqual({ pdf: sealed, kept: 9 });

    await firestore.doc(files.path(id)).set(files.write({ ...file, sha256: 'f'.repeat(64) }));
    await expect(copyProofs(firestore, { from, to })).rejects.toThrow('is not the one it names');
  });

  it('are stamped by nobody where there is no authority: not even their list is made', async () => {
    await stampDays(firestore, null, thursday);
    expect((await firestore.collection(TIME_STAMPS).get()).size).toBe(0);
    expect(await stampsView(firestore, false)).toEqual({ configured: false, waiting: [], last: null });
  });
});
