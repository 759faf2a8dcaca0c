import type { InvoiceRow } from '@sur-mesure/functions/domain/subsidy/views';
import { expect, test } from 'vitest';
import { answerOf } from './invoice-words.ts';

const row: InvoiceRow = {
  ...{ invoiceId: 'i', fileId: 'f', laureateName: 'Lac', number: 'F-1', date: '2024-06-01', amountCents: 1_200_00 },
  ...{ status: 'deposited', payment: null, note: null, warnings: [], actions: [] },
};
const payment = { day: '2024-06-04', paidCents: 1_200_00, subsidyCents: 1_000_00, byName: 'Anne Le Goff' } as const;
const said = (changed: Partial<InvoiceRow>) => answerOf({ ...row, ...changed }).replaceAll(/[\u00a0\u202f]/g, ' ');

test('an invoice says when it was paid, how much of it by the subsidy, and who wrote it', () => {
  expect(said({ status: 'paid', payment })).toBe(
    'Payée le mardi 4 juin 2024 : 1 200,00 €, dont 1 000,00 € de subvention. Enregistré par Anne Le Goff.',
  );
  expect(said({ status: 'paid', payment: { ...payment, subsidyCents: null } })).not.toContain('subvention');
  expect(said({ status: 'paid', payment: { ...payment, paidCents: 500_00, subsidyCents: 500_00 } })).toContain(
    '500,00 € sur 1 200,00 €',
  );
});

test('or that it waits, and the last word about it', () => {
  const note = { reason: 'Mauvais SIRET', byName: 'Anne Le Goff', at: 0 };
  expect(said({})).toBe('À payer.');
  expect(said({ status: 'unpaid', note })).toBe('Notée comme non payée par Anne Le Goff :');
  expect(said({ note })).toMatch(/est annulé par Anne Le Goff/);
});
