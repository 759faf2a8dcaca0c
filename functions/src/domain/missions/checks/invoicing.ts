import { dayOf } from '../../calendar.ts';
import { formatEuros, isCents } from '../../money.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import {
  type Invoice,
  type InvoiceStatus,
  invoiceNumberKey,
  invoiceStatuses,
  LONGEST_NUMBER,
} from '../../subsidy/invoice.ts';
import type { ActionName } from '../actions.ts';
import type { Check } from '../check.ts';
import { namedInvoice } from '../facts.ts';

/** The statuses from which each thing may be recorded about an invoice. */
export const invoiceActions = {
  recordPayment: ['deposited', 'unpaid'],
  recordUnpaid: ['deposited'],
  cancelPayment: ['paid'],
} as const satisfies Partial<Record<ActionName, readonly InvoiceStatus[]>>;
const allowedFrom: Partial<Record<ActionName, readonly InvoiceStatus[]>> = invoiceActions;

/** What an invoice says, and what is recorded about it. */
export const invoicing = {
  invoicedShareValidated: (facts, command) => {
    if (command.action !== 'depositInvoice') return null;
    const status = facts.shares[command.input.laureateId]?.status;
    return status === 'committed' || status === 'settled'
      ? null
      : refuse(
          'share-not-validated',
          'Cette structure n’a rien validé sur cette mission : aucune facture ne peut lui être adressée ici.',
        );
  },
  invoiceIsOwnPdf: (facts, command) => {
    if (command.action !== 'depositInvoice') return null;
    const file = facts.files[command.input.fileId];
    const own =
      file?.piece === 'invoice' &&
      file.missionId === facts.missionId &&
      file.laureateId === command.input.laureateId &&
      file.ownerUid === facts.actor.uid;
    if (!own)
      return refuse(
        'file-unknown',
        'Le PDF de la facture est introuvable parmi vos dépôts pour cette structure. Déposez-le à nouveau.',
      );
    const used = Object.values(facts.invoices).some(({ fileId }) => fileId === file.id);
    return used
      ? refuse('file-used', 'Ce PDF est déjà celui d’une autre facture. Déposez celui de cette facture.')
      : null;
  },
  invoiceNumbered: (_facts, command) => {
    if (command.action !== 'depositInvoice') return null;
    const { number } = command.input;
    if (invoiceNumberKey(number) === '')
      return refuse('invoice-number-missing', 'Indiquez le numéro de la facture, tel qu’il y figure.');
    return number.trim().length > LONGEST_NUMBER
      ? refuse('invoice-number-too-long', `Le numéro d’une facture a ${LONGEST_NUMBER} caractères au plus.`)
      : null;
  },
  invoiceDated: (facts, command) =>
    command.action === 'depositInvoice' && command.input.date > dayOf(facts.now)
      ? refuse('invoice-date-invalid', 'La date de la facture est dans l’avenir : vérifiez-la.')
      : null,
  invoiceAmounted: (_facts, command) =>
    command.action === 'depositInvoice' && !isPositive(command.input.amountCents) ? invalidAmount : null,
  invoiceNumberNew: (facts, command) => {
    if (command.action !== 'depositInvoice') return null;
    const key = invoiceNumberKey(command.input.number);
    const taken = Object.values(facts.invoices).find(
      (one) => one.expertId === facts.expert.id && one.numberKey === key && one.status !== 'unpaid',
    );
    return taken
      ? refuse(
          'invoice-number-used',
          `Vous avez déjà déposé la facture ${taken.number}, adressée à ${taken.laureateName}. Rien n’a été déposé : vérifiez le numéro.`,
        )
      : null;
  },
  invoiceAllowsIt: (facts, command) => {
    const invoice = namedInvoice(facts, command);
    if (invoice === null)
      return refuse('invoice-unknown', 'Cette facture n’existe pas ici. Rechargez la page pour voir où elle en est.');
    const allowed = allowedFrom[command.action] ?? [];
    return allowed.includes(invoice.status)
      ? null
      : refuse(
          'invoice-status',
          `Cette facture est maintenant « ${invoiceStatuses[invoice.status]} ». Rien n’a été changé : rechargez la page.`,
        );
  },
  // The ledger's memo can't say more than what is settled: a payment is recorded once the service is confirmed.
  invoicedShareSettled: (facts, command) => {
    const invoice = namedInvoice(facts, command);
    return invoice === null || facts.shares[invoice.laureateId]?.status === 'settled'
      ? null
      : refuse(
          'share-not-settled',
          'Le service n’est pas encore confirmé : le paiement s’enregistre une fois le montant final réglé.',
        );
  },
  paymentWithinInvoice: (facts, command) =>
    command.action === 'recordPayment' ? withinInvoice(namedInvoice(facts, command), command.input.paidCents) : null,
  paymentDated: (facts, command) =>
    command.action === 'recordPayment' && command.input.day > dayOf(facts.now)
      ? refuse('payment-date-invalid', 'Ce paiement serait dans l’avenir : enregistrez-le une fois qu’il est fait.')
      : null,
} as const satisfies Record<string, Check>;

const invalidAmount = refuse(
  'amount-invalid',
  'Le montant n’est pas valable : écrivez des euros positifs, avec deux décimales au plus.',
);

function isPositive(cents: number): boolean {
  return isCents(cents) && cents > 0;
}

function withinInvoice(invoice: Invoice | null, paidCents: number): Refusal | null {
  if (!isPositive(paidCents)) return invalidAmount;
  return invoice === null || paidCents <= invoice.amountCents
    ? null
    : refuse(
        'payment-exceeds-invoice',
        `Le paiement dépasse le montant de la facture (${formatEuros(invoice.amountCents)}).`,
      );
}
