import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import type { ArchiveScope } from '../functions/src/domain/archives/archive.ts';
import { addDays, dayOf } from '../functions/src/domain/calendar.ts';
import type { SharingActionName } from '../functions/src/domain/laureates/facts.ts';
import type { Command } from '../functions/src/domain/missions/actions.ts';
import type { MissionView } from '../functions/src/domain/missions/views.ts';
import { attestedBy } from '../functions/src/domain/proofs/export.ts';
import { isRefusal } from '../functions/src/domain/refusal.ts';
import { totalsOnly } from '../functions/src/domain/subsidy/share.ts';
import { newId } from '../functions/src/entrypoints/ids.ts';
import { get } from '../functions/src/store/collection.ts';
import { accounts } from '../functions/src/store/collections/accounts.ts';
import { archives } from '../functions/src/store/collections/archives.ts';
import { grants } from '../functions/src/store/collections/grants.ts';
import { keepFile, storedPath } from '../functions/src/store/files/stored-files.ts';
import { laureateFileView } from '../functions/src/store/views/laureate-file.ts';
import { verifyArchive } from '../tools/verify/archive.ts';
import { call, codeOf, expectCall } from './calls.ts';
import { created, sweep, threeTimes } from './events.ts';
import { allows } from './firestore-client.ts';
import { signIn, staffPerson } from './people.ts';
import {
  deposited,
  type ExpertOfTests,
  type LaureateOfTests,
  laureateWith,
  openProgramme,
  publishedExpert,
  staff,
} from './programme.ts';
import { samplePdf } from './sample-pdf.ts';
import { bucket, firestore, inbox } from './suite.ts';
import { readObject } from './uploads.ts';

/** Amounts that no other figure contains, so that finding one in an answer is a leak. */
const parts = { weaver: 2_111_17, baker: 987_61 } as const;
const totalCents = parts.weaver + parts.baker;
type Side = keyof typeof parts;

let weaver: LaureateOfTests;
let baker: LaureateOfTests;
let expert: ExpertOfTests;
let tokens: Record<Side | 'expert', string>;

beforeAll(async () => {
  await openProgramme();
  [weaver, baker, expert] = await Promise.all([laureateWith(10_000_00), laureateWith(10_000_00), publishedExpert()]);
  tokens = {
    weaver: await signIn(weaver.signatory.uid),
    baker: await signIn(baker.signatory.uid),
    expert: await signIn(expert.person.uid),
  };
});

function laureateIdOf(who: Side | 'expert'): string | null {
  return who === 'expert' ? null : { weaver, baker }[who].laureateId;
}

async function act(who: Side | 'expert', missionId: string | null, command: Command) {
  const input = { ...command, missionId, laureateId: laureateIdOf(who), operationId: randomUUID() };
  const answer = await expectCall('missionAction', input, tokens[who]);
  expectOnlyOwn(who, answer);
  return answer;
}

async function read(who: Side | 'expert', missionId: string): Promise<MissionView> {
  const found = await expectCall('view', { name: 'mission', missionId, laureateId: laureateIdOf(who) }, tokens[who]);
  if (found.name !== 'mission') throw new Error('another view came back');
  expectOnlyOwn(who, found);
  return found;
}

/** Whatever a laureate is answered, the part of the other and the total that would give it are not in it. */
function expectOnlyOwn(who: Side | 'expert', answer: unknown): void {
  if (who === 'expert') return;
  const others = parts[who === 'weaver' ? 'baker' : 'weaver'];
  for (const cents of [others, totalCents]) expect(JSON.stringify(answer)).not.toContain(String(cents));
}

async function handIn(missionId: string, split: Readonly<Record<string, number>>, version: number) {
  const { uid } = expert.person;
  const [diagnostic, devis] = await Promise.all([
    deposited(missionId, uid, 'diagnostic'),
    deposited(missionId, uid, 'devis'),
  ]);
  const total = Object.values(split).reduce((sum, cents) => sum + cents, 0);
  const today = dayOf(Date.now());
  await act('expert', missionId, {
    action: 'submitDiagnostic',
    input: {
      diagnostic: { kind: 'file', fileId: diagnostic.id },
      devis: {
        fileId: devis.id,
        number: `D-${version}`,
        validUntil: addDays(today, 30),
        issuer: null,
        amounts: totalsOnly(total, 0),
      },
      plannedStart: today,
      plannedEnd: addDays(today, 60),
      split,
    },
  });
  const decision = { version, diagnosticSha256: diagnostic.sha256, devisSha256: devis.sha256, ownCents: 0 };
  return { devis, decision: { ...decision, consent: true } };
}

/** A mission that both take part in, its first devis split between them. */
async function sharedMission() {
  const { missionId } = await act('weaver', null, {
    action: 'request',
    input: {
      expertId: expert.expertId,
      subthemes: ['4.2'],
      need: 'Partager un atelier.',
      needId: null,
      shareWith: [baker.laureateId],
    },
  });
  await act('baker', missionId, { action: 'join', input: {} });
  await act('expert', missionId, { action: 'declareNoInterest', input: { declares: true } });
  await act('expert', missionId, { action: 'accept', input: {} });
  const split = { [weaver.laureateId]: parts.weaver, [baker.laureateId]: parts.baker };
  return { missionId, ...(await handIn(missionId, split, 1)) };
}

async function validatedBy(who: Side, { missionId, decision }: Awaited<ReturnType<typeof sharedMission>>) {
  return act(who, missionId, { action: 'validate', input: { ...decision, subsidyCents: parts[who] } });
}

async function attestationOf(who: Side, missionId: string): Promise<string> {
  const found = async () => (await read(who, missionId)).files.find(({ piece }) => piece === 'attestation');
  await expect.poll(found, { timeout: 10_000 }).toBeDefined();
  return (await found())?.fileId ?? '';
}

async function opens(fileId: string, token: string): Promise<string> {
  const answer = await call('openFile', { fileId }, token);
  if ('refused' in answer) return answer.code;
  const { status, bytes } = await readObject(answer.path, token);
  expect(status).toBe(200);
  return Buffer.from(bytes.subarray(0, 4)).toString();
}

/** The record of a proof is for the readers of its attestation: its laureate and the expert, not the laureate beside. */
async function exportsOnlyOwn(fileId: string): Promise<void> {
  const request = { name: 'proof', proofId: attestedBy({ fileId, piece: 'attestation' }) ?? '' } as const;
  for (const who of ['weaver', 'expert'] as const) {
    const exported = JSON.stringify(await expectCall('view', request, tokens[who]));
    expect(exported).toContain(String(parts.weaver));
    expect(exported).not.toContain(String(parts.baker));
  }
  expect(codeOf(await call('view', request, tokens.baker))).toBe('proof-unknown');
}

describe('a mission shared by two laureates, over HTTP', () => {
  it('shows each its own part, debits each once, and keeps each attestation to its laureate and the expert', async () => {
    const mission = await sharedMission();
    const { missionId, devis } = mission;
    expect(await read('weaver', missionId)).toMatchObject({ share: { shareCents: parts.weaver }, submitted: null });
    expect(await read('baker', missionId)).toMatchObject({ share: { shareCents: parts.baker }, amounts: null });
    const spoken = { name: 'mission', missionId, laureateId: baker.laureateId } as const;
    expect(await call('view', spoken, tokens.expert)).toMatchObject({ share: null, laureateId: null });

    expect(await validatedBy('weaver', mission)).toMatchObject({ state: 'awaiting_validation' });
    const told = await inbox.awaitMessage(baker.email, 'Diagnostic et devis validés');
    expect(told.subject).toContain(weaver.name);
    expect(told.text).not.toContain('Vérifiez que cette validation');
    expect(await validatedBy('baker', mission)).toMatchObject({
      state: 'awaiting_report',
      balance: { remainingCents: 10_000_00 - parts.baker },
    });
    const attestation = await attestationOf('weaver', missionId);
    expect(await opens(attestation, tokens.weaver)).toBe('%PDF');
    expect(await opens(attestation, tokens.baker)).toBe('not-yours');
    await exportsOnlyOwn(attestation);

    const report = await deposited(missionId, expert.person.uid, 'report');
    const finals = { [weaver.laureateId]: parts.weaver, [baker.laureateId]: parts.baker };
    await act('expert', missionId, {
      action: 'submitReport',
      input: { document: { kind: 'file', fileId: report.id }, finals },
    });
    const confirm = (who: Side) =>
      act(who, missionId, { action: 'confirmService', input: { finalCents: parts[who], reportNumber: 1 } });
    expect(await confirm('weaver')).toMatchObject({ state: 'awaiting_confirmation' });
    expect(await confirm('baker')).toMatchObject({ state: 'closed' });
    await readAfterTheDelay(devis.id, attestation);
  });

  it('hides from the laureate that left what comes after, and shows the whole devis to the one that continues alone', async () => {
    const { missionId, devis } = await sharedMission();
    await act('weaver', missionId, { action: 'leaveShared', input: { reason: 'Projet reporté.', finalCents: 0 } });
    const second = await handIn(missionId, { [baker.laureateId]: parts.baker }, 2);
    expect(await read('baker', missionId)).toMatchObject({ submitted: { split: { [baker.laureateId]: parts.baker } } });
    const left = await read('weaver', missionId);
    expect(left).toMatchObject({ submitted: null, amounts: null, files: [] });
    expect(left.events.at(-1)?.action).toBe('leaveShared');
    expect(await opens(second.devis.id, tokens.baker)).toBe('%PDF');
    expect(await opens(second.devis.id, tokens.weaver)).toBe('not-yours');
    expect(await opens(devis.id, tokens.weaver)).toBe('%PDF');
    for (const path of [`missions/${missionId}`, `missions/${missionId}/events/1`])
      expect([await allows('get', path, tokens.baker), await allows('get', path, tokens.weaver)]).toEqual([
        true,
        false,
      ]);
  });

  it('keeps the part of the laureate that left after validating from the one that stays', async () => {
    const mission = await sharedMission();
    await validatedBy('weaver', mission);
    await validatedBy('baker', mission);
    const { missionId } = mission;
    await act('weaver', missionId, { action: 'leaveShared', input: { reason: 'Projet reporté.', finalCents: 0 } });
    expect(await read('baker', missionId)).toMatchObject({ submitted: null, amounts: null });
    expect(await read('weaver', missionId)).toMatchObject({ submitted: null, amounts: null });
    expect(await read('expert', missionId)).toMatchObject({ amounts: { includingVatCents: totalCents } });
  });
});

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

describe('laureates that share are open to it, both of them', () => {
  const turn = (who: Side, action: SharingActionName, token = tokens[who]) =>
    call('laureateAction', { action, operationId: randomUUID(), laureateId: { weaver, baker }[who].laureateId }, token);
  const asks = async (token: string, shareWith: readonly string[], asked: object = {}) => {
    const input = { expertId: expert.expertId, subthemes: ['4.2'], need: 'Partager un atelier.', needId: null };
    const command = { action: 'request', input: { ...input, shareWith } } as const;
    const about = { missionId: null, laureateId: weaver.laureateId, operationId: randomUUID() };
    return codeOf(await call('missionAction', { ...command, ...about, ...asked }, token));
  };
  const partnersOf = async (who: Side) => {
    const found = await expectCall('view', { name: 'partners', laureateId: laureateIdOf(who) ?? '' }, tokens[who]);
    if (found.name !== 'partners') throw new Error('another view came back');
    expectOnlyOwn(who, found);
    return found;
  };
  const seesBaker = async () => (await partnersOf('weaver')).partners.some(({ name }) => name === baker.name);
  const withBaker = () => [baker.laureateId];

  it('one that takes its yes back is shown to nobody, may not be invited, and goes on with what it shares', async () => {
    const { partners } = await partnersOf('weaver');
    expect(partners).toContainEqual({ laureateId: baker.laureateId, name: baker.name, subthemes: ['4.2', '10.1'] });
    const mission = await sharedMission();
    expect(codeOf(await turn('baker', 'closeToSharing', tokens.weaver))).toBe('not-yours');
    expect(codeOf(await turn('baker', 'closeToSharing'))).toBeNull();
    expect(codeOf(await turn('baker', 'closeToSharing'))).toBe('sharing-already-closed');
    expect([await seesBaker(), await partnersOf('baker')]).toMatchObject([
      false,
      { openToSharing: null, partners: [] },
    ]);
    expect(await asks(tokens.weaver, withBaker())).toBe('partner-not-open');
    expect(await asks(tokens.weaver, [])).toBeNull();
    expect(await validatedBy('baker', mission)).toMatchObject({ state: 'awaiting_validation' });
    expect(codeOf(await turn('baker', 'openToSharing'))).toBeNull();
    expect([await seesBaker(), await asks(tokens.weaver, withBaker())]).toEqual([true, null]);
  });

  it('one that is not open invites nobody, by itself or by the team, which does not say yes in its place', async () => {
    const { token } = await staffPerson(newId());
    const onBehalf = { askedBy: { name: 'Anne Le Goff', how: 'phone' } } as const;
    expect(codeOf(await turn('weaver', 'closeToSharing'))).toBeNull();
    expect(await asks(tokens.weaver, withBaker())).toBe('sharing-not-open');
    expect(await asks(token, withBaker(), onBehalf)).toBe('sharing-not-open');
    expect(codeOf(await turn('weaver', 'openToSharing', token))).toBe('members-only');
    expect(codeOf(await turn('weaver', 'openToSharing'))).toBeNull();
    expect(await asks(token, withBaker(), onBehalf)).toBeNull();
    const file = await laureateFileView(firestore, staff, weaver);
    if (isRefusal(file)) throw new Error(file.message);
    expect(file.journal.map(({ done }) => done)).toEqual(['openToSharing', 'closeToSharing']);
  });
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

/** Once the dossier is closed, an expert, and a colleague who never declared anything, read what the mission made and nothing of the dossier. */
async function readAfterTheDelay(devisId: string, attestationId: string): Promise<void> {
  const { uid } = expert.person;
  const account = accounts.read(await firestore.doc(accounts.path(uid)).get());
  if (account === null) throw new Error('the expert has no account');
  const colleague = { ...account, uid: newId(), email: `${newId()}@exemple.fr`.toLowerCase() };
  await firestore.doc(accounts.path(colleague.uid)).set(accounts.write(colleague));
  for (const { laureateId } of [weaver, baker]) {
    const reference = firestore.doc(grants.path(laureateId, uid));
    const grant = grants.read(await reference.get());
    if (grant === null) throw new Error('the expert has no grant');
    const ended = Object.fromEntries(Object.keys(grant.missions).map((missionId) => [missionId, Date.now()]));
    await reference.set(grants.write({ ...grant, missions: ended }));
  }
  const piece = {
    id: newId(),
    piece: 'application',
    laureateId: weaver.laureateId,
    missionId: null,
    ownerUid: weaver.signatory.uid,
    name: 'candidature.pdf',
    contentType: 'application/pdf',
    createdAt: Date.now(),
  } as const;
  await keepFile(firestore, bucket, piece, samplePdf(piece.id));
  for (const [token, code] of [
    [tokens.expert, 'grant-ended'],
    [await signIn(colleague.uid), 'no-grant'],
  ] as const) {
    expect(await opens(devisId, token)).toBe('%PDF');
    expect(await opens(attestationId, token)).toBe('%PDF');
    expect(await opens(piece.id, token)).toBe(code);
  }
}
