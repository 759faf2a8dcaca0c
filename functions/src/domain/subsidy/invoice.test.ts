import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wholeBase } from './funded.ts';
import {
  dueCents,
  type Invoice,
  invoicedCents,
  invoiceId,
  invoiceNumberKey,
  invoiceWarnings,
  overInvoiced,
  paidBySubsidy,
  paymentOf,
} from './invoice.ts';
import { balanceOf, type LedgerEntry } from './ledger.ts';
import { ledgerFault } from './ledger-fault.ts';
import type { Share } from './share.ts';

const invoice = (changed: Partial<Invoice> = {}): Invoice => ({
  ...{ id: 'forge-F-1', missionId: 'm1', laureateId: 'lac', laureateName: 'Lac', expertId: 'forge', fileId: 'f' },
  ...{ number: 'F 1', numberKey: 'F-1', date: '2024-05-02', amountCents: 100, status: 'deposited', records: [] },
  ...changed,
});

describe('The number of an invoice', () => {
  it.each([
    ['F 2024/17', 'F-2024-17'],
    [' f-2024--17 ', 'F-2024-17'],
    ['Facture n° 4', 'FACTURE-N-4'],
    ['Été 1', 'ETE-1'],
    ['···', ''],
  ])('%s is read as %s', (typed, key) => expect(invoiceNumberKey(typed)).toBe(key));

  it('names a document that any path and any call can carry', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (typed) => {
        expect(invoiceId('forge', typed, [])).toMatch(/^forge-[A-Z0-9-]{0,40}$/);
      }),
    );
  });

  it('is taken once by each expert, and again once recorded as not paid', () => {
    expect(invoiceId('forge', 'f/1', [])).toBe('forge-F-1');
    expect(invoiceId('forge', 'f/1', [invoice()])).toBe('forge-F-1.2');
    expect(invoiceId('tour', 'f/1', [invoice()])).toBe('tour-F-1');
  });
});

describe('What is due and invoiced', () => {
  const share = (status: Share['status'], finalCents: number): Share => ({
    ...{ missionId: 'm1', laureateId: 'lac', expertId: 'forge', expertName: '', needId: 'm1', need: '', subthemes: [] },
    ...{
      missionState: 'closed',
      since: 0,
      version: 1,
      status,
      shareCents: 300,
      subsidyCents: 200,
      ownCents: 100,
      finalCents,
    },
    ...{ base: wholeBase, fundedCents: 300, amendment: null },
  });

  it('is the final amount once stated, what was validated before, nothing without validation', () => {
    expect(dueCents(share('committed', 0))).toBe(300);
    expect(dueCents(share('committed', 250))).toBe(250);
    expect(dueCents(share('settled', 0))).toBe(0);
    expect(dueCents(share('proposed', 0))).toBe(0);
  });

  it('counts the live invoices of that laureate', () => {
    const all = [
      invoice(),
      invoice({ status: 'unpaid' }),
      invoice({ laureateId: 'bocal' }),
      invoice({ status: 'paid' }),
    ];
    expect(invoicedCents(all, 'lac')).toBe(200);
  });

  it('warns above what is due, and says nothing at it', () => {
    expect(overInvoiced(300, 300)).toBeNull();
    expect(overInvoiced(300, 301)).toMatch(/vérifiez avant de payer/);
  });

  it('warns when its PDF seems to say another total, while it waits to be paid', () => {
    const owed = { dueCents: 300, invoicedCents: 100 };
    const warned = (read: number[] | undefined, changed: Partial<Invoice> = {}) =>
      invoiceWarnings(invoice(changed), { owed, read });
    expect(warned([120])).toEqual([expect.stringMatching(/le PDF dit 1,20.€. Comparez les deux avant de payer\.$/u)]);
    expect([warned([20, 100]), warned([]), warned(undefined)]).toEqual([[], [], []]);
    expect([warned([120], { status: 'paid' }), warned([120], { status: 'unpaid' })]).toEqual([[], []]);
    expect(invoiceWarnings(invoice(), { owed: { ...owed, invoicedCents: 301 }, read: [120] })).toHaveLength(2);
    expect(invoiceWarnings(invoice(), { owed: null, read: undefined })).toEqual([]);
  });
});

describe('A payment', () => {
  const line = { at: 0, by: 'anne', reason: null, settingsVersion: 1 };
  const decision = { reference: 'C', date: '2023-01-01', ceilingCents: 0, recommendations: '' };
  const settled = (finalCents: number): LedgerEntry[] => [
    { ...line, id: 'award', type: 'award', cents: 1_000, decision },
    { ...line, id: 'm1.c', type: 'commit', cents: -finalCents, missionId: 'm1', version: 1 },
    { ...line, id: 'm1.s', type: 'settle', cents: 0, missionId: 'm1', committedCents: finalCents, finalCents },
  ];

  it('stands until it is cancelled', () => {
    const recorded = { at: 1, by: 'anne', byName: 'Anne' };
    const paid = { ...recorded, kind: 'paid', day: '2024-05-03', paidCents: 100, subsidyCents: 80 } as const;
    expect(paymentOf(invoice({ status: 'paid', records: [paid] }))).toEqual(paid);
    expect(paymentOf(invoice({ records: [paid, { ...recorded, kind: 'cancelled', reason: 'x' }] }))).toBeNull();
  });

  it('counts on the subsidy at most what is settled and not paid yet, whatever is invoiced', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.array(fc.nat(400), { maxLength: 5 }), (final, payments) => {
        const entries = settled(final);
        for (const [index, cents] of payments.entries()) {
          const paidCents = paidBySubsidy(entries, 'm1', cents);
          entries.push({ ...line, id: `p${index}`, type: 'pay', cents: 0, missionId: 'm1', paidCents });
        }
        expect(ledgerFault(entries)).toBeNull();
        const asked = payments.reduce((sum, cents) => sum + cents, 0);
        expect(balanceOf(entries).paidCents).toBe(Math.min(final, asked));
      }),
    );
  });
});
