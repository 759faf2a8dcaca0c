import { sum } from '../money.ts';
import { type Invoice, paymentOf, wasAddressedTo } from './invoice.ts';
import { balanceOn, entryId, type LedgerEntry } from './ledger.ts';
import type { LedgerFault } from './ledger-fault.ts';

type PayLine = Extract<LedgerEntry, { type: 'pay' }>;

/** What the ledger and the invoices say of one laureate's payments. */
export interface Payments {
  readonly laureateId: string;
  /** In the order of the chain. */
  readonly entries: readonly LedgerEntry[];
  /** Those addressed to the laureate, and those that its lines name. */
  readonly invoices: readonly Invoice[];
}

/**
 * The first payment that the ledger and the invoices do not tell alike: a line whose invoice is not recorded paid of that amount, then an invoice
 * recorded paid whose line is not there. Lines that name no invoice are of before invoices were, or of what was over before this service.
 */
export function paymentFault(payments: Payments): LedgerFault | null {
  const { entries, invoices, laureateId } = payments;
  const byId = new Map(invoices.map((invoice) => [invoice.id, invoice]));
  for (const [index, entry] of entries.entries()) {
    if (entry.type !== 'pay' || entry.invoiceId === undefined) continue;
    const named = { sequence: index + 1, id: entry.id };
    const invoice = byId.get(entry.invoiceId);
    if (invoice?.missionId !== entry.missionId || !wasAddressedTo(invoice, laureateId))
      return { kind: 'invoiceMissing', ...named };
    if (!agrees(entry, { invoice, entries, index })) return { kind: 'paymentDiffers', ...named };
  }
  const unwritten = invoices.find((invoice) => invoice.laureateId === laureateId && !isWritten(invoice, entries));
  return unwritten ? { kind: 'paymentMissing', sequence: null, id: unwritten.id } : null;
}

interface Around {
  readonly invoice: Invoice;
  readonly entries: readonly LedgerEntry[];
  readonly index: number;
}

function agrees(line: PayLine, around: Around): boolean {
  const memo = memosOf(around.invoice).find(({ id, backId }) => line.id === (line.paidCents > 0 ? id : backId));
  if (memo === undefined) return false;
  if (line.paidCents < 0) return memo.isCancelled && -line.paidCents === takenBack(line, memo, around);
  return line.paidCents === memo.subsidyCents && (!memo.isCancelled || isTakenBack(line, memo, around.entries));
}

/** One payment recorded on an invoice, the line that it makes, and the line that takes it back. */
interface Memo {
  readonly id: string;
  readonly backId: string;
  readonly subsidyCents: number;
  readonly isCancelled: boolean;
}

function memosOf(invoice: Invoice): Memo[] {
  const { id, missionId, records } = invoice;
  const paid = records.flatMap((record) => (record.kind === 'paid' ? [record] : []));
  return paid.map(({ subsidyCents }, made) => ({
    id: entryId.pay(missionId, id, made),
    backId: entryId.payCancel(missionId, id, made + 1),
    subsidyCents,
    // Of several payments each one is cancelled before the next, so that the last alone may stand.
    isCancelled: made < paid.length - 1 || paymentOf(invoice) === null,
  }));
}

/** A refund that came before has taken a part of it out of what is paid: the rest is what a cancellation takes back. */
function takenBack({ missionId }: PayLine, { subsidyCents }: Memo, { entries, index }: Around): number {
  return Math.min(subsidyCents, balanceOn(entries.slice(0, index), missionId).paidCents);
}

/** By a line, or by refunds of the mission as large as it: nothing was left for a line to take back. */
function isTakenBack({ missionId }: PayLine, { backId, subsidyCents }: Memo, entries: readonly LedgerEntry[]): boolean {
  return entries.some(({ id }) => id === backId) || refundedOn(entries, missionId) >= subsidyCents;
}

function refundedOn(entries: readonly LedgerEntry[], missionId: string): number {
  return -sum(
    entries.map((entry) => (entry.type === 'adjust' && entry.missionId === missionId ? (entry.paidCents ?? 0) : 0)),
  );
}

/** A payment that the laureate makes whole has no line. */
function isWritten(invoice: Invoice, entries: readonly LedgerEntry[]): boolean {
  const last = paymentOf(invoice) === null ? undefined : memosOf(invoice).at(-1);
  return last === undefined || last.subsidyCents === 0 || entries.some(({ id }) => id === last.id);
}
