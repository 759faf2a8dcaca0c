import { formatEuros } from '@sur-mesure/functions/domain/money';
import type { MissionInvoices } from '@sur-mesure/functions/domain/subsidy/views';
import { useDraft } from '../common/draft.ts';
import { AmountField } from '../common/field/AmountField.tsx';
import { RadioField } from '../common/field/ChoiceFields.tsx';
import { DateField, TextField } from '../common/field/TextField.tsx';
import { Notice } from '../common/notice/Notice.tsx';
import { dayInFull } from '../common/words/dates.ts';
import { Money } from '../common/words/Money.tsx';
import { firstInvoice, invoiceErrors, invoiceWarning, isInvoice, type TypedInvoice } from './invoice.ts';
import { PdfField } from './PdfField.tsx';
import { ReviewFacts } from './ReviewFacts.tsx';
import { TaskForm, type TaskProps } from './TaskForm.tsx';

/** « Déposer une facture »: its PDF, and what it says. In a shared mission each laureate has its own. */
export function InvoiceForm(props: TaskProps) {
  const { view, person } = props;
  const { invoiceable, rows } = view.invoices;
  const key = `${person}.depositInvoice.${view.mission.id}.${rows.length}`;
  const draft = useDraft(key, firstInvoice(invoiceable), isInvoice);
  const { value } = draft;
  const warning = invoiceWarning(value, invoiceable);
  return (
    <TaskForm
      {...props}
      action="depositInvoice"
      draft={draft}
      errorsOf={invoiceErrors}
      commandOf={({ laureateId, files, number, date, amountCents }) => {
        const fileId = files[laureateId]?.fileId;
        return fileId === undefined || amountCents === null
          ? null
          : { action: 'depositInvoice', input: { laureateId, fileId, number, date, amountCents } };
      }}
      review={(typed) => <Review typed={typed} invoiceable={invoiceable} />}
    >
      {(errorOf) => (
        <section class="stack">
          {invoiceable.length > 1 && (
            <RadioField
              id="invoice-laureate"
              label="À qui est-elle adressée ?"
              hint="Chaque structure reçoit sa propre facture, et ne voit que la sienne."
              error={errorOf('invoice-laureate')}
              choices={invoiceable.map(({ laureateId, name, dueCents }) => ({
                value: laureateId,
                label: name,
                hint: `${formatEuros(dueCents)} dus.`,
              }))}
              value={value.laureateId}
              onInput={(laureateId) => draft.change({ ...value, laureateId })}
            />
          )}
          {value.laureateId !== '' && (
            <PdfField
              key={value.laureateId}
              id="invoice-file"
              label="Facture en PDF"
              view={view}
              piece="invoice"
              laureateId={value.laureateId}
              file={value.files[value.laureateId] ?? null}
              error={errorOf('invoice-file')}
              onInput={(file) => draft.change({ ...value, files: { ...value.files, [value.laureateId]: file } })}
            />
          )}
          <TextField
            id="invoice-number"
            label="Numéro de la facture"
            width="short"
            maxLength={40}
            error={errorOf('invoice-number')}
            value={value.number}
            onInput={(number) => draft.change({ ...value, number })}
          />
          <DateField
            id="invoice-date"
            label="Date de la facture"
            error={errorOf('invoice-date')}
            value={value.date}
            onInput={(date) => draft.change({ ...value, date })}
          />
          <AmountField
            id="invoice-amount"
            label="Montant toutes taxes comprises"
            hint="Entier, avec la part que la subvention ne paie pas."
            error={errorOf('invoice-amount')}
            cents={value.amountCents ?? undefined}
            onInput={(cents) => draft.change({ ...value, amountCents: cents ?? null })}
          />
          <div role="status">
            {warning !== null && (
              <Notice tone="warning">
                <p>{warning}</p>
              </Notice>
            )}
          </div>
        </section>
      )}
    </TaskForm>
  );
}

interface ReviewProps {
  readonly typed: TypedInvoice;
  readonly invoiceable: MissionInvoices['invoiceable'];
}

function Review({ typed: { laureateId, files, number, date, amountCents }, invoiceable }: ReviewProps) {
  return (
    <>
      <ReviewFacts
        facts={[
          ['Facture', `${files[laureateId]?.name ?? ''}, numéro ${number}, du ${dayInFull(date)}`],
          ['Adressée à', invoiceable.find((one) => one.laureateId === laureateId)?.name ?? ''],
          ['Montant', <Money key="amount" cents={amountCents ?? 0} />],
        ]}
      />
      <p>La structure et l’équipe France Tiers-Lieux en sont prévenues. Un courriel vous dit quand elle est payée.</p>
    </>
  );
}
