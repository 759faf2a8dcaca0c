import { row } from '../transition.ts';

/**
 * Once its devis is validated, an expert may invoice; the last payment may come long after the end. A shared mission that is cancelled still owes
 * what a laureate that left before settled: guards and checks look for something settled, which any other cancelled mission has not.
 */
const invoiced = ['awaiting_report', 'awaiting_confirmation', 'closed', 'ended_early', 'cancelled'] as const;

/** What is invoiced, paid or not: a memo beside the mission, which stays where it is. */
export const paying = {
  depositInvoice: row({
    label: 'Déposer une facture',
    done: 'Facture déposée',
    by: ['expert'],
    from: invoiced,
    to: 'same',
    guards: ['somethingToInvoice'],
    checks: [
      'invoicedShareValidated',
      'invoiceIsOwnPdf',
      'invoiceNumbered',
      'invoiceDated',
      'invoiceAmounted',
      'invoiceNumberNew',
    ],
    effects: ['recordInvoice', 'updateShares'],
  }),
  recordPayment: row({
    label: 'Enregistrer le paiement',
    done: 'Paiement de la facture enregistré',
    by: ['signatory', 'staff'],
    from: invoiced,
    to: 'same',
    guards: ['hasAPart', 'hasAnInvoice', 'ledgersHold'],
    checks: ['invoiceAllowsIt', 'invoicedShareSettled', 'paymentWithinInvoice', 'paymentDated'],
    effects: ['payInvoice', 'updateShares'],
  }),
  recordUnpaid: row({
    label: 'Noter la facture comme non payée',
    done: 'Facture notée comme non payée',
    by: ['signatory', 'staff'],
    from: invoiced,
    to: 'same',
    guards: ['hasAPart', 'hasAnInvoice'],
    checks: ['reasonGiven', 'invoiceAllowsIt'],
    effects: ['setInvoiceAside', 'updateShares'],
  }),
  cancelPayment: row({
    label: 'Annuler le paiement enregistré',
    done: 'Paiement enregistré par erreur, annulé',
    by: ['signatory', 'staff'],
    from: invoiced,
    to: 'same',
    guards: ['hasAPart', 'hasAnInvoice', 'ledgersHold'],
    checks: ['reasonGiven', 'invoiceAllowsIt'],
    effects: ['cancelInvoicePayment', 'updateShares'],
    confirm: true,
  }),
} as const;
