import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { SignedInActor } from '../functions/src/domain/actor.ts';
import { dayOf } from '../functions/src/domain/calendar.ts';
import { isRefusal } from '../functions/src/domain/refusal.ts';
import { balanceOf } from '../functions/src/domain/subsidy/ledger.ts';
import { newId } from '../functions/src/entrypoints/ids.ts';
import { gather, unitsOf } from '../functions/src/store/archives/contents.ts';
import { get } from '../functions/src/store/collection.ts';
import { accounts } from '../functions/src/store/collections/accounts.ts';
import type { ArchiveUnit } from '../functions/src/store/collections/archives.ts';
import { files } from '../functions/src/store/collections/files.ts';
import { grants } from '../functions/src/store/collections/grants.ts';
import { invoices } from '../functions/src/store/collections/invoices.ts';
import { JOURNAL, journal } from '../functions/src/store/collections/journal.ts';
import { laureates } from '../functions/src/store/collections/laureates.ts';
import { ledger, ledgerHeads, ledgerOf } from '../functions/src/store/collections/ledger.ts';
import { missionEvents, missions } from '../functions/src/store/collections/missions.ts';
import { OUTBOX, outbox } from '../functions/src/store/collections/outbox.ts';
import { settingsInForce } from '../functions/src/store/collections/settings.ts';
import { tasks } from '../functions/src/store/collections/tasks.ts';
import { actOnLaureate } from '../functions/src/store/laureates/act.ts';
import { chainFault, inOrder } from '../functions/src/store/laureates/ledger-chain.ts';
import { reconcileLaureate } from '../functions/src/store/laureates/reconciling.ts';
import { carryOneStep, transferLaureate } from '../functions/src/store/laureates/transfer.ts';
import { readExported } from '../tools/verify/exported.ts';
import { ProofChains } from '../tools/verify/proof-chains.ts';
import { codeOf } from './calls.ts';
import { publishedExpert } from './experts.ts';
import {
  deposited,
  type LaureateOfTests,
  laureateWith,
  openedMission,
  openProgramme,
  play,
  staff,
  submittedMission,
} from './programme.ts';
import { firestore } from './suite.ts';

beforeAll(openProgramme);

async function ledgerFor({ laureateId }: LaureateOfTests) {
  const lines = inOrder(ledger.list((await firestore.collection(ledgerOf(laureateId)).get()).docs));
  const head = await get(firestore, ledgerHeads, laureateId);
  return { balance: balanceOf(lines.map(({ entry }) => entry)), fault: chainFault(lines, head), lines };
}
const ines: SignedInActor = { kind: 'staff', uid: 'ines', name: 'Inès Garnier', signedInAt: Date.now() };
interface Change {
  readonly typedName?: string;
  readonly operationId?: string;
  readonly mostMissions?: number;
  readonly actor?: SignedInActor;
}
function askedOf(from: LaureateOfTests, into: LaureateOfTests, change: Change) {
  const { typedName = from.name, operationId = randomUUID(), actor = staff, ...most } = change;
  const command = { action: 'transferEntity', intoId: into.laureateId, typedName, reason: 'Fusion votée.' } as const;
  return { actor, laureateId: from.laureateId, command, operationId, lineId: newId(), now: Date.now(), ...most };
}
const transfer = (from: LaureateOfTests, into: LaureateOfTests, change: Change = {}) =>
  transferLaureate(firestore, askedOf(from, into, change));
/** One laureate with a mission that runs and another that was only asked for, and the one that takes over. */
async function twoLaureates() {
  const [from, into, expert] = await Promise.all([laureateWith(10_000_00), laureateWith(5_000_00), publishedExpert()]);
  const running = await submittedMission(from, expert, 3_000_00);
  await play(from.signatory, running.missionId, from.laureateId, { action: 'validate', input: running.decision });
  const asked = await openedMission(from, expert);
  return { from, into, expert, missionIds: [running.missionId, asked] as const };
}

const gatheringOf = (actor: SignedInActor, units: readonly ArchiveUnit[]) => ({
  ...{ actor, laureateId: null, now: Date.now(), scannerConfigured: false, printMyself: async () => new Uint8Array() },
  missionIds: new Set(units.flatMap(({ kind, id }) => (kind === 'mission' ? [id] : []))),
});
/** What these units put in one archive. */
async function gathered(actor: SignedInActor, units: readonly ArchiveUnit[]) {
  const all = await Promise.all(units.map((unit) => gather(firestore, gatheringOf(actor, units), unit)));
  const contents = all.flatMap((one) => (isRefusal(one) ? [] : [one]));
  return {
    texts: contents.flatMap(({ texts }) => texts),
    documents: contents.flatMap(({ documents }) => documents),
  };
}

describe('A laureate that another one takes over', () => {
  it('hands on missions, money and people in one commit, once, and is merged', async () => {
    const { from, into, expert, missionIds } = await twoLaureates();
    const { id: fileId } = await deposited(missionIds[0], expert.person.uid, 'invoice', from.laureateId);
    const bill = { laureateId: from.laureateId, fileId, number: 'F-1', date: dayOf(Date.now()), amountCents: 1_000_00 };
    await play(expert.person, missionIds[0], null, { action: 'depositInvoice', input: bill });
    expect(codeOf(await transfer(from, into, { typedName: into.name }))).toBe('name-differs');
    expect((await get(firestore, laureates, from.laureateId))?.status).toBe('active');
    expect(codeOf(await transfer(from, into, { actor: ines }))).toBeNull();
    expect(codeOf(await transfer(from, into, { actor: ines }))).toBe('own-proposal');
    expect(await get(firestore, laureates, from.laureateId)).toMatchObject({
      status: 'active',
      takeover: { byUid: ines.uid },
    });
    expect((await ledgerFor(into)).balance.awardedCents).toBe(5_000_00);
    const operationId = randomUUID();
    // Two presses of the same button, at once: one transfer, one answer.
    const answers = await Promise.all([transfer(from, into, { operationId }), transfer(from, into, { operationId })]);
    expect(answers[0]).toEqual({ done: `${from.name} est réunie à ${into.name}.` });
    expect(answers[1]).toEqual(answers[0]);

    const [left, taken] = await Promise.all([ledgerFor(from), ledgerFor(into)]);
    expect(left).toMatchObject({ fault: null, balance: { awardedCents: 0, committedCents: 0, remainingCents: 0 } });
    expect(taken).toMatchObject({
      fault: null,
      balance: { awardedCents: 15_000_00, committedCents: 3_000_00, remainingCents: 12_000_00 },
    });
    expect(left.lines.at(-1)?.entry).toMatchObject({ type: 'adjust', id: `adjust.${operationId}.out` });
    expect(taken.lines.find(({ entry }) => entry.type === 'adjust')?.entry.id).toBe(`adjust.${operationId}.in`);
    expect(await get(firestore, laureates, from.laureateId)).toMatchObject({
      status: 'merged',
      mergedInto: into.laureateId,
      standing: { reason: 'Fusion votée.' },
    });
    for (const missionId of missionIds) {
      const mission = await get(firestore, missions, missionId);
      expect(await get(firestore, missionEvents, missionId, String(mission?.events))).toMatchObject({
        ...{ action: 'carriedOver', fromName: from.name, intoName: into.name, by: { name: staff.name }, reason: null },
      });
      expect(mission?.participants[from.laureateId]?.status).toBe('left');
      expect(mission?.participants[into.laureateId]?.status).toBe('requested');
      const grant = await get(firestore, grants, from.laureateId, expert.person.uid);
      expect(grant?.missions[missionId]).toBeLessThanOrEqual(Date.now());
    }
    expect(await get(firestore, grants, into.laureateId, expert.person.uid)).toBeNull();
    // The people of both: acting for the one, reading the dossier of the other.
    const [newcomer, host] = await Promise.all(
      [from, into].map(({ signatory }) => get(firestore, accounts, signatory.uid)),
    );
    const roles = (account: typeof newcomer) =>
      Object.fromEntries((account?.memberships ?? []).map(({ laureateId, role }) => [laureateId, role]));
    expect(roles(newcomer)).toEqual({ [from.laureateId]: 'signatory', [into.laureateId]: 'signatory' });
    expect(roles(host)).toEqual({ [from.laureateId]: 'contributor', [into.laureateId]: 'signatory' });
    for (const email of [from.email, into.email, expert.email]) {
      const mails = outbox.list((await firestore.collection(OUTBOX).where('to.email', '==', email).get()).docs);
      expect(mails.filter(({ mail }) => mail === 'laureateMerged')).toHaveLength(1);
    }
    // The mission goes on in the name of the one that took over, once the expert has declared.
    await play(expert.person, missionIds[0], null, { action: 'declareNoInterest', input: { declares: true } });
    await play(staff, missionIds[0], null, {
      action: 'endEarly',
      input: { reason: 'Arrêtée.', finals: { [into.laureateId]: 1_000_00 } },
    });
    expect((await ledgerFor(into)).balance).toMatchObject({ settledCents: 1_000_00, committedCents: 0 });
    // So does the invoice that was deposited before, with its PDF and the team's task.
    const [invoice] = invoices.list((await firestore.collection('invoices').where('fileId', '==', fileId).get()).docs);
    expect(invoice).toMatchObject({ laureateId: into.laureateId, laureateName: into.name, status: 'deposited' });
    expect((await get(firestore, files, fileId))?.laureateId).toBe(into.laureateId);
    const invoiceId = invoice?.id ?? '';
    expect((await get(firestore, tasks, `invoiceToRecord.${invoiceId}`))?.laureateId).toBe(into.laureateId);
    const payment = { invoiceId, day: dayOf(Date.now()), paidCents: 1_000_00 };
    await play(into.signatory, missionIds[0], into.laureateId, { action: 'recordPayment', input: payment });
    const reconcile = ({ laureateId }: LaureateOfTests) =>
      reconcileLaureate(firestore, { laureateId, byName: 'Service automatique', now: Date.now() });
    for (const side of [from, into]) expect(await reconcile(side)).toMatchObject({ fault: null });
  });

  it('keeps its whole chain of proofs in its archive, whether the mission that moved is in it or not', async () => {
    const { from, into, missionIds } = await twoLaureates();
    expect(codeOf(await transfer(from, into, { actor: ines }))).toBeNull();
    expect(codeOf(await transfer(from, into))).toBeNull();
    const units = await unitsOf(firestore, { kind: 'laureate', laureateId: from.laureateId });
    const head = (await get(firestore, ledgerHeads, from.laureateId))?.proofs;
    if (head === undefined) throw new Error('nothing was decided');
    // Where the archive has the mission, the proof is in its folder; where it has not, in the laureate's, with what was decided on.
    for (const present of [units, units.filter(({ kind }) => kind === 'laureate')]) {
      const found = await gathered(staff, present);
      const chains = new ProofChains();
      for (const { path, text } of found.texts) {
        const exported = path.startsWith('Preuves/') ? readExported(text) : null;
        if (exported?.proof.laureateId === from.laureateId) chains.add(exported);
      }
      chains.endsAt(from.laureateId, head);
      expect(chains.answers().map(({ verdict }) => verdict)).toEqual(['holds']);
      expect(found.documents.filter(({ file }) => file.missionId === missionIds[0]).length).toBeGreaterThanOrEqual(2);
    }
    const alone = { kind: 'laureate', id: from.laureateId } as const;
    const [stranger, theirs] = await Promise.all([laureateWith(1_000_00), gathered(from.signatory, [alone])]);
    expect(theirs.texts.filter(({ path }) => path.startsWith('Preuves/'))).toHaveLength(1);
    expect(await gather(firestore, gatheringOf(stranger.signatory, [alone]), alone)).toMatchObject({
      code: 'not-yours',
    });
  });

  it('and which somebody proposed, is left as it is when that person withdraws the proposal', async () => {
    const [from, into] = await Promise.all([laureateWith(10_000_00), laureateWith(5_000_00)]);
    const command = { action: 'withdrawTransfer', reason: 'La fusion est reportée.' } as const;
    const withdraw = (actor: SignedInActor) =>
      actOnLaureate(firestore, { ...askedOf(from, into, { actor }), command, lineId: newId() });
    expect(codeOf(await withdraw(ines))).toBe('no-proposal');
    expect(codeOf(await transfer(from, into, { actor: ines }))).toBeNull();
    expect(codeOf(await withdraw(staff))).toBe('not-your-proposal');
    expect(codeOf(await withdraw(ines))).toBeNull();
    expect(await get(firestore, laureates, from.laureateId)).toMatchObject({ status: 'active', takeover: null });
    expect((await get(firestore, tasks, `transferToCheck.${from.laureateId}`))?.closedBy).toBe(ines.name);
    const lines = journal.list(
      (await firestore.collection(JOURNAL).where('laureateId', '==', from.laureateId).get()).docs,
    );
    expect(new Set(lines.map(({ done }) => done))).toEqual(new Set(['proposeTransfer', 'withdrawTransfer']));
    const mails = await firestore.collection(OUTBOX).where('to.email', '==', from.email).get();
    expect(mails.docs.filter((mail) => mail.get('mail') === 'laureateMerged')).toEqual([]);
    // It then waits for nobody: another transfer is a new proposal.
    expect(codeOf(await transfer(from, into))).toBeNull();
    expect(await get(firestore, laureates, from.laureateId)).toMatchObject({ status: 'active' });
  });

  it('hands on in steps what does not fit in one commit: stopped half-way nothing is lost, and pressing again ends it', async () => {
    const { from, into, missionIds } = await twoLaureates();
    expect(codeOf(await transfer(from, into, { actor: ines }))).toBeNull();
    const asked = askedOf(from, into, { mostMissions: 1 });
    // The process dies after its first commit.
    expect(codeOf(await carryOneStep(firestore, asked, await settingsInForce(firestore)))).toBeNull();
    const [left, taken] = [(await ledgerFor(from)).balance, (await ledgerFor(into)).balance];
    expect(left.awardedCents + taken.awardedCents).toBe(15_000_00);
    expect(left.committedCents + taken.committedCents).toBe(3_000_00);
    expect((await get(firestore, laureates, from.laureateId))?.status).toBe('suspended');
    expect((await get(firestore, laureates, from.laureateId))?.takeover?.startedAt).toBe(asked.now);
    expect((await get(firestore, tasks, `transferToCheck.${from.laureateId}`))?.closedAt).toBeNull();
    expect(codeOf(await transferLaureate(firestore, asked))).toBeNull();
    const ids = (await ledgerFor(into)).lines.map(({ entry }) => entry.id);
    expect(ids).toHaveLength(new Set(ids).size);
    expect(await get(firestore, journal, `${asked.lineId}.into`)).toMatchObject({ aboutName: into.name });
    expect((await ledgerFor(into)).balance).toMatchObject({ awardedCents: 15_000_00, committedCents: 3_000_00 });
    expect((await ledgerFor(from)).balance).toMatchObject({ awardedCents: 0, remainingCents: 0 });
    for (const missionId of missionIds) {
      expect((await get(firestore, missions, missionId))?.participants[into.laureateId]?.status).toBe('requested');
    }
    // The task that says it is half-way was opened with the first step, and closed with the last.
    const task = await get(firestore, tasks, `transferToCheck.${from.laureateId}`);
    expect(task?.closedBy).toBe(staff.name);
    expect(codeOf(await transfer(from, into))).toBe('wrong-status');
  });
});
