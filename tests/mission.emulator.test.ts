import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { ApiContract } from '../functions/src/domain/api.ts';
import { DAY } from '../functions/src/domain/calendar.ts';
import type { Command } from '../functions/src/domain/missions/actions.ts';
import type { MissionView } from '../functions/src/domain/missions/views.ts';
import { defaultSettings } from '../functions/src/domain/programme/settings.ts';
import type { Views } from '../functions/src/domain/views.ts';
import { newId } from '../functions/src/entrypoints/ids.ts';
import { certificatesIn } from '../functions/src/sealing/certificate.ts';
import { checkSeal } from '../functions/src/sealing/check.ts';
import { openFile } from '../functions/src/store/files/file-access.ts';
import { missionView } from '../functions/src/store/views/mission.ts';
import { root } from '../tools/commands.ts';
import { demonstrationSeal } from '../tools/sealing/demonstration-seal.ts';
import { call, expectCall } from './calls.ts';
import { type ExpertOfTests, publishedExpert } from './experts.ts';
import { handingIn } from './handing-in.ts';
import { type Person, signIn } from './people.ts';
import { type LaureateOfTests, laureateWith, openProgramme } from './programme.ts';
import { samplePdf } from './sample-pdf.ts';
import { firestore, inbox } from './suite.ts';
import { deposit, readObject } from './uploads.ts';

let laureate: LaureateOfTests;
let other: LaureateOfTests;
let expert: ExpertOfTests;
let signatory: Person;
let consultant: Person;

beforeAll(async () => {
  await openProgramme();
  [laureate, other, expert] = await Promise.all([laureateWith(10_000_00), laureateWith(15_000_00), publishedExpert()]);
  signatory = { uid: laureate.signatory.uid, email: laureate.email, token: await signIn(laureate.signatory.uid) };
  consultant = { uid: expert.person.uid, email: expert.email, token: await signIn(expert.person.uid) };
});

function act(person: Person, missionId: string | null, command: Command) {
  const laureateId = person === signatory ? laureate.laureateId : null;
  const input: ApiContract['missionAction']['input'] = { ...command, missionId, laureateId, operationId: randomUUID() };
  return expectCall('missionAction', input, person.token);
}

async function readMission(person: Person, missionId: string): Promise<MissionView> {
  const found = await expectCall('view', { name: 'mission', missionId, laureateId: null }, person.token);
  if (found.name !== 'mission') throw new Error('another view came back');
  return found;
}

/** Reads again until what a trigger makes is there. */
function eventually<Value>(read: () => Promise<Value>, holds: (value: Value) => boolean): Promise<Value> {
  return vi.waitFor(
    async () => {
      const value = await read();
      expect(value).toSatisfy(holds);
      return value;
    },
    { timeout: 30_000, interval: 100 },
  );
}

async function dossier(person: Person, laureateId: string): Promise<Views['dossier']> {
  const found = await expectCall('view', { name: 'dossier', laureateId }, person.token);
  if (found.name !== 'dossier') throw new Error('another view came back');
  return found;
}

describe('a mission from request to close, over HTTP', () => {
  it('tells everyone, opens one dossier, debits once, settles and ends', async () => {
    const piece = await deposit(
      signatory,
      { piece: 'application', missionId: null, laureateId: laureate.laureateId, name: 'candidature.pdf' },
      samplePdf('AMI'),
    );
    const { missionId } = await act(signatory, null, {
      action: 'request',
      input: {
        expertId: expert.expertId,
        subthemes: ['4.2'],
        need: 'Revoir le modèle économique.',
        needId: null,
        shareWith: [],
      },
    });
    await inbox.awaitMessage(expert.email, laureate.name);

    expect(await call('view', { name: 'dossier', laureateId: laureate.laureateId }, consultant.token)).toMatchObject({
      code: 'no-grant',
    });
    await act(consultant, missionId, { action: 'declareNoInterest', input: { declares: true } });
    expect((await dossier(consultant, laureate.laureateId)).pieces.map(({ fileId }) => fileId)).toContain(piece);
    expect(await call('view', { name: 'dossier', laureateId: other.laureateId }, consultant.token)).toMatchObject({
      code: 'no-grant',
    });
    const opened = await expectCall('openFile', { fileId: piece }, consultant.token);
    expect((await readObject(opened.path, consultant.token)).status).toBe(200);
    await act(consultant, missionId, { action: 'accept', input: {} });

    const devis = await deposit(
      consultant,
      { piece: 'devis', missionId, laureateId: null, name: 'devis.pdf' },
      samplePdf('Devis'),
    );
    const answers = {
      context: 'Un atelier.',
      need: 'Des tarifs.',
      findings: 'Peu de marge.',
      goals: 'Équilibre.',
      method: 'Trois ateliers.',
      deliverables: 'Un tableur.',
    };
    await act(
      consultant,
      missionId,
      handingIn({
        diagnostic: { kind: 'form', answers },
        devisId: devis,
        split: { [laureate.laureateId]: 3_000_00 },
        vatCents: 500_00,
      }),
    );
    await inbox.awaitMessage(defaultSettings.contact.email, laureate.name);
    const mail = await inbox.awaitMessage(laureate.email, 'iagnostic');
    expect(mail.text).toContain('/connexion#jeton=');

    const view = await eventually(
      () => readMission(signatory, missionId),
      ({ files }) => files.length === 2,
    );
    const hashOf = (kind: string) => view.files.find(({ piece: kept }) => kept === kind)?.sha256 ?? '';
    const validated = await act(signatory, missionId, {
      action: 'validate',
      input: {
        version: 1,
        diagnosticSha256: hashOf('diagnostic'),
        devisSha256: hashOf('devis'),
        subsidyCents: 3_000_00,
        ownCents: 0,
        consent: true,
      },
    });
    expect(validated).toMatchObject({
      state: 'awaiting_report',
      balance: { remainingCents: 7_000_00, committedCents: 3_000_00 },
    });
    const withProof = await eventually(
      () => readMission(signatory, missionId),
      ({ files }) => files.some(({ piece: kept }) => kept === 'attestation'),
    );
    const attestation = withProof.files.find(({ piece: kept }) => kept === 'attestation');
    const attestationFile = await expectCall('openFile', { fileId: attestation?.fileId ?? '' }, signatory.token);
    const pdf = await readObject(attestationFile.path, signatory.token);
    expect(Buffer.from(pdf.bytes.subarray(0, 5)).toString()).toBe('%PDF-');
    const { SEAL_CERTIFICATE } = await demonstrationSeal(join(root, '.emulators'), Date.now());
    const sealed = checkSeal(pdf.bytes, certificatesIn(SEAL_CERTIFICATE));
    expect(sealed).toMatchObject({ holds: true, seals: [{ demonstration: true }] });

    const report = {
      course: 'Comme prévu.',
      results: 'Des tarifs.',
      deliverables: 'Un tableur.',
      recommendations: 'Suivre.',
    };
    await act(consultant, missionId, {
      action: 'submitReport',
      input: { document: { kind: 'form', answers: report }, finals: { [laureate.laureateId]: 2_800_00 } },
    });
    await inbox.awaitMessage(laureate.email, 'apport');
    // A service is confirmed on a report that can be read: its PDF is made after the commit.
    await eventually(
      () => readMission(signatory, missionId),
      ({ files }) => files.some(({ piece: kept }) => kept === 'report'),
    );
    const closed = await act(signatory, missionId, {
      action: 'confirmService',
      input: { finalCents: 2_800_00, reportNumber: 1 },
    });
    expect(closed).toMatchObject({
      state: 'closed',
      balance: { remainingCents: 7_200_00, committedCents: 0, settledCents: 2_800_00 },
    });
    // What has no attestation is exported from the list; the validation is, beside its own.
    for (const person of [signatory, consultant])
      expect((await readMission(person, missionId)).proofs).toMatchObject([
        { kind: 'service', organisation: laureate.name, proofId: expect.stringContaining(missionId) },
      ]);
    const feedback = { overall: 'Satisfaisant', listening: 'Satisfaisant', usefulness: 'Satisfaisant' };
    await act(signatory, missionId, { action: 'giveFeedback', input: { answers: feedback } });

    const later = Date.now() + 31 * DAY;
    const asked = { actor: expert.person, as: 'file', scannerConfigured: false } as const;
    const opens = (fileId: string, now: number) => openFile(firestore, { ...asked, fileId, accessId: newId(), now });
    expect(await opens(devis, later)).toHaveProperty('path');
    expect(await opens(piece, later)).toMatchObject({ code: 'grant-ended' });
    expect(await opens(piece, Date.now())).toHaveProperty('path');
    expect(await missionView(firestore, expert.person, { missionId, laureateId: null, now: later })).toHaveProperty(
      'mission',
    );
    const home = await expectCall('view', { name: 'laureate', laureateId: null }, signatory.token);
    expect(home).toMatchObject({ position: { remainingCents: 7_200_00 }, missions: [{ state: 'closed' }] });
  });
});
