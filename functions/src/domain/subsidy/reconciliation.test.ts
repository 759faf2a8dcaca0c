import { describe, expect, it } from 'vitest';
import { upTo } from '../missions/testing/journeys.ts';
import { expert, signatory, staff } from '../missions/testing/people.ts';
import type { Story } from '../missions/testing/story.ts';
import type { Invoice } from './invoice.ts';
import { balanceOf, historicalMission, type LedgerEntry } from './ledger.ts';
import { faultSentence } from './ledger-fault.ts';
import {
  type Accounts,
  firstDifference,
  isShownLate,
  programmeSentence,
  type Reconciliation,
  reconciliationSentence,
} from './reconciliation.ts';
import { adjust, commit, pay, settle } from './testing/entries.ts';

/** The accounts of `atelier` that the store would read after this story. */
function accountsOf(story: Story): Accounts {
  const { entries } = story.laureate('atelier');
  const { missionId } = story;
  const named = entries.flatMap(({ proofId }) => proofId ?? []);
  return {
    ...{ laureateId: 'atelier', chainFault: null, recordFault: null, entries, shares: [story.share('atelier')] },
    proofs: new Map(named.map((id) => [id, { laureateId: 'atelier', missionId }])),
    ...{ invoices: Object.values(story.invoices), shownBalance: balanceOf(entries) },
  };
}
const closed = () => accountsOf(upTo('closed'));
const adding = (story: Story, entry: LedgerEntry) =>
  story.change('atelier', { entries: [...story.laureate('atelier').entries, entry] });

describe('A check of the accounts', () => {
  it('finds nothing where nothing differs', () => {
    for (const state of ['awaiting_validation', 'awaiting_report', 'closed', 'ended_early', 'refused'] as const)
      expect(firstDifference(accountsOf(upTo(state)))).toBeNull();
  });

  it('names what the chain says before anything else', () => {
    const chainFault = { kind: 'lineChanged', sequence: 2, id: 'm1.v1.commit' } as const;
    expect(firstDifference({ ...closed(), chainFault, shares: [] })).toEqual(chainFault);
  });

  it('then the line whose proof is not there, or is of somebody else', () => {
    const accounts = closed();
    const fault = { kind: 'proofMissing', sequence: 2, id: 'm1.v1.commit' };
    expect(firstDifference({ ...accounts, proofs: new Map() })).toEqual(fault);
    const [proofId] = accounts.proofs.keys();
    const foreign = new Map(accounts.proofs).set(proofId ?? '', { laureateId: 'bocal', missionId: 'm1' });
    expect(firstDifference({ ...accounts, proofs: foreign })).toEqual(fault);
  });

  it('then the proof that does not hang on the one before, in its own words', () => {
    const recordFault = { kind: 'recordMissing', sequence: 2, id: null } as const;
    expect(firstDifference({ ...closed(), recordFault, shares: [] })).toEqual(recordFault);
    expect(faultSentence(recordFault)).toBe('Preuve n° 2 : cette preuve manque.');
  });

  it('then the line whose mission has no share, and the share that says other amounts', () => {
    const accounts = closed();
    const [share] = accounts.shares;
    if (!share) throw new Error('the mission has a share');
    expect(firstDifference({ ...accounts, shares: [] })).toEqual({
      ...{ kind: 'shareMissing', sequence: 2, id: 'm1.v1.commit' },
    });
    const differs = { kind: 'shareDiffers', sequence: null, id: 'm1' };
    expect(firstDifference({ ...accounts, shares: [{ ...share, finalCents: share.finalCents - 1 }] })).toEqual(differs);
    expect(firstDifference({ ...accounts, shares: [{ ...share, status: 'committed' }] })).toEqual(differs);
  });

  it('takes a refund for what it is, also once the mission is reopened and settled again', () => {
    const story = upTo('closed');
    adding(story, adjust(500_00, { missionId: 'm1', version: 1 }));
    expect(firstDifference(accountsOf(story))).toBeNull();
    story.play(staff, 'reopen');
    expect(firstDifference(accountsOf(story))).toBeNull();
    story.play(signatory('atelier'), 'confirmService');
    expect(firstDifference(accountsOf(story))).toBeNull();
  });

  it('asks no share of what was over before this service, which is lines alone', () => {
    const accounts = closed();
    const past = [commit(100_00, historicalMission('F1')), settle(100_00, 100_00, historicalMission('F1'))];
    expect(firstDifference({ ...accounts, entries: [...accounts.entries, ...past] })).toBeNull();
    const open = { ...accounts, entries: [...accounts.entries, ...past.slice(0, 1)] };
    expect(firstDifference(open)).toMatchObject({ kind: 'shareMissing', id: 'reprise-F1.v1.commit' });
  });

  describe('of payments', () => {
    const payment = {
      kind: 'paid',
      at: 0,
      by: 'x',
      byName: 'X',
      day: '2024-03-05',
      paidCents: 1,
      subsidyCents: 1,
    } as const;
    const paid = () => {
      const story = upTo('closed');
      story.play(expert, 'depositInvoice');
      story.play(signatory('atelier'), 'recordPayment');
      return story;
    };
    const onInvoice = (story: Story, change: (invoice: Invoice) => Partial<Invoice>): Accounts => {
      const accounts = accountsOf(story);
      return { ...accounts, invoices: accounts.invoices.map((one) => ({ ...one, ...change(one) })) };
    };
    const [line, back] = ['m1.pay.forge-F-M1-1', 'm1.pay.forge-F-M1-1.c1'];

    it('finds nothing in an invoice that is paid, cancelled, paid again, carried to another or paid by its laureate alone', () => {
      const story = paid();
      expect(firstDifference(accountsOf(story))).toBeNull();
      story.play(staff, 'cancelPayment');
      expect(firstDifference(accountsOf(story))).toBeNull();
      const carried = { at: 0, by: 'x', byName: 'X', kind: 'carried', fromId: 'atelier', fromName: 'Atelier' } as const;
      const elsewhere = ({ records }: Invoice) => ({ laureateId: 'bocal', records: [...records, carried] });
      expect(firstDifference(onInvoice(story, elsewhere))).toBeNull();
      story.play(staff, 'recordPayment', { paidCents: 1_000_00 });
      expect(firstDifference(accountsOf(story))).toBeNull();
      // Of these two the subsidy pays what was left of it, then nothing.
      for (const _invoice of ['F-2', 'F-3']) {
        story.play(expert, 'depositInvoice');
        story.play(staff, 'recordPayment');
      }
      expect(firstDifference(accountsOf(story))).toBeNull();
    });

    it('names the line whose invoice is not there, is of another mission or is of another laureate', () => {
      const accounts = accountsOf(paid());
      const fault = { kind: 'invoiceMissing', sequence: 4, id: line };
      expect(firstDifference({ ...accounts, invoices: [] })).toEqual(fault);
      expect(firstDifference(onInvoice(paid(), () => ({ missionId: 'm2' })))).toEqual(fault);
      expect(firstDifference(onInvoice(paid(), () => ({ laureateId: 'bocal' })))).toEqual(fault);
    });

    it('names the line whose invoice says another amount, or that it is not paid', () => {
      const fault = { kind: 'paymentDiffers', sequence: 4, id: line };
      expect(firstDifference(onInvoice(paid(), () => ({ records: [payment] })))).toEqual(fault);
      expect(firstDifference(onInvoice(paid(), () => ({ status: 'deposited' })))).toEqual(fault);
      expect(firstDifference(onInvoice(paid(), () => ({ status: 'unpaid', records: [] })))).toEqual(fault);
    });

    it('names the line that takes back what the invoice says is paid', () => {
      const story = paid();
      story.play(staff, 'cancelPayment');
      const again = ({ records }: Invoice) => ({ status: 'paid' as const, records: records.slice(0, 2) });
      expect(firstDifference(onInvoice(story, again))).toEqual({ kind: 'paymentDiffers', sequence: 5, id: back });
    });

    it('names the invoice that is recorded paid without its line, and asks none of lines of before invoices', () => {
      const story = upTo('closed');
      story.play(expert, 'depositInvoice');
      const fault = { kind: 'paymentMissing', sequence: null, id: 'forge-F-M1-1' };
      expect(firstDifference(onInvoice(story, () => ({ status: 'paid', records: [payment] })))).toEqual(fault);
      adding(story, pay(500_00));
      expect(firstDifference(accountsOf(story))).toBeNull();
    });

    it('takes a refund for what it is, before or after the payment is cancelled', () => {
      const refund = adjust(3_000_00, { missionId: 'm1', version: 1, paidCents: -3_000_00 });
      const before = paid();
      adding(before, refund);
      expect(firstDifference(accountsOf(before))).toBeNull();
      before.play(staff, 'cancelPayment');
      expect(firstDifference(accountsOf(before))).toBeNull();
      const part = adding(paid(), adjust(1_000_00, { missionId: 'm1', version: 1, paidCents: -1_000_00 }));
      part.play(staff, 'cancelPayment');
      expect(firstDifference(accountsOf(part))).toBeNull();
    });
  });

  it('tells a balance that is shown late from a ledger that is broken', () => {
    const accounts = closed();
    expect(isShownLate(accounts)).toBe(false);
    const late = { ...accounts, shownBalance: { ...accounts.shownBalance, remainingCents: 1 } };
    expect([firstDifference(late), isShownLate(late)]).toEqual([null, true]);
  });

  it('says what it found in a sentence', () => {
    const found: Reconciliation = {
      ...{ laureateId: 'atelier', at: 0, byName: '', lines: 4, missions: 1, state: 'holds', fault: null },
    };
    expect(reconciliationSentence(found)).toBe('Tout concorde (lignes relues, 4 ; missions relues, 1).');
    expect(reconciliationSentence({ ...found, state: 'late' })).toContain('rétabli depuis le registre');
    const fault = { kind: 'lineMissing', sequence: 3, id: null } as const;
    expect(reconciliationSentence({ ...found, state: 'broken', fault })).toContain('Ligne 3 : cette ligne manque.');
  });

  it('says of the whole programme how much was read and when, and whose ledger differs first', () => {
    const at = Date.UTC(2024, 2, 4, 13, 5);
    const whole = { at, checked: 100, lines: 1200, late: 0, broken: 0, first: null };
    expect(programmeSentence(whole)).toBe(
      'Tout concorde : chaque registre est intact. Lauréats relus, 100 ; lignes relues, 1200, le lundi 4 mars 2024 à 14:05.',
    );
    const fault = { kind: 'lineMissing', sequence: 3, id: null } as const;
    const first = { laureateId: 'atelier', laureateName: 'Atelier', fault };
    expect(programmeSentence({ ...whole, late: 2, broken: 1, first })).toMatch(
      /^Registres à réparer : 1\. Le premier est celui de « Atelier »\. Ligne 3 : cette ligne manque\..*en retard.* 2\.$/,
    );
  });
});
