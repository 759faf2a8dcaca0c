import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { isRefusal } from '../functions/src/domain/refusal.ts';
import type { SubsidyCommand, SubsidyInputs } from '../functions/src/domain/subsidy/actions.ts';
import { balanceOf } from '../functions/src/domain/subsidy/ledger.ts';
import { adjustments } from '../functions/src/store/collections/adjustments.ts';
import { JOURNAL } from '../functions/src/store/collections/journal.ts';
import { laureates } from '../functions/src/store/collections/laureates.ts';
import { ledger } from '../functions/src/store/collections/ledger.ts';
import { OUTBOX } from '../functions/src/store/collections/outbox.ts';
import { linkedProofs, proofs } from '../functions/src/store/collections/proofs.ts';
import { reconciliations } from '../functions/src/store/collections/reconciliations.ts';
import { tasks } from '../functions/src/store/collections/tasks.ts';
import { projectBalance } from '../functions/src/store/laureates/balances.ts';
import { ledgerNow } from '../functions/src/store/laureates/ledger-reading.ts';
import { reconcileLaureate, reconcileProgramme } from '../functions/src/store/laureates/reconciling.ts';
import { actOnSubsidy } from '../functions/src/store/laureates/subsidy.ts';
import { proofsNow } from '../functions/src/store/proofs/chain-reading.ts';
import { call, codeOf } from './calls.ts';
import { type ExpertOfTests, publishedExpert } from './experts.ts';
import { signIn } from './people.ts';
import { laureateWith, openProgramme, play, staff, submittedMission } from './programme.ts';
import { firestore } from './suite.ts';

const camille = { uid: staff.uid, name: staff.name };
const ines = { uid: 'second-staff-of-tests', name: 'Inès Garnier' };
let expert: ExpertOfTests;

beforeAll(async () => {
  await openProgramme();
  expert = await publishedExpert();
});

const act = (laureateId: string, command: SubsidyCommand, actor = camille, operationId: string = randomUUID()) =>
  actOnSubsidy(firestore, { actor, laureateId, command, operationId, now: Date.now() });
const correction = (cents: number): { action: 'adjust'; input: SubsidyInputs['adjust'] } => ({
  action: 'adjust',
  input: { kind: 'correction', cents, missionId: null, otherLaureateId: null, reason: 'Saisie en double.' },
});
const balance = async (laureateId: string) => balanceOf((await ledgerNow(firestore, laureateId)).entries);
const reconcile = (laureateId: string) =>
  reconcileLaureate(firestore, { laureateId, byName: 'Service automatique', now: Date.now() });
const read = async (path: string) => firestore.doc(path).get();

describe('A correction of a subsidy', () => {
  it('above the setting waits for a second person, whose two clicks write one line', async () => {
    const { laureateId } = await laureateWith(10_000_00);
    const adjustmentId = randomUUID();
    const proposed = await act(laureateId, correction(-600_00), camille, adjustmentId);
    expect(proposed).toMatchObject({ done: expect.stringContaining('une autre personne') });
    expect(await act(laureateId, correction(-600_00), camille, adjustmentId)).toEqual(proposed);
    expect((await balance(laureateId)).remainingCents).toBe(10_000_00);
    const task = tasks.path(`adjustmentToApprove.${adjustmentId}`);
    expect((await read(task)).get('closedAt')).toBeNull();

    const approve = { action: 'approveAdjustment', input: { adjustmentId } } as const;
    expect(await act(laureateId, approve)).toMatchObject({ code: 'four-eyes' });
    const answers = await Promise.all([act(laureateId, approve, ines), act(laureateId, approve, ines)]);
    expect(answers.filter(isRefusal)).toMatchObject([{ code: 'adjustment-decided' }]);
    const { entries, fault } = await ledgerNow(firestore, laureateId);
    expect(fault).toBeNull();
    expect(entries.filter(({ type }) => type === 'adjust')).toMatchObject([
      { id: `adjust.${adjustmentId}`, cents: -600_00, byName: 'Inès Garnier', reason: 'Saisie en double.' },
    ]);
    expect((await read(task)).get('closedBy')).toBe('Inès Garnier');
    expect(adjustments.read(await read(adjustments.path(adjustmentId)))).toMatchObject({ state: 'approved' });
    const told = await firestore.collection(OUTBOX).where('path', '==', `/laureat?laureat=${laureateId}`).get();
    expect(told.docs.filter((mail) => mail.get('mail') === 'subsidyChanged')).toHaveLength(1);
    const lines = await firestore.collection(JOURNAL).where('laureateId', '==', laureateId).get();
    expect(new Set(lines.docs.map((line) => line.get('done')))).toEqual(
      new Set(['proposeAdjustment', 'approveAdjustment']),
    );
  });

  it('to another laureate moves both ledgers at once, or neither', async () => {
    const [from, to] = await Promise.all([laureateWith(1_000_00), laureateWith(1_000_00)]);
    const transfer = (cents: number): SubsidyCommand => ({
      action: 'adjust',
      input: { ...correction(cents).input, kind: 'transfer', otherLaureateId: to.laureateId },
    });
    const many = await Promise.all([1, 2, 3].map(() => act(from.laureateId, transfer(400_00))));
    expect(many.filter(isRefusal)).toMatchObject([{ code: 'adjust-exceeds' }]);
    expect((await balance(from.laureateId)).remainingCents).toBe(200_00);
    expect((await balance(to.laureateId)).remainingCents).toBe(1_800_00);
    for (const { laureateId } of [from, to])
      expect(await reconcile(laureateId)).toMatchObject({ fault: null, lines: expect.any(Number) });
  });
});

describe('One byte changed in a line that is stored', () => {
  it('refuses every decision on that subsidy, is named by its number and id, and is told to staff until it is put back', async () => {
    const laureate = await laureateWith(10_000_00);
    const { laureateId, signatory } = laureate;
    const mission = await submittedMission(laureate, expert, 3_000_00);
    await act(laureateId, correction(-100_00));
    const { lines } = await ledgerNow(firestore, laureateId);
    const [, line] = lines;
    if (!line) throw new Error('the correction is the second line');
    const path = firestore.doc(ledger.path(laureateId, line.entry.id));
    await path.update({ 'entry.cents': -100_01 });

    const token = await signIn(signatory.uid);
    const validate = {
      ...{ action: 'validate' as const, input: mission.decision, missionId: mission.missionId, laureateId },
      operationId: randomUUID(),
    };
    expect(codeOf(await call('missionAction', validate, token))).toBe('ledger-broken');
    expect(await act(laureateId, correction(1_00))).toMatchObject({ code: 'ledger-broken' });
    expect(await call('view', { name: 'laureate', laureateId }, token)).toMatchObject({ ledgerHolds: false });
    const fault = { kind: 'lineChanged', sequence: 2, id: line.entry.id };
    expect(await reconcile(laureateId)).toMatchObject({ state: 'broken', fault });
    const task = tasks.path(`ledgerBroken.${laureateId}`);
    expect((await read(task)).get('closedAt')).toBeNull();
    const whole = await reconcileProgramme(firestore, { byName: 'Service automatique', now: Date.now() });
    expect(whole.broken).toBeGreaterThan(0);
    expect(whole.first).toMatchObject({
      laureateName: expect.stringMatching(/\S/),
      fault: { kind: expect.any(String) },
    });

    await path.update({ 'entry.type': 'nothing' });
    expect((await ledgerNow(firestore, laureateId)).fault).toMatchObject({ kind: 'unreadable', sequence: 2 });
    expect(codeOf(await call('missionAction', validate, token))).toBe('ledger-broken');

    await path.set(ledger.write(line));
    expect(codeOf(await call('missionAction', validate, token))).toBeNull();
    expect(await reconcile(laureateId)).toMatchObject({ state: expect.stringMatching(/holds|late/), fault: null });
    expect((await read(task)).get('closedBy')).toBe('Service automatique');
    expect((await balance(laureateId)).remainingCents).toBe(6_900_00);
  });

  it('is not what a balance shown late is, which its projection mends', async () => {
    const { laureateId } = await laureateWith(10_000_00);
    await projectBalance(firestore, laureateId);
    await firestore.doc(laureates.path(laureateId)).update({ 'balance.remainingCents': 1 });
    expect(await reconcile(laureateId)).toMatchObject({ state: 'late', fault: null });
    expect(laureates.read(await read(laureates.path(laureateId)))?.balance.remainingCents).toBe(10_000_00);
    expect(await reconcile(laureateId)).toMatchObject({ state: 'holds' });
    expect(reconciliations.read(await read(reconciliations.path(laureateId)))).toMatchObject({ state: 'holds' });
  });
});

describe('One byte changed in a proof that is stored', () => {
  it('is named by its number and id, stops no decision, and is told to staff until it is put back', async () => {
    const laureate = await laureateWith(10_000_00);
    const { laureateId, signatory } = laureate;
    const [first, second] = [
      await submittedMission(laureate, expert, 3_000_00),
      await submittedMission(laureate, expert, 2_000_00),
    ];
    const validate = ({ missionId, decision }: typeof first) =>
      play(signatory, missionId, laureateId, { action: 'validate', input: decision });
    await validate(first);
    const [record] = (await proofsNow(firestore, laureateId)).records;
    if (!record) throw new Error('a validation makes a proof');
    const path = firestore.doc(proofs.path(record.id));
    await path.update({ 'person.name': 'Quelqu’un d’autre' });
    await validate(second);
    const fault = { kind: 'recordChanged', sequence: 1, id: record.id };
    expect(await reconcile(laureateId)).toMatchObject({ state: 'broken', fault });
    const task = tasks.path(`ledgerBroken.${laureateId}`);
    expect((await read(task)).get('closedAt')).toBeNull();

    await path.set(linkedProofs.write(record));
    expect(await reconcile(laureateId)).toMatchObject({ fault: null });
    expect((await read(task)).get('closedBy')).toBe('Service automatique');
  });
});

describe('A validation that is contested', () => {
  it('keeps what it engaged while it is on hold, and gives it back once when it is cancelled', async () => {
    const laureate = await laureateWith(10_000_00);
    const { laureateId, signatory } = laureate;
    const { missionId, decision } = await submittedMission(laureate, expert, 3_000_00);
    await play(signatory, missionId, laureateId, { action: 'validate', input: decision });
    const held = { committedCents: 3_000_00, remainingCents: 7_000_00 };
    const reason = 'Ce n’est pas notre validation.';
    expect(await play(signatory, missionId, laureateId, { action: 'contest', input: { reason } })).toMatchObject({
      state: 'on_hold',
    });
    expect(await balance(laureateId)).toMatchObject(held);
    const cancel = () => play(staff, missionId, null, { action: 'cancel', input: { reason } });
    const twice = await Promise.allSettled([cancel(), cancel()]);
    expect(twice.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const { entries } = await ledgerNow(firestore, laureateId);
    expect(entries.map(({ type, cents }) => [type, cents])).toEqual([
      ['award', 10_000_00],
      ['commit', -3_000_00],
      ['void', 3_000_00],
    ]);
    expect(await balance(laureateId)).toMatchObject({ committedCents: 0, remainingCents: 10_000_00 });
    expect(await reconcile(laureateId)).toMatchObject({ fault: null });
  });
});
