import type { Day, Instant } from '../calendar.ts';
import { type Cents, formatEuros, sum } from '../money.ts';
import { balanceOn, type LedgerEntry } from './ledger.ts';
import { readWarning } from './read-amounts.ts';
import { inForce, type Share } from './share.ts';

/**
 * What an expert asks of one laureate for one mission, and what became of it. Nothing is erased: `records` says each thing that was written about
 * it, and `status` is what the last one made of it.
 */
export interface Invoice {
  readonly id: string;
  readonly missionId: string;
  readonly laureateId: string;
  readonly laureateName: string;
  readonly expertId: string;
  readonly fileId: string;
  /** As the expert writes it; `numberKey` is what two writings of one number have in common. */
  readonly number: string;
  readonly numberKey: string;
  readonly date: Day;
  /** With VAT, whole: what the subsidy pays and what the laureate pays. */
  readonly amountCents: Cents;
  readonly status: InvoiceStatus;
  readonly records: readonly InvoiceRecord[];
}

export const invoiceStatuses = { deposited: 'À payer', paid: 'Payée', unpaid: 'Non payée' } as const;
export type InvoiceStatus = keyof typeof invoiceStatuses;

export type InvoiceRecord = Recorded &
  (
    | { readonly kind: 'deposited' }
    | {
        readonly kind: 'paid';
        readonly day: Day;
        readonly paidCents: Cents;
        /** The part of it that the subsidy pays: what the ledger's memo counts. */
        readonly subsidyCents: Cents;
      }
    | { readonly kind: 'unpaid' | 'cancelled'; readonly reason: string }
    /** To another laureate, which took over the one it was addressed to. */
    | { readonly kind: 'carried'; readonly fromId: string; readonly fromName: string }
  );

interface Recorded {
  readonly at: Instant;
  readonly by: string;
  readonly byName: string;
}

export const LONGEST_NUMBER = 40;

/** Two writings of one number (« F 2024/17 », « f-2024-17 ») are one number; empty when it has neither letter nor digit. */
export function invoiceNumberKey(number: string): string {
  return number
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, LONGEST_NUMBER);
}

/**
 * The name of an invoice to be, made of its number: two deposits of one number at once can't both be created. One recorded as not paid may come
 * again under its number, corrected; it is then another document, and the first stays.
 */
export function invoiceId(expertId: string, number: string, known: readonly Invoice[]): string {
  const key = invoiceNumberKey(number);
  const before = known.filter((one) => one.expertId === expertId && one.numberKey === key).length;
  return `${expertId}-${key}${before === 0 ? '' : `.${before + 1}`}`;
}

/** The last payment that stands; null while none does. */
export function paymentOf({ status, records }: Invoice): Extract<InvoiceRecord, { kind: 'paid' }> | null {
  if (status !== 'paid') return null;
  return records.findLast((record) => record.kind === 'paid') ?? null;
}

/** Payments recorded so far, cancelled ones included: each line of the ledger has a name of its own. */
export function paymentsMade({ records }: Invoice): number {
  return records.filter(({ kind }) => kind === 'paid').length;
}

/** Whether it is, or was, addressed to this laureate: a transfer carries it to the successor, and lines of before stay where they are. */
export function wasAddressedTo({ laureateId, records }: Invoice, asked: string): boolean {
  return laureateId === asked || records.some((record) => record.kind === 'carried' && record.fromId === asked);
}

/** What a laureate owes for a mission: the final amount once it is stated, what it validated before. */
export function dueCents(share: Share): Cents {
  if (share.status === 'settled') return share.finalCents;
  if (share.status !== 'committed') return 0;
  return share.finalCents > 0 ? share.finalCents : inForce(share).shareCents;
}

/** What is invoiced to it for this mission; what is recorded as not paid asks for nothing any more. */
export function invoicedCents(invoices: readonly Invoice[], laureateId: string): Cents {
  const live = invoices.filter((one) => one.laureateId === laureateId && one.status !== 'unpaid');
  return sum(live.map(({ amountCents }) => amountCents));
}

/** The part of a payment that the subsidy pays: at most what is settled on the mission and not paid yet. The laureate pays the rest. */
export function paidBySubsidy(entries: readonly LedgerEntry[], missionId: string, paidCents: Cents): Cents {
  const { settledCents, paidCents: before } = balanceOn(entries, missionId);
  return Math.max(0, Math.min(paidCents, settledCents - before));
}

/** Said to whoever deposits and to whoever pays; it never blocks, since only they know why. */
export function overInvoiced(due: Cents, invoiced: Cents): string | null {
  return invoiced <= due
    ? null
    : `Les factures font ${formatEuros(invoiced)}, et le montant dû est de ${formatEuros(due)} : vérifiez avant de payer.`;
}

interface InvoiceFacts {
  /** What its laureate owes for the mission, and what is invoiced to it in all; null of a mission where it has no part. */
  readonly owed: { readonly dueCents: Cents; readonly invoicedCents: Cents } | null;
  /** Totals read in the text of its PDF (`readAmounts`). */
  readonly read: readonly Cents[] | undefined;
}

/** What both sides should look at before it is paid; once it is, or is recorded as not paid, there is nothing left to compare. */
export function invoiceWarnings({ status, amountCents }: Invoice, { owed, read }: InvoiceFacts): string[] {
  if (status !== 'deposited') return [];
  const warnings = [owed && overInvoiced(owed.dueCents, owed.invoicedCents), readWarning(read, amountCents, 'payer')];
  return warnings.filter((warning) => warning !== null);
}
