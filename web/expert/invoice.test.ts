import { expect, test } from 'vitest';
import { firstInvoice, invoiceErrors, invoiceWarning, isInvoice } from './invoice.ts';

const lac = { laureateId: 'lac', name: 'Lac', dueCents: 300_00, invoicedCents: 100_00 };
const bocal = { laureateId: 'bocal', name: 'Bocal', dueCents: 300_00, invoicedCents: 0 };
const whole = {
  ...firstInvoice([lac]),
  ...{ files: { lac: { fileId: 'f', name: 'facture.pdf' } }, number: 'F-1', date: '2024-06-01', amountCents: 200_00 },
};

test('a mission of one laureate asks for no choice, a shared one does', () => {
  expect(firstInvoice([lac]).laureateId).toBe('lac');
  expect(firstInvoice([lac, bocal]).laureateId).toBe('');
});

test('what is missing is said in the order of the page, and nothing once it is whole', () => {
  expect(invoiceErrors(firstInvoice([lac, bocal])).map(({ fieldId }) => fieldId)).toEqual([
    'invoice-laureate',
    'invoice-file',
    'invoice-number',
    'invoice-date',
    'invoice-amount',
  ]);
  expect(invoiceErrors(whole)).toEqual([]);
});

test('the PDF of one laureate is not that of another', () => {
  expect(invoiceErrors({ ...whole, laureateId: 'bocal' })).toMatchObject([{ fieldId: 'invoice-file' }]);
});

test('what was invoiced before counts in the warning', () => {
  expect(invoiceWarning(whole, [lac])).toBeNull();
  expect(invoiceWarning({ ...whole, amountCents: 200_01 }, [lac])).toMatch(/vérifiez/);
});

test('a draft of another shape is forgotten', () => {
  expect(isInvoice(whole)).toBe(true);
  expect(isInvoice({ ...whole, files: null })).toBe(false);
});
