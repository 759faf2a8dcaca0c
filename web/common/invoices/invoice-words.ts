import { formatEuros } from '@sur-mesure/functions/domain/money';
import { invoiceStatuses } from '@sur-mesure/functions/domain/subsidy/invoice';
import type { InvoiceRow } from '@sur-mesure/functions/domain/subsidy/views';
import { dayInFull } from '../words/dates.ts';

export function titleOf({ number }: Pick<InvoiceRow, 'number'>): string {
  return `Facture ${number}`;
}

/** « Payée le mardi 4 juin 2024 : 1 200,00 €, dont 1 000,00 € de subvention. Enregistré par Anne Le Goff. » */
export function answerOf({ status, payment, note, amountCents }: InvoiceRow): string {
  if (payment !== null) {
    const { day, paidCents, subsidyCents, byName } = payment;
    const part =
      subsidyCents === null || subsidyCents === paidCents ? '' : `, dont ${formatEuros(subsidyCents)} de subvention`;
    const whole = paidCents < amountCents ? ` sur ${formatEuros(amountCents)}` : '';
    return `Payée le ${dayInFull(day)} : ${formatEuros(paidCents)}${whole}${part}. Enregistré par ${byName}.`;
  }
  if (note === null) return `${invoiceStatuses[status]}.`;
  return status === 'unpaid'
    ? `Notée comme non payée par ${note.byName} :`
    : `À payer : le paiement enregistré est annulé par ${note.byName} :`;
}
