import type { Cents } from '@sur-mesure/functions/domain/money';
import { invoiceNumberKey, overInvoiced } from '@sur-mesure/functions/domain/subsidy/invoice';
import type { MissionInvoices } from '@sur-mesure/functions/domain/subsidy/views';
import type { FieldError } from '../common/notice/Notice.tsx';
import type { KeptFile } from './submission.ts';

/** What « Déposer une facture » asks, while it is typed. */
export interface TypedInvoice {
  readonly laureateId: string;
  /** Laureate id → the PDF deposited for it: a file is of one laureate, and changing one's mind loses nothing. */
  readonly files: Readonly<Record<string, KeptFile>>;
  readonly number: string;
  readonly date: string;
  readonly amountCents: Cents | null;
}

type Invoiceable = MissionInvoices['invoiceable'];

/** Alone, a laureate needs no choosing; what it still owes is proposed. */
export function firstInvoice(invoiceable: Invoiceable): TypedInvoice {
  const [only] = invoiceable;
  const laureateId = invoiceable.length === 1 && only ? only.laureateId : '';
  return { laureateId, files: {}, number: '', date: '', amountCents: null };
}

/** In the order of the page. */
export function invoiceErrors({ laureateId, files, number, date, amountCents }: TypedInvoice): FieldError[] {
  const errors: (FieldError | false)[] = [
    laureateId === '' && { fieldId: 'invoice-laureate', message: 'Choisissez à qui la facture est adressée.' },
    files[laureateId] === undefined && { fieldId: 'invoice-file', message: 'Déposez le PDF de la facture.' },
    invoiceNumberKey(number) === '' && { fieldId: 'invoice-number', message: 'Écrivez le numéro de la facture.' },
    date === '' && { fieldId: 'invoice-date', message: 'Choisissez la date de la facture.' },
    (amountCents === null || amountCents === 0) && {
      fieldId: 'invoice-amount',
      message: 'Écrivez le montant de la facture, toutes taxes comprises.',
    },
  ];
  return errors.filter((error) => error !== false);
}

/** What the expert should look at again before sending; it never blocks. */
export function invoiceWarning({ laureateId, amountCents }: TypedInvoice, invoiceable: Invoiceable): string | null {
  const known = invoiceable.find((one) => one.laureateId === laureateId);
  return known === undefined || amountCents === null
    ? null
    : overInvoiced(known.dueCents, known.invoicedCents + amountCents);
}

export function isInvoice(value: unknown): value is TypedInvoice {
  return (
    typeof value === 'object' &&
    value !== null &&
    'laureateId' in value &&
    typeof value.laureateId === 'string' &&
    'files' in value &&
    typeof value.files === 'object' &&
    value.files !== null &&
    'number' in value &&
    typeof value.number === 'string' &&
    'date' in value &&
    typeof value.date === 'string' &&
    'amountCents' in value &&
    (value.amountCents === null || typeof value.amountCents === 'number')
  );
}
