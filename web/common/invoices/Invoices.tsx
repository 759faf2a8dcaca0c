import { transitionOf } from '@sur-mesure/functions/domain/missions/transitions';
import type { FileRow } from '@sur-mesure/functions/domain/missions/views';
import type { InvoiceActionName, InvoiceRow } from '@sur-mesure/functions/domain/subsidy/views';
import { useState } from 'preact/hooks';
import { Button } from '../button/Button.tsx';
import { Notice } from '../notice/Notice.tsx';
import { ReaderPlace } from '../reader/ReaderPlace.tsx';
import { DateText } from '../words/DateText.tsx';
import { Money } from '../words/Money.tsx';
import { InvoiceDialog } from './InvoiceDialog.tsx';
import { answerOf, titleOf } from './invoice-words.ts';
import type { InvoicesProps } from './LaterInvoices.tsx';
import './invoices.css';

interface Asked {
  readonly invoice: InvoiceRow;
  readonly action: InvoiceActionName;
}

/** What is invoiced, and what became of it: the expert sees its own, a laureate those addressed to it, the team all. */
export function Invoices({ view, person, onDone }: InvoicesProps) {
  const [opened, setOpened] = useState<FileRow>();
  const [asked, setAsked] = useState<Asked>();
  const several = new Set(view.invoices.rows.map(({ laureateName }) => laureateName)).size > 1;
  return (
    <section class="stack" aria-labelledby="invoices-title">
      <h2 id="invoices-title">Factures</h2>
      <ReaderPlace file={opened} onClose={() => setOpened(undefined)} />
      <ul class="invoices">
        {view.invoices.rows.map((invoice) => (
          <Row
            key={invoice.invoiceId}
            invoice={invoice}
            forWhom={several || view.reader === 'expert'}
            file={view.files.find(({ fileId }) => fileId === invoice.fileId)}
            onOpen={setOpened}
            onAsk={(action) => setAsked({ invoice, action })}
          />
        ))}
      </ul>
      {asked !== undefined && (
        <InvoiceDialog
          key={`${asked.action}.${asked.invoice.invoiceId}`}
          {...asked}
          view={view}
          person={person}
          done={(result) => {
            setAsked(undefined);
            onDone(result);
          }}
          close={() => setAsked(undefined)}
        />
      )}
    </section>
  );
}

interface RowProps {
  readonly invoice: InvoiceRow;
  readonly forWhom: boolean;
  readonly file: FileRow | undefined;
  readonly onOpen: (file: FileRow) => void;
  readonly onAsk: (action: InvoiceActionName) => void;
}

function Row({ invoice, forWhom, file, onOpen, onAsk }: RowProps) {
  const { amountCents, date, warnings, note, actions } = invoice;
  const title = titleOf(invoice);
  return (
    <li class="invoice stack stack-tight">
      <div class="row row-apart">
        <div>
          <p class="invoice-title">
            {title}, <Money cents={amountCents} /> TTC
          </p>
          <p class="small muted">
            Du <DateText day={date} />
            {forWhom && `, pour ${invoice.laureateName}`}
          </p>
        </div>
        {file !== undefined && (
          <Button opens="dialog" onClick={() => onOpen(file)}>
            Ouvrir<span class="visually-hidden"> {title}</span>
          </Button>
        )}
      </div>
      <p class="invoice-answer">{answerOf(invoice)}</p>
      {note !== null && <p class="invoice-note typed-text">{note.reason}</p>}
      {warnings.length > 0 && (
        <Notice tone="warning">
          {warnings.map((warning) => (
            <p key={warning}>{warning}</p>
          ))}
        </Notice>
      )}
      {actions.length > 0 && (
        <div class="row">
          {actions.map((action) => (
            <Button
              key={action}
              tone={action === 'recordPayment' ? 'secondary' : 'quiet'}
              opens="dialog"
              onClick={() => onAsk(action)}
            >
              {transitionOf(action).label}
              <span class="visually-hidden"> : {title}</span>
            </Button>
          ))}
        </div>
      )}
    </li>
  );
}
