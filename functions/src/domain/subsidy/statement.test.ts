import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { formatEuros } from '../money.ts';
import { wholeBase } from './funded.ts';
import type { LedgerEntry } from './ledger.ts';
import type { Share } from './share.ts';
import { closingRefusal, type StatementSource, statementOf } from './statement.ts';
import { statementCsv, statementFileName } from './statement-csv.ts';

const noon = Date.UTC(2024, 5, 3, 10);
const base = (id: string, cents: number, reason: string | null = null) => ({
  ...{ id, cents, reason, at: noon, by: 'anne', settingsVersion: 3 },
});
const entries: readonly LedgerEntry[] = [
  {
    ...base('award.C1', 10_000_00),
    type: 'award',
    by: 'camille',
    decision: { reference: 'C1', date: '2023-03-01', ceilingCents: 10_000_00, recommendations: '' },
  },
  { ...base('m1.v1.commit', -3_000_00), type: 'commit', missionId: 'm1', version: 1 },
  { ...base('m2.v1.commit', -1_000_00), type: 'commit', missionId: 'm2', version: 1 },
  {
    ...base('m1.settle', 500_00, '=cmd|calc'),
    type: 'settle',
    missionId: 'm1',
    committedCents: 3_000_00,
    finalCents: 2_500_00,
  },
  { ...base('m1.pay.F1', 0), type: 'pay', missionId: 'm1', paidCents: 2_500_00, by: 'system' },
  { ...base('m1.pay.F1.cancel', 0), type: 'pay', missionId: 'm1', paidCents: -2_500_00, by: 'nobody' },
];

const share = (missionId: string, status: Share['status'], shareCents: number): Share => ({
  ...{ missionId, laureateId: 'lac', expertId: 'forge', expertName: 'La Forge', needId: missionId },
  need: `Besoin ${missionId}`,
  ...{ subthemes: [], missionState: 'closed', since: 0, version: 1, status, shareCents, amendment: null },
  ...{ base: wholeBase, fundedCents: shareCents, subsidyCents: 0, ownCents: 0, finalCents: 0 },
});

/** 600 € of which 100 € of VAT, recovered; and an amendment that asks 200 € more than is engaged. */
const recovering = { ...share('m4', 'proposed', 600_00), fundedCents: 500_00 };
const amendment = { number: 1, shareCents: 1_200_00, fundedCents: 1_200_00, before: null };
const amended = { ...share('m5', 'committed', 1_000_00), subsidyCents: 1_000_00, amendment };

const source: StatementSource = {
  kind: 'running',
  at: noon,
  settings: { programmeName: 'Manufactures', version: 3 },
  laureate: { id: 'lac', name: 'L’Établi du Lac', siret: '12345678900011' },
  entries,
  shares: [
    share('m1', 'settled', 3_000_00),
    share('m2', 'committed', 1_000_00),
    share('m3', 'proposed', 700_00),
    recovering,
    amended,
  ],
  head: { sequence: 6, hash: 'abc' },
  names: { anne: 'Anne Le Goff', camille: 'Camille Roux' },
};
const statement = statementOf(source);

describe('A statement', () => {
  it('has every line in its order, with what remains after it and who did it', () => {
    expect(statement.lines.map(({ number, cents, remainingCents }) => [number, cents, remainingCents])).toEqual([
      [1, 10_000_00, 10_000_00],
      [2, -3_000_00, 7_000_00],
      [3, -1_000_00, 6_000_00],
      [4, 500_00, 6_500_00],
      [5, 0, 6_500_00],
      [6, 0, 6_500_00],
    ]);
    expect(statement.lines.map(({ byName }) => byName)).toEqual([
      'Camille Roux',
      'Anne Le Goff',
      'Anne Le Goff',
      'Anne Le Goff',
      'Service automatique',
      'Une personne dont le compte n’existe plus',
    ]);
  });

  it('says what the amount alone does not', () => {
    expect(statement.lines.map(({ what, detail }) => [what, detail])).toEqual([
      ['Subvention attribuée', 'Décision C1 du mercredi 1er mars 2023'],
      ['Engagement', 'Devis, version 1'],
      ['Engagement', 'Devis, version 1'],
      ['Règlement', `${formatEuros(2_500_00)} réglés sur ${formatEuros(3_000_00)} engagés`],
      ['Paiement', `${formatEuros(2_500_00)} payés à l’expert`],
      ['Paiement', `${formatEuros(2_500_00)} : paiement annulé`],
    ]);
  });

  it('ends where the ledger does, and tells what waits and what is still held', () => {
    const { balance, lines, waiting, holding } = statement;
    expect(lines.at(-1)?.remainingCents).toBe(balance.remainingCents);
    expect(balance).toMatchObject({ awardedCents: 10_000_00, committedCents: 1_000_00, settledCents: 2_500_00 });
    expect(waiting.map(({ missionId, cents }) => [missionId, cents])).toEqual([
      ['m3', 700_00],
      ['m4', 500_00],
      ['m5', 200_00],
    ]);
    expect(balance.pendingCents).toBe(1_400_00);
    expect(holding.map(({ missionId, cents }) => [missionId, cents])).toEqual([['m2', 1_000_00]]);
  });
});

describe('A closing statement', () => {
  const lastDay = '2024-12-31';
  const after = Date.UTC(2024, 11, 31, 23, 30);

  it('waits for the last day of settlements to pass, in Paris', () => {
    expect(closingRefusal({ status: 'active' }, lastDay, after - 3_600_000)?.code).toBe('not-closed');
    expect(closingRefusal({ status: 'active' }, lastDay, after)).toBeNull();
  });

  it('is there at once for a laureate that left the programme', () => {
    expect(closingRefusal({ status: 'suspended' }, lastDay, noon)?.code).toBe('not-closed');
    expect(closingRefusal({ status: 'withdrawn' }, lastDay, noon)).toBeNull();
    expect(closingRefusal({ status: 'merged' }, lastDay, noon)).toBeNull();
  });

  it('says what returns to the programme, and what missions still hold', () => {
    const rows = reread(statementCsv(statementOf({ ...source, kind: 'closing' })));
    expect(rows).toContainEqual(expect.objectContaining({ Nature: 'Jamais utilisé, rendu au programme' }));
    expect(rows).toContainEqual(expect.objectContaining({ Rubrique: 'Encore engagé', Mission: 'm2' }));
  });
});

function reread(text: string): Record<string, string>[] {
  return parse(text, { bom: true, delimiter: ';', record_delimiter: '\r\n', columns: true });
}
const column = (row: Record<string, string> | undefined, name: string) => row?.[name];

describe('The CSV of a statement', () => {
  const rows = reread(statementCsv(statement));
  const cents = (text = '') => Number(text.replace(',', ''));

  it('gives the lines back as they are, amounts to the cent', () => {
    const lines = rows.filter(({ Rubrique }) => Rubrique === 'Ligne');
    expect(lines.map((row) => [cents(column(row, 'Montant')), cents(column(row, 'Reste après'))])).toEqual(
      statement.lines.map((line) => [line.cents, line.remainingCents]),
    );
    expect(lines[0]).toMatchObject({ Date: '03/06/2024', Nature: 'Subvention attribuée', Par: 'Camille Roux' });
  });

  it('gives the totals, what waits, the fingerprint and the version of the rules', () => {
    const totals = rows.filter(({ Rubrique }) => Rubrique === 'Total').map((row) => cents(column(row, 'Montant')));
    expect(totals).toEqual([10_000_00, 1_000_00, 2_500_00, 0, 6_500_00]);
    expect(column(rows.at(-2), 'Détail')).toBe('abc');
    expect(column(rows.at(-1), 'Détail')).toBe('3');
    expect(rows).toContainEqual(expect.objectContaining({ Rubrique: 'En attente de validation', Montant: '700,00' }));
  });

  it('never runs what somebody typed as a reason', () => {
    expect(column(rows[3], 'Motif')).toBe("'=cmd|calc");
  });

  it('is saved under a name that every system takes', () => {
    expect(statementFileName(statement, 'csv')).toBe('releve-de-subvention-l-etabli-du-lac-2024-06-03.csv');
  });
});
