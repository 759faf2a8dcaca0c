import type { Day, Instant } from '../calendar.ts';
import type { ActionName } from '../missions/actions.ts';
import type { FileRow } from '../missions/views.ts';
import type { Cents } from '../money.ts';
import type { InvoiceStatus } from './invoice.ts';
import type { Statement } from './statement.ts';

/** A laureate's subsidy, line by line: for its people, staff and observers. */
export interface SubsidyView {
  /** False when the ledger is broken: the lines are shown as they are, and nothing is decided on them. */
  readonly ledgerHolds: boolean;
  readonly statement: Statement;
  /** Statements made as PDF, newest first. */
  readonly documents: readonly FileRow[];
  /** Null when a closing statement may be made, else why not. */
  readonly closingRefusal: string | null;
}

/** The invoices that the reader may see, and to whom the expert may address one. */
export interface MissionInvoices {
  readonly rows: readonly InvoiceRow[];
  readonly invoiceable: readonly {
    readonly laureateId: string;
    readonly name: string;
    readonly dueCents: Cents;
    readonly invoicedCents: Cents;
  }[];
}

export interface InvoiceRow {
  readonly invoiceId: string;
  readonly fileId: string;
  readonly laureateName: string;
  readonly number: string;
  readonly date: Day;
  readonly amountCents: Cents;
  readonly status: InvoiceStatus;
  readonly payment: {
    readonly day: Day;
    readonly paidCents: Cents;
    /** The part that the subsidy pays; null where it is not the reader's business. */
    readonly subsidyCents: Cents | null;
    readonly byName: string;
  } | null;
  /** Why it is not paid, or why a payment was cancelled: the last word about it. */
  readonly note: { readonly reason: string; readonly byName: string; readonly at: Instant } | null;
  /** What both sides compare before it is paid. */
  readonly warnings: readonly string[];
  readonly actions: readonly InvoiceActionName[];
}

export type InvoiceActionName = Extract<ActionName, 'recordPayment' | 'recordUnpaid' | 'cancelPayment'>;
