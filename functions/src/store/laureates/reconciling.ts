import type { Firestore, WriteBatch } from 'firebase-admin/firestore';
import { dayOf } from '../../domain/calendar.ts';
import { serviceSubscriptions } from '../../domain/notifications/service-subscriptions.ts';
import { taskId } from '../../domain/staff/tasks.ts';
import { faultSentence, type LedgerFault } from '../../domain/subsidy/ledger-fault.ts';
import {
  type Accounts,
  firstDifference,
  isShownLate,
  type ProgrammeReconciled,
  type Reconciliation,
} from '../../domain/subsidy/reconciliation.ts';
import { get } from '../collection.ts';
import { INVOICES, invoices } from '../collections/invoices.ts';
import { LAUREATES, laureates } from '../collections/laureates.ts';
import { outbox } from '../collections/outbox.ts';
import { reconciliations } from '../collections/reconciliations.ts';
import { settingsInForce } from '../collections/settings.ts';
import { shares, sharesOf } from '../collections/shares.ts';
import { cameFirst } from '../lost-race.ts';
import { queueMails } from '../notifications/queue.ts';
import { teamMails } from '../notifications/team.ts';
import { proofsOfLaureate, readProofs } from '../proofs/chain-reading.ts';
import { closeTask, openTask } from '../staff/tasks.ts';
import { projectBalance } from './balances.ts';
import { ledgerIn } from './ledger-reading.ts';

interface Asked {
  readonly laureateId: string;
  readonly byName: string;
  readonly now: number;
}

/**
 * Reads again everything of one subsidy in one snapshot (a read a line, a share, a proof and an invoice), says the first line or document that differs, and
 * keeps what it found. It repairs nothing: a balance shown late is mended by its own projection, and a broken ledger by somebody who knows why.
 * Null when there is no such laureate.
 */
export async function reconcileLaureate(firestore: Firestore, asked: Asked): Promise<Reconciliation | null> {
  const looked = await lookAtLaureate(firestore, asked.laureateId);
  if (looked === null) return null;
  const { name, fault, isLate, lines, missions } = looked;
  const found: Reconciliation = {
    ...{ laureateId: asked.laureateId, at: asked.now, byName: asked.byName, lines, missions, fault },
    state: fault !== null ? 'broken' : isLate ? 'late' : 'holds',
  };
  await keep(firestore, found, name);
  if (isLate) await projectBalance(firestore, asked.laureateId);
  return found;
}

/** The same look, which writes nothing: for a tool that only says. Null when there is no such laureate. */
export async function lookAtLaureate(firestore: Firestore, laureateId: string) {
  const read = await readAccounts(firestore, laureateId);
  if (read === null) return null;
  const { accounts, name } = read;
  const fault = firstDifference(accounts);
  return {
    ...{ name, fault, isLate: fault === null && isShownLate(accounts) },
    ...{ lines: accounts.entries.length, missions: accounts.shares.length },
  };
}

/** What a check compares, and nothing written. Null when there is no such laureate. */
export async function readAccounts(
  firestore: Firestore,
  laureateId: string,
): Promise<{ readonly accounts: Accounts; readonly name: string } | null> {
  return firestore.runTransaction(
    async (transaction) => {
      const [snapshot, account, parts, addressed, decided] = await Promise.all([
        transaction.get(firestore.doc(laureates.path(laureateId))),
        ledgerIn(transaction, firestore, laureateId),
        transaction.get(firestore.collection(sharesOf(laureateId))),
        transaction.get(firestore.collection(INVOICES).where('laureateId', '==', laureateId)),
        transaction.get(proofsOfLaureate(firestore, laureateId)),
      ]);
      const laureate = laureates.read(snapshot);
      if (laureate === null) return null;
      const { entries, fault } = account;
      const own = invoices.list(addressed.docs);
      const ownIds = new Set(own.map(({ id }) => id));
      const invoiced = new Set(entries.flatMap((entry) => ('invoiceId' in entry && entry.invoiceId) || []));
      // A line names an invoice that is another laureate's once the mission was carried to it.
      const others = [...invoiced].filter((id) => !ownIds.has(id)).map((id) => firestore.doc(invoices.path(id)));
      const elsewhere = others.length === 0 ? [] : await transaction.getAll(...others);
      const { records, fault: recordFault } = readProofs(decided.docs, account.head);
      const accounts: Accounts = {
        ...{ laureateId, chainFault: fault, recordFault, entries },
        shares: shares.list(parts.docs),
        proofs: new Map(records.map((proof) => [proof.id, proof])),
        invoices: [...own, ...elsewhere.flatMap((one) => invoices.read(one) ?? [])],
        shownBalance: laureate.balance,
      };
      return { accounts, name: laureate.name };
    },
    { readOnly: true },
  );
}

/** The result; with a fault, the task that waits for staff and one mail a day; without, the end of that task. */
async function keep(firestore: Firestore, found: Reconciliation, laureateName: string): Promise<void> {
  const { laureateId, fault, at, byName } = found;
  const batch = firestore.batch();
  batch.set(firestore.doc(reconciliations.path(laureateId)), reconciliations.write(found));
  if (fault === null) await closeTask(firestore, batch, taskId('ledgerBroken', laureateId), byName, at);
  else {
    await openTask(firestore, batch, {
      ...{ kind: 'ledgerBroken', subject: laureateId, at, about: laureateName },
      ...{ laureateId, missionId: null, expertId: null },
    });
    await alert(firestore, batch, { found, fault, laureateName });
  }
  // Two checks at the same moment say the same thing: whoever comes second finds that staff are told.
  await cameFirst(batch.commit());
}

async function alert(
  firestore: Firestore,
  batch: WriteBatch,
  { found, fault, laureateName }: { found: Reconciliation; fault: LedgerFault; laureateName: string },
): Promise<void> {
  const id = `ledgerBroken.${found.laureateId}.${dayOf(found.at)}`;
  if ((await get(firestore, outbox, id)) !== null) return;
  const { contact } = await settingsInForce(firestore);
  const items = await teamMails(firestore, contact, serviceSubscriptions.ledgerBroken, {
    id: `${found.laureateId}.${dayOf(found.at)}`,
    facts: { laureateName, happened: faultSentence(fault) },
    path: `/equipe?laureat=${found.laureateId}&partie=subvention`,
    ...{ mission: null, createdAt: found.at },
  });
  queueMails(firestore, batch, items);
}

/** Every laureate, for the check of the whole programme. */
export async function laureatesToReconcile(firestore: Firestore): Promise<string[]> {
  const everyone = await firestore.collection(LAUREATES).select().get();
  return everyone.docs.map(({ id }) => id);
}

/** A few at a time: all at once would hold a hundred ledgers in memory for nothing. */
const TOGETHER = 5;

/** The whole programme: about thirty reads a laureate. */
export async function reconcileProgramme(
  firestore: Firestore,
  { byName, now }: Omit<Asked, 'laureateId'>,
): Promise<ProgrammeReconciled> {
  const ids = await laureatesToReconcile(firestore);
  const found: Reconciliation[] = [];
  for (let start = 0; start < ids.length; start += TOGETHER) {
    const some = ids.slice(start, start + TOGETHER);
    const checked = await Promise.all(
      some.map((laureateId) => reconcileLaureate(firestore, { laureateId, byName, now })),
    );
    found.push(...checked.flatMap((one) => one ?? []));
  }
  const broken = found.filter(({ state }) => state === 'broken');
  return {
    ...{ at: now, checked: found.length, broken: broken.length, first: await named(firestore, broken[0]) },
    lines: found.reduce((total, { lines }) => total + lines, 0),
    late: found.filter(({ state }) => state === 'late').length,
  };
}

async function named(firestore: Firestore, found: Reconciliation | undefined): Promise<ProgrammeReconciled['first']> {
  if (found === undefined || found.fault === null) return null;
  const { laureateId, fault } = found;
  return { laureateId, laureateName: (await get(firestore, laureates, laureateId))?.name ?? '', fault };
}
