import { describe, expect, it } from 'vitest';
import { balanceOf, type LedgerEntry } from '../subsidy/ledger.ts';
import { ledgerFault } from '../subsidy/ledger-fault.ts';
import { consumptionSheet } from './consumption.ts';
import { planConsumption } from './consumption-plan.ts';
import type { ImportedEntries, ProgrammePlan } from './plan.ts';
import { readSheet, totalsInDoubt } from './sheet.ts';
import { sampleProgramme, source, withEntries } from './testing/sample-programme.ts';
import { differencesWith, reconciliation } from './totals.ts';

const header = 'lauréat;pièce;intitulé;expert;montant réglé;montant payé;date';
const row = (change: Partial<Record<'laureate' | 'piece' | 'expert' | 'settled' | 'paid' | 'date', string>> = {}) => {
  const cells = {
    laureate: 'FTL-001',
    piece: 'F-1',
    expert: 'Atelier Sud',
    settled: '4 200,00',
    paid: '1 000,00',
    date: '18/12/2023',
    ...change,
  };
  const { laureate, piece, expert, settled, paid, date } = cells;
  return [laureate, piece, 'Étude', expert, settled, paid, date].join(';');
};
const read = (...rows: readonly string[]) => readSheet([header, ...rows].join('\n'), consumptionSheet);
const planOf = (rows: readonly string[], recorded = sampleProgramme()) => {
  const sheet = read(...rows);
  const plan = planConsumption(sheet.rows, recorded, source);
  return { sheet, plan, problems: [...sheet.problems, ...plan.problems] };
};

function addedBy({ create, update }: ProgrammePlan<ImportedEntries>): Map<string, LedgerEntry[]> {
  const added = new Map<string, LedgerEntry[]>();
  for (const { laureateId, entries } of [...create, ...update])
    added.set(laureateId, [...(added.get(laureateId) ?? []), ...entries]);
  return added;
}

describe('What was used before this service', () => {
  it('is three lines of the ledger: engaged, settled, paid, with the piece and the file in their reason', () => {
    const { plan } = planOf([row()]);
    expect(plan.create).toMatchObject([
      {
        laureateId: 'fabrique',
        entries: [
          { id: 'reprise-f-1_atelier-sud.v1.commit', type: 'commit', cents: -4_200_00, by: 'staff-1' },
          {
            id: 'reprise-f-1_atelier-sud.settle',
            type: 'settle',
            cents: 0,
            committedCents: 4_200_00,
            finalCents: 4_200_00,
          },
          { id: 'reprise-f-1_atelier-sud.pay.reprise', type: 'pay', cents: 0, paidCents: 1_000_00 },
        ],
      },
    ]);
    expect(plan.create[0]?.entries[0]?.reason).toBe(
      'Reprise (reprise.csv, ligne 2) : Étude, Atelier Sud, pièce F-1 du lundi 18 décembre 2023',
    );
  });

  it('keeps every sum of the ledger, and imported again changes nothing', () => {
    const first = planOf([row(), row({ piece: 'F-2', settled: '800', paid: '' })]);
    const recorded = withEntries(sampleProgramme(), addedBy(first.plan));
    const entries = recorded.laureates[0]?.entries ?? [];
    expect(ledgerFault(entries)).toBeNull();
    expect(balanceOf(entries)).toMatchObject({
      settledCents: 5_000_00,
      paidCents: 1_000_00,
      remainingCents: 10_000_00,
    });
    expect(planOf([row(), row({ piece: 'F-2', settled: '800', paid: '' })], recorded).plan).toEqual({
      ...{ create: [], update: [], unchanged: 2, problems: [], left: [] },
    });
  });

  it('is completed by a payment that came since, and never rewritten', () => {
    const recorded = withEntries(sampleProgramme(), addedBy(planOf([row({ paid: '' })]).plan));
    expect(planOf([row()], recorded).plan.update).toMatchObject([{ entries: [{ type: 'pay', paidCents: 1_000_00 }] }]);
    expect(planOf([row({ settled: '4 300,00' })], recorded).problems).toMatchObject([
      { line: 2, column: 'pièce', value: 'F-1', reason: expect.stringContaining('ne change plus') },
    ]);
  });

  it.each([
    ['an unknown laureate', row({ laureate: 'FTL-999' }), 'lauréat', /importez d’abord les lauréats/],
    ['more paid than settled', row({ paid: '4 200,01' }), 'montant payé', /dépasse ce qui est réglé/],
    ['more than what remains', row({ settled: '15 000,01', paid: '' }), 'montant réglé', /il ne reste que/],
    ['a day to come', row({ date: '23/11/2026' }), 'date', /dans l’avenir/],
    ['nothing settled', row({ settled: '0', paid: '' }), 'montant réglé', /nul/],
    ['no reference of a piece', row({ piece: '' }), 'pièce', /vide/],
  ])('is refused with the line, the column and why: %s', (_name, bad, column, reason) => {
    const { problems, plan } = planOf([row({ laureate: 'FTL-002', settled: '1', paid: '' }), bad]);
    expect(problems).toMatchObject([{ line: 3, column, reason: expect.stringMatching(reason) }]);
    expect(plan.create).toHaveLength(1);
  });

  it('counts a piece once in a file, and two rows never use the same euro', () => {
    expect(planOf([row(), row({ settled: '1', paid: '' })]).problems).toMatchObject([
      { line: 3, reason: expect.stringContaining('ligne 2') },
    ]);
    const most = [row({ settled: '14 000', paid: '' }), row({ piece: 'F-2', settled: '1 000,01', paid: '' })];
    expect(planOf(most).problems).toMatchObject([{ line: 3, column: 'montant réglé' }]);
  });

  it('goes to nobody whose ledger does not hold', () => {
    const recorded = sampleProgramme();
    const broken = { ...recorded, laureates: recorded.laureates.map((one) => ({ ...one, ledgerHolds: false })) };
    expect(planOf([row()], broken).problems).toMatchObject([{ reason: expect.stringContaining('ne concorde pas') }]);
  });
});

describe('Two providers who number their invoices alike', () => {
  const other = row({ expert: 'Agence du Port', date: '05/03/2024' });
  const after = (rows: readonly string[]) => withEntries(sampleProgramme(), addedBy(planOf(rows).plan));
  /** As lines were written before the provider was part of what a piece is. */
  const formerly = () => {
    const named = (text: string) => text.replace('reprise-f-1_atelier-sud', 'reprise-f-1');
    const renamed = <Entry extends LedgerEntry>(entry: Entry): Entry =>
      'missionId' in entry
        ? { ...entry, id: named(entry.id), missionId: named(entry.missionId ?? '') }
        : { ...entry, id: named(entry.id) };
    const lines = [...addedBy(planOf([row()]).plan)].map(([id, entries]) => [id, entries.map(renamed)] as const);
    return withEntries(sampleProgramme(), new Map(lines));
  };

  it('are two pieces, in one file and from a file to the next, whatever the amounts', () => {
    expect(planOf([row(), other]).plan.create).toHaveLength(2);
    expect(planOf([other], after([row()])).plan).toMatchObject({ create: [{}], unchanged: 0 });
    expect(planOf([other], formerly()).plan).toMatchObject({ create: [{}], unchanged: 0, problems: [] });
    expect(planOf([row(), other], after([row(), other])).plan).toMatchObject({ create: [], unchanged: 2 });
  });

  it('find what an earlier file wrote under the number alone: nothing changes', () => {
    expect(planOf([row()], formerly()).plan).toMatchObject({ create: [], update: [], unchanged: 1, problems: [] });
    expect(planOf([row({ expert: 'ATELIER SUD' })], formerly()).plan).toMatchObject({ unchanged: 1 });
    expect(planOf([row({ paid: '1 200' })], formerly()).problems).toMatchObject([
      { reason: expect.stringContaining('ne change plus') },
    ]);
  });

  it('are asked back when number, day and amount are the same: it may be one name typed otherwise', () => {
    const respelled = row({ expert: 'Atelier Sud SARL' });
    for (const recorded of [after([row()]), formerly()]) {
      expect(planOf([respelled], recorded).problems).toMatchObject([
        { line: 2, column: 'pièce', reason: expect.stringMatching(/pour « Atelier Sud » : si c’est elle/) },
      ]);
      expect(planOf([row(), respelled], recorded).plan).toMatchObject({ create: [{ line: 3 }], unchanged: 1 });
    }
  });
});

describe('Totals', () => {
  it('of a last row « TOTAL » stop the import when the rows say otherwise', () => {
    const doubts = (total: string) => totalsInDoubt(read(row(), total).announced, false);
    expect(doubts('TOTAL;;;;4 200,00;1 000,00;')).toEqual([]);
    expect(doubts('Total;;;;4 200,01;1 000,00;')).toEqual([
      expect.stringMatching(/^ligne 3, montant réglé : .*annoncés, les lignes font .*0,01.*d’écart/),
    ]);
  });

  it('can’t be compared while a row is in error, and then stop the import too: the row is mended, or the total removed', () => {
    const bad = row({ piece: 'F-2', date: 'hier' });
    const doubts = (...rows: readonly string[]) => {
      const { announced, problems } = read(...rows);
      return totalsInDoubt(announced, problems.length > 0);
    };
    const wrong = expect.stringMatching(/^ligne 4 : .*ne peuvent pas être comparés.*retirez la ligne « TOTAL »/);
    expect(doubts(row(), bad, 'TOTAL;;;;4 200,00;1 000,00;')).toEqual([wrong]);
    expect(doubts(row(), row({ piece: 'F-2' }), 'TOTAL;;;;beaucoup;;')).toEqual([wrong]);
    expect(doubts(row(), bad)).toEqual([]);
    expect(doubts(row(), bad, 'TOTAL;;;;;;')).toEqual([]);
    expect(doubts(row(), row({ piece: 'F-2' }), 'TOTAL;;;;8 400,00;2 000,00;')).toEqual([]);
  });

  it('announced by the operator are compared with the ledgers as they would be', () => {
    const { laureates } = sampleProgramme();
    const added = addedBy(planOf([row()]).plan);
    const right = { awarded: 35_500_50, used: 4_200_00, paid: 1_000_00, remaining: 31_300_50 };
    const totals = reconciliation(laureates, added, right);
    expect(totals).toMatchObject({ differences: [], before: { settledCents: 0 }, after: { settledCents: 4_200_00 } });
    expect(totals.laureates.map(({ laureateId }) => laureateId)).toEqual(['fabrique']);
    expect(reconciliation(laureates, added, { ...right, paid: 1_000_01 }).differences).toEqual([
      expect.stringMatching(/^payé : .* annoncés, .* avec ce fichier/),
    ]);
  });

  it('are read again once written: a ledger that says something else is named', () => {
    const recorded = sampleProgramme();
    const added = addedBy(planOf([row()]).plan);
    const totals = reconciliation(recorded.laureates, added, {});
    expect(differencesWith(totals, withEntries(recorded, added).laureates)).toEqual([]);
    expect(differencesWith(totals, recorded.laureates)[0]).toMatch(/^Manufacture fabrique, utilisé : /);
  });
});
