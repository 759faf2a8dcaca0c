import { type Actor, roleIn } from '../../domain/actor.ts';
import { invoiceActions } from '../../domain/missions/checks/invoicing.ts';
import { refusalOf } from '../../domain/missions/decide.ts';
import { type Facts, invoicesOfMission } from '../../domain/missions/facts.ts';
import type { Cents } from '../../domain/money.ts';
import { dueCents, type Invoice, invoicedCents, invoiceWarnings, paymentOf } from '../../domain/subsidy/invoice.ts';
import type { InvoiceRow, MissionInvoices } from '../../domain/subsidy/views.ts';

/** Totals read in the text of a file. */
type ReadIn = (fileId: string) => readonly Cents[] | undefined;

/** The invoices of a mission that this reader may see: a laureate its own, the expert and staff all. */
export function invoicesFor(facts: Facts, actor: Actor, readIn: ReadIn): MissionInvoices {
  const all = invoicesOfMission(facts);
  const seen = all.filter(({ laureateId }) => actor.kind !== 'laureate' || roleIn(actor, laureateId) !== null);
  return {
    rows: seen
      .toSorted((a, b) => depositedAt(a) - depositedAt(b))
      .map((invoice) => rowOf(invoice, { facts, all, readIn })),
    invoiceable: actor.kind === 'expert' ? invoiceable(facts, all) : [],
  };
}

interface Around {
  readonly facts: Facts;
  readonly all: readonly Invoice[];
  readonly readIn: ReadIn;
}

function rowOf(invoice: Invoice, { facts, all, readIn }: Around): InvoiceRow {
  const { id, fileId, laureateId, laureateName, number, date, amountCents, status } = invoice;
  const payment = paymentOf(invoice);
  // To whom it is addressed is told by its name: what is noted of it stays what was noted before a transfer carried it.
  const last = invoice.records.findLast(({ kind }) => kind !== 'carried');
  const share = facts.shares[laureateId];
  return {
    invoiceId: id,
    fileId,
    laureateName,
    number,
    date,
    amountCents,
    status,
    payment: payment && {
      day: payment.day,
      paidCents: payment.paidCents,
      // How a laureate pays is its own business, and staff's.
      subsidyCents: facts.actor.kind === 'expert' ? null : payment.subsidyCents,
      byName: payment.byName,
    },
    note: last && 'reason' in last ? { reason: last.reason, byName: last.byName, at: last.at } : null,
    warnings: invoiceWarnings(invoice, {
      owed: share ? { dueCents: dueCents(share), invoicedCents: invoicedCents(all, laureateId) } : null,
      read: readIn(fileId),
    }),
    actions: invoiceActionNames.filter(
      (action) =>
        invoiceActions[action].some((from) => from === status) &&
        (action !== 'recordPayment' || share?.status === 'settled') &&
        refusalOf(facts, action) === null,
    ),
  };
}

const invoiceActionNames = ['recordPayment', 'recordUnpaid', 'cancelPayment'] as const;

function invoiceable(facts: Facts, all: readonly Invoice[]): MissionInvoices['invoiceable'] {
  return Object.values(facts.shares)
    .filter(({ status }) => status === 'committed' || status === 'settled')
    .map((share) => ({
      laureateId: share.laureateId,
      name: facts.mission?.participants[share.laureateId]?.name ?? share.laureateId,
      dueCents: dueCents(share),
      invoicedCents: invoicedCents(all, share.laureateId),
    }));
}

function depositedAt({ records }: Invoice): number {
  return records[0]?.at ?? 0;
}
