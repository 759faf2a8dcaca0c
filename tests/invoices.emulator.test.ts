import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { SignedInActor } from '../functions/src/domain/actor.ts';
import { addDays, dayOf } from '../functions/src/domain/calendar.ts';
import type { Command } from '../functions/src/domain/missions/actions.ts';
import type { MissionView } from '../functions/src/domain/missions/views.ts';
import { isRefusal } from '../functions/src/domain/refusal.ts';
import { balanceOf } from '../functions/src/domain/subsidy/ledger.ts';
import { newId } from '../functions/src/entrypoints/ids.ts';
import { get } from '../functions/src/store/collection.ts';
import { files } from '../functions/src/store/collections/files.ts';
import { invoices } from '../functions/src/store/collections/invoices.ts';
import { ledger, ledgerHeads, ledgerOf } from '../functions/src/store/collections/ledger.ts';
import { outbox } from '../functions/src/store/collections/outbox.ts';
import { settingsInForce } from '../functions/src/store/collections/settings.ts';
import { tasks } from '../functions/src/store/collections/tasks.ts';
import { requestUpload } from '../functions/src/store/files/announce.ts';
import { openFile } from '../functions/src/store/files/file-access.ts';
import { chainFault } from '../functions/src/store/laureates/ledger-chain.ts';
import { reconcileLaureate } from '../functions/src/store/laureates/reconciling.ts';
import { commitAction } from '../functions/src/store/missions/commit.ts';
import { missionView } from '../functions/src/store/views/mission.ts';
import { type ExpertOfTests, publishedExpert } from './experts.ts';
import { handingIn } from './handing-in.ts';
import { deposited, type LaureateOfTests, laureateWith, openProgramme, play, staff } from './programme.ts';
import { firestore } from './suite.ts';

/** Amounts that no other figure contains, so that finding one in an answer is a leak. Weaver has 1 000 € of subsidy: it pays the rest. */
const parts = { weaver: 2_111_17, baker: 987_61 } as const;
type Side = keyof typeof parts;
const today = dayOf(Date.now());

let weaver: LaureateOfTests;
let baker: LaureateOfTests;
let expert: ExpertOfTests;
let missionId: string;

beforeAll(async () => {
  await openProgramme();
  [weaver, baker, expert] = await Promise.all([laureateWith(1_000_00), laureateWith(10_000_00), publishedExpert()]);
  missionId = await closedMission();
});

const of = (who: Side) => (who === 'weaver' ? weaver : baker);
const act = (who: Side, command: Command) => play(of(who).signatory, missionId, of(who).laureateId, command);

/** A mission of both, from the request to the confirmation of each. */
async function closedMission(): Promise<string> {
  const split = { [weaver.laureateId]: parts.weaver, [baker.laureateId]: parts.baker };
  const request = { expertId: expert.expertId, subthemes: ['4.2'], need: 'Partager un atelier.', needId: null };
  const asked = await play(weaver.signatory, null, weaver.laureateId, {
    action: 'request',
    input: { ...request, shareWith: [baker.laureateId] },
  });
  const { missionId: id } = asked;
  const { uid } = expert.person;
  const byExpert = (command: Command) => play(expert.person, id, null, command);
  await play(baker.signatory, id, baker.laureateId, { action: 'join', input: {} });
  await byExpert({ action: 'declareNoInterest', input: { declares: true } });
  await byExpert({ action: 'accept', input: {} });
  const files = await Promise.all([
    deposited(id, uid, 'diagnostic'),
    deposited(id, uid, 'devis'),
    deposited(id, uid, 'report'),
  ]);
  const [diagnostic, devis, report] = files;
  await byExpert(handingIn({ diagnostic: { kind: 'file', fileId: diagnostic.id }, devisId: devis.id, split }));
  const read = { version: 1, diagnosticSha256: diagnostic.sha256, devisSha256: devis.sha256, consent: true };
  for (const [who, subsidyCents] of [
    ['weaver', 1_000_00],
    ['baker', parts.baker],
  ] as const) {
    const input = { ...read, subsidyCents, ownCents: parts[who] - subsidyCents };
    await play(of(who).signatory, id, of(who).laureateId, { action: 'validate', input });
  }
  await byExpert({ action: 'submitReport', input: { document: { kind: 'file', fileId: report.id }, finals: split } });
  for (const who of ['weaver', 'baker'] as const) {
    const input = { finalCents: parts[who], reportNumber: 1 };
    await play(of(who).signatory, id, of(who).laureateId, { action: 'confirmService', input });
  }
  return id;
}

async function invoice(who: Side, number: string): Promise<Command> {
  const { laureateId } = of(who);
  const { id: fileId } = await deposited(missionId, expert.person.uid, 'invoice', laureateId);
  return { action: 'depositInvoice', input: { laureateId, fileId, number, date: today, amountCents: parts[who] } };
}

async function answerTo(actor: SignedInActor, command: Command): Promise<string | null> {
  const asked = { now: Date.now(), actor, missionId, laureateId: null, onBehalf: false };
  const settings = await settingsInForce(firestore);
  const answer = await commitAction(firestore, { ...asked, settings }, command, randomUUID());
  return isRefusal(answer) ? answer.code : null;
}

async function seenBy(actor: SignedInActor): Promise<MissionView> {
  const view = await missionView(firestore, actor, { missionId, laureateId: null, now: Date.now() });
  if (isRefusal(view)) throw new Error(view.code);
  return view;
}

async function ledgerOn({ laureateId }: LaureateOfTests) {
  const lines = ledger.list((await firestore.collection(ledgerOf(laureateId)).get()).docs);
  expect(chainFault(lines, await get(firestore, ledgerHeads, laureateId))).toBeNull();
  return { lines, balance: balanceOf(lines.map(({ entry }) => entry)) };
}

async function toldOf(mail: string): Promise<string[]> {
  const found = outbox.list((await firestore.collection('outbox').where('mail', '==', mail).get()).docs);
  return found.filter(({ path }) => path.includes(missionId)).map(({ to }) => to.email);
}

describe('the invoices of a shared mission', () => {
  it('each laureate is told of its own, and sees its own only; one number is deposited once', async () => {
    const [first, twin] = await Promise.all([invoice('weaver', 'F 2026/1'), invoice('weaver', 'f-2026-1')]);
    const codes = await Promise.all([answerTo(expert.person, first), answerTo(expert.person, twin)]);
    expect(codes.toSorted()).toEqual(['invoice-number-used', null]);
    expect((await toldOf('invoiceDeposited')).includes(baker.email)).toBe(false);
    expect((await toldOf('invoiceDeposited')).includes(weaver.email)).toBe(true);
    await play(expert.person, missionId, null, await invoice('baker', 'F 2026/2'));

    const [woven, baked, own, all] = await Promise.all(
      [weaver.signatory, baker.signatory, expert.person, staff].map(seenBy),
    );
    const numbers = (view: MissionView | undefined) => view?.invoices.rows.map(({ amountCents }) => amountCents);
    expect([numbers(woven), numbers(baked)]).toEqual([[parts.weaver], [parts.baker]]);
    expect([numbers(own), numbers(all)]).toEqual([Object.values(parts), Object.values(parts)]);
    expect(JSON.stringify(baked)).not.toContain(String(parts.weaver));
    expect(woven?.files.filter(({ piece }) => piece === 'invoice')).toHaveLength(1);
    expect(baked?.events.filter(({ action }) => action === 'depositInvoice')).toHaveLength(1);

    const fileId = woven?.invoices.rows[0]?.fileId ?? '';
    const opens = (actor: SignedInActor) =>
      openFile(firestore, { actor, fileId, as: 'file', scannerConfigured: false, accessId: newId(), now: Date.now() });
    expect(await opens(baker.signatory)).toMatchObject({ code: 'not-yours' });
    expect(await opens(weaver.signatory)).toMatchObject({ contentType: 'application/pdf' });

    // What its PDF says instead is told to both sides of that invoice, and to no other laureate.
    const warned = async () =>
      (await Promise.all([weaver.signatory, expert.person, baker.signatory].map(seenBy))).map(({ invoices }) =>
        invoices.rows.flatMap(({ warnings }) => warnings.length),
      );
    await firestore.doc(files.path(fileId)).update({ readAmounts: [parts.weaver] });
    expect(await warned()).toEqual([[0], [0, 0], [0]]);
    await firestore.doc(files.path(fileId)).update({ readAmounts: [parts.weaver + 1] });
    expect(await warned()).toEqual([[1], [1, 0], [0]]);
  });

  it('a PDF is announced for a laureate of the mission, and for no other', async () => {
    const outsider = await laureateWith(1_000_00);
    const announce = (laureateId: string | null) => {
      const request = { piece: 'invoice', missionId, laureateId, name: 'facture.pdf', size: 1_000 } as const;
      return requestUpload(firestore, { actor: expert.person, request, uploadId: newId(), now: Date.now() });
    };
    expect(await announce(outsider.laureateId)).toMatchObject({ code: 'target-missing' });
    expect(await announce(null)).toMatchObject({ code: 'target-missing' });
    expect(await announce(weaver.laureateId)).toHaveProperty('uploadId');
  });

  it('a payment counts on the subsidy what is settled; a mistake is taken back by a line of its own', async () => {
    const [row] = (await seenBy(weaver.signatory)).invoices.rows;
    const invoiceId = row?.invoiceId ?? '';
    const task = () => get(firestore, tasks, `invoiceToRecord.${invoiceId}`);
    expect(await task()).toMatchObject({ closedAt: null, snoozedUntil: addDays(today, 30) });
    const payment = { action: 'recordPayment', input: { invoiceId, day: today, paidCents: parts.weaver } } as const;
    expect(row?.actions).toEqual(['recordPayment', 'recordUnpaid']);
    expect(await act('weaver', payment)).toMatchObject({ balance: { paidCents: 1_000_00, settledCents: 1_000_00 } });
    expect(await task()).toMatchObject({ closedBy: weaver.signatory.name });
    expect((await seenBy(weaver.signatory)).invoices.rows[0]).toMatchObject({
      status: 'paid',
      payment: { day: today, paidCents: parts.weaver, subsidyCents: 1_000_00, byName: weaver.signatory.name },
      actions: ['cancelPayment'],
    });
    expect((await seenBy(expert.person)).invoices.rows[0]).toMatchObject({ payment: { subsidyCents: null } });
    expect(await toldOf('invoicePaid')).toContain(expert.email);
    expect(await answerTo(staff, { action: 'reopen', input: { reason: 'Erreur.' } })).toBe('already-paid');

    const mistake = { action: 'cancelPayment', input: { invoiceId, reason: 'Autre facture.' } } as const;
    await play(staff, missionId, null, mistake);
    expect(await task()).toMatchObject({ closedAt: null });
    const { lines, balance } = await ledgerOn(weaver);
    expect(balance.paidCents).toBe(0);
    const memos = lines.flatMap(({ entry }) => (entry.type === 'pay' ? [entry] : [])).toSorted((a, b) => a.at - b.at);
    expect(memos.map(({ paidCents, reason }) => [paidCents, reason])).toEqual([
      [1_000_00, null],
      [-1_000_00, 'Autre facture.'],
    ]);
    await act('weaver', payment);
    expect((await ledgerOn(weaver)).balance.paidCents).toBe(1_000_00);
    expect((await ledgerOn(baker)).balance.paidCents).toBe(0);
  });

  it('a payment that the ledger and its invoice do not tell alike is named by the check, and told to staff until it is put back', async () => {
    const { laureateId } = weaver;
    const check = () => reconcileLaureate(firestore, { laureateId, byName: 'Service automatique', now: Date.now() });
    const { lines } = await ledgerOn(weaver);
    const { entry, sequence } = lines.find((line) => line.entry.id.endsWith('.r1')) ?? lines[0] ?? {};
    if (entry?.type !== 'pay') throw new Error('the second payment is a line');
    expect(await check()).toMatchObject({ fault: null });
    const document = firestore.doc(invoices.path(entry.invoiceId ?? ''));
    const before = invoices.read(await document.get());
    if (!before) throw new Error('the line names its invoice');
    const task = () => get(firestore, tasks, `ledgerBroken.${laureateId}`);
    await document.set(invoices.write({ ...before, status: 'unpaid' }));
    const fault = { kind: 'paymentDiffers', sequence, id: entry.id };
    expect(await check()).toMatchObject({ state: 'broken', fault });
    expect((await task())?.closedAt).toBeNull();
    await document.delete();
    expect(await check()).toMatchObject({ fault: { kind: 'invoiceMissing' } });
    await document.set(invoices.write(before));
    expect(await check()).toMatchObject({ fault: null });
    expect((await task())?.closedBy).toBe('Service automatique');
  });
});
