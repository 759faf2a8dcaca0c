import {
  type Invoice,
  type InvoiceRecord,
  invoiceId,
  invoiceNumberKey,
  paidBySubsidy,
  paymentOf,
  paymentsMade,
} from '../subsidy/invoice.ts';
import { balanceOn, entryId } from '../subsidy/ledger.ts';
import type { Command } from './actions.ts';
import type { Situation } from './effects.ts';
import { type Facts, namedInvoice } from './facts.ts';
import type { MissionEvent } from './mission.ts';
import type { Outcome } from './outcome.ts';
import { addEntry, entryFor } from './settlement.ts';

type InvoiceEffect = (outcome: Outcome, situation: Situation) => Outcome;

/** What the actions on invoices do. The whole amount is the invoice's; the ledger's memo counts what the subsidy pays of it. */
export const invoiceEffects = {
  recordInvoice: (outcome, { facts, command, event }) =>
    command.action === 'depositInvoice'
      ? { ...outcome, invoice: depositedInvoice(outcome, facts, command.input, event) }
      : outcome,

  payInvoice: (outcome, { facts, command, event }) => {
    const invoice = namedInvoice(facts, command);
    if (command.action !== 'recordPayment' || invoice === null) return outcome;
    const { day, paidCents } = command.input;
    const entries = facts.laureates[invoice.laureateId]?.entries ?? [];
    const subsidyCents = paidBySubsidy(entries, invoice.missionId, paidCents);
    const paid = withMemo(outcome, event, invoice, {
      id: entryId.pay(invoice.missionId, invoice.id, paymentsMade(invoice)),
      paidCents: subsidyCents,
      reason: null,
    });
    const record = { ...recordedBy(event), kind: 'paid', day, paidCents, subsidyCents } as const;
    return { ...paid, invoice: recorded(invoice, 'paid', record) };
  },

  setInvoiceAside: (outcome, { facts, command, event }) => {
    const invoice = namedInvoice(facts, command);
    if (command.action !== 'recordUnpaid' || invoice === null) return outcome;
    const record = { ...recordedBy(event), kind: 'unpaid', reason: command.input.reason.trim() } as const;
    return { ...outcome, invoice: recorded(invoice, 'unpaid', record) };
  },

  /** A line of its own takes back what the memo counted: the line of the mistake stays, and says who made it. */
  cancelInvoicePayment: (outcome, { facts, command, event }) => {
    const invoice = namedInvoice(facts, command);
    const payment = invoice && paymentOf(invoice);
    if (command.action !== 'cancelPayment' || invoice === null || payment === null) return outcome;
    const reason = command.input.reason.trim();
    // A refund may have taken a part of it back already.
    const { paidCents } = balanceOn(facts.laureates[invoice.laureateId]?.entries ?? [], invoice.missionId);
    const back = withMemo(outcome, event, invoice, {
      id: entryId.payCancel(invoice.missionId, invoice.id, paymentsMade(invoice)),
      paidCents: -Math.min(payment.subsidyCents, paidCents),
      reason,
    });
    const record = { ...recordedBy(event), kind: 'cancelled', reason } as const;
    return { ...back, invoice: recorded(invoice, 'deposited', record) };
  },
} as const satisfies Record<string, InvoiceEffect>;

function depositedInvoice(
  { mission }: Outcome,
  facts: Facts,
  input: Extract<Command, { action: 'depositInvoice' }>['input'],
  event: MissionEvent,
): Invoice {
  const { laureateId, fileId, number, date, amountCents } = input;
  return {
    id: invoiceId(facts.expert.id, number, Object.values(facts.invoices)),
    missionId: mission.id,
    laureateId,
    laureateName: mission.participants[laureateId]?.name ?? laureateId,
    expertId: facts.expert.id,
    fileId,
    number: number.trim(),
    numberKey: invoiceNumberKey(number),
    date,
    amountCents,
    status: 'deposited',
    records: [{ ...recordedBy(event), kind: 'deposited' }],
  };
}

function recorded(invoice: Invoice, status: Invoice['status'], record: InvoiceRecord): Invoice {
  return { ...invoice, status, records: [...invoice.records, record] };
}

function recordedBy({ at, by }: MissionEvent): Pick<InvoiceRecord, 'at' | 'by' | 'byName'> {
  return { at, by: by.uid, byName: by.name };
}

interface Memo {
  readonly id: string;
  readonly paidCents: number;
  readonly reason: string | null;
}

/** Nothing is written of a payment that the laureate makes whole: the ledger is of the subsidy. */
function withMemo(outcome: Outcome, event: MissionEvent, invoice: Invoice, { id, paidCents, reason }: Memo): Outcome {
  if (paidCents === 0) return outcome;
  const { missionId, laureateId } = invoice;
  const line = { ...entryFor(event, { id, cents: 0 }), reason };
  return addEntry(outcome, laureateId, {
    ...line,
    type: 'pay',
    missionId,
    version: outcome.mission.versions,
    paidCents,
    invoiceId: invoice.id,
  });
}
