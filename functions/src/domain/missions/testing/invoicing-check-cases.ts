import type { invoicing } from '../checks/invoicing.ts';
import { type CheckCases, tried } from './check-case.ts';
import { plays, shared } from './guard-case.ts';
import { upTo } from './journeys.ts';
import { colleague, expert, signatory, staff } from './people.ts';
import type { Story } from './story.ts';

const atelier = signatory('atelier');
const bocal = signatory('bocal');
const invoiced = (story: Story = upTo('closed')) => plays(expert, 'depositInvoice')(story);

export const invoicingCheckCases: Record<keyof typeof invoicing, CheckCases> = {
  invoicedShareValidated: {
    'share-not-validated': () =>
      tried(upTo('closed'), expert, 'depositInvoice', { laureateId: 'bocal' }, { laureateId: 'atelier' }),
  },
  invoiceIsOwnPdf: {
    'file-unknown': () => {
      const story = upTo('closed');
      const file = { piece: 'invoice', laureateId: 'atelier' } as const;
      return tried(story, expert, 'depositInvoice', { fileId: story.deposit(colleague, 'invoice', file) });
    },
    'file-used': () => {
      const story = invoiced();
      const [first] = Object.values(story.invoices);
      return tried(story, expert, 'depositInvoice', { fileId: first?.fileId ?? '' });
    },
  },
  invoiceNumbered: {
    'invoice-number-missing': () => tried(upTo('closed'), expert, 'depositInvoice', { number: ' · ' }),
    'invoice-number-too-long': () =>
      tried(upTo('closed'), expert, 'depositInvoice', { number: 'F'.repeat(41) }, { number: 'F'.repeat(40) }),
  },
  invoiceDated: {
    'invoice-date-invalid': () =>
      tried(upTo('closed'), expert, 'depositInvoice', { date: '2024-03-06' }, { date: '2024-03-05' }),
  },
  invoiceAmounted: {
    'amount-invalid': () => tried(upTo('closed'), expert, 'depositInvoice', { amountCents: 0 }, { amountCents: 1 }),
  },
  invoiceNumberNew: {
    'invoice-number-used': () =>
      tried(
        invoiced(plays(expert, 'depositInvoice')(upTo('closed'))),
        expert,
        'depositInvoice',
        { number: 'f m1/1' },
        { number: 'F-m1-3' },
      ),
  },
  invoiceAllowsIt: {
    'invoice-unknown': () => {
      // Each laureate answers for its own, even when it knows the name of another's.
      const story = upTo('closed', shared());
      story.play(expert, 'depositInvoice', { laureateId: 'atelier' });
      story.play(expert, 'depositInvoice', { laureateId: 'bocal' });
      const [ofAtelier, ofBocal] = Object.keys(story.invoices);
      return tried(
        story,
        bocal,
        'recordPayment',
        { invoiceId: ofAtelier ?? '', paidCents: 1 },
        { invoiceId: ofBocal ?? '', paidCents: 1 },
      );
    },
    'invoice-status': () => {
      const story = plays(atelier, 'recordPayment')(invoiced());
      const [invoiceId = ''] = Object.keys(story.invoices);
      const refused = story.refusal(staff, 'recordPayment', { invoiceId, paidCents: 1 });
      story.play(staff, 'cancelPayment');
      return [refused, story.refusal(staff, 'recordPayment', { invoiceId, paidCents: 1 })];
    },
  },
  invoicedShareSettled: {
    'share-not-settled': () => {
      const story = invoiced(upTo('awaiting_confirmation'));
      const refused = story.refusal(atelier, 'recordPayment');
      story.play(atelier, 'confirmService');
      return [refused, story.refusal(atelier, 'recordPayment')];
    },
  },
  paymentWithinInvoice: {
    'amount-invalid': () => tried(invoiced(), atelier, 'recordPayment', { paidCents: 0 }, { paidCents: 1 }),
    'payment-exceeds-invoice': () =>
      tried(invoiced(), atelier, 'recordPayment', { paidCents: 3_000_01 }, { paidCents: 3_000_00 }),
  },
  paymentDated: {
    'payment-date-invalid': () =>
      tried(invoiced(), atelier, 'recordPayment', { day: '2024-03-06' }, { day: '2024-03-05' }),
  },
};
