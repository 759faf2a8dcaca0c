import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { SharingActionName } from '../functions/src/domain/laureates/facts.ts';
import { attestedBy } from '../functions/src/domain/proofs/export.ts';
import { isRefusal } from '../functions/src/domain/refusal.ts';
import { newId } from '../functions/src/entrypoints/ids.ts';
import { accounts } from '../functions/src/store/collections/accounts.ts';
import { grants } from '../functions/src/store/collections/grants.ts';
import { preferences } from '../functions/src/store/collections/preferences.ts';
import { keepFile } from '../functions/src/store/files/stored-files.ts';
import { laureateFileView } from '../functions/src/store/views/laureate-file.ts';
import { call, codeOf, expectCall } from './calls.ts';
import { allows } from './firestore-client.ts';
import { signIn, staffPerson } from './people.ts';
import { deposited, staff } from './programme.ts';
import { samplePdf } from './sample-pdf.ts';
import {
  act,
  attestationOf,
  baker,
  expectOnlyOwn,
  expert,
  handIn,
  laureateIdOf,
  openSharing,
  parts,
  read,
  type Side,
  sharedMission,
  tokens,
  totalCents,
  validatedBy,
  weaver,
} from './sharing.ts';
import { bucket, firestore, inbox } from './suite.ts';
import { readObject } from './uploads.ts';

beforeAll(openSharing);

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

    // What another laureate does is gathered in the mail of the week; this one asked to be told at once.
    const choices = { missionChanged: 'now' } as const;
    await firestore.doc(preferences.path(baker.signatory.uid)).set(preferences.write({ choices }));
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
  const sharersSeenBy = async (who: Side) => {
    const asked = { name: 'sharers', laureateId: laureateIdOf(who) ?? '', subtheme: '4.2' } as const;
    const found = await expectCall('view', asked, tokens[who]);
    if (found.name !== 'sharers') throw new Error('another view came back');
    expectOnlyOwn(who, found);
    return found.names;
  };
  const seesBaker = async () => (await partnersOf('weaver')).partners.some(({ name }) => name === baker.name);
  const withBaker = () => [baker.laureateId];

  it('one that takes its yes back is shown to nobody, may not be invited, and goes on with what it shares', async () => {
    const { partners } = await partnersOf('weaver');
    expect(partners).toContainEqual({ laureateId: baker.laureateId, name: baker.name, subthemes: ['4.2', '10.1'] });
    expect(await sharersSeenBy('weaver')).toContain(baker.name);
    const mission = await sharedMission();
    expect(codeOf(await turn('baker', 'closeToSharing', tokens.weaver))).toBe('not-yours');
    expect(codeOf(await turn('baker', 'closeToSharing'))).toBeNull();
    expect(codeOf(await turn('baker', 'closeToSharing'))).toBe('sharing-already-closed');
    expect([await sharersSeenBy('baker'), (await sharersSeenBy('weaver')).includes(baker.name)]).toEqual([[], false]);
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
