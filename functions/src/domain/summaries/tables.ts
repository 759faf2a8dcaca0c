import { type CsvCell, csvText } from '../csv.ts';
import type { Cents } from '../money.ts';
import type { Balance } from '../subsidy/ledger.ts';
import { totalBalance } from '../subsidy/position.ts';
import { totalSpending } from './money.ts';
import type { Move, Spending, Summary } from './summary.ts';
import { moneyLabels } from './words.ts';

type AmountName = keyof Balance;

/** One table of the money, as the page shows it and a spreadsheet reads it: the last row is the sum of the others. */
export interface MoneyTable {
  readonly id: 'themes' | 'regions' | 'promotions' | 'territories';
  readonly title: string;
  /** Over the first column, and over what is counted in the second. */
  readonly heading: string;
  readonly counted: string;
  readonly amounts: readonly AmountName[];
  readonly rows: readonly MoneyTableRow[];
  readonly total: Move<Partial<Balance>>;
}

export interface MoneyTableRow extends Move<Spending & Partial<Balance>> {
  readonly label: string;
  readonly count: number;
}

const everyAmount = ['awardedCents', 'committedCents', 'settledCents', 'paidCents', 'remainingCents'] as const;
const spentAmounts = ['committedCents', 'settledCents', 'paidCents'] as const;

/** The tables of a summary, those without a row left out. */
export function moneyTables({ money }: Pick<Summary, 'money'>): MoneyTable[] {
  const { themes, regions, promotions, territories } = money;
  const themeTotal = {
    before: totalSpending(themes.map(({ before }) => before)),
    after: totalSpending(themes.map(({ after }) => after)),
  };
  const ofLaureates = (id: MoneyTable['id'], title: string, heading: string, rows: typeof regions): MoneyTable => ({
    ...{ id, title, heading, counted: 'Manufactures', amounts: everyAmount },
    rows: rows.map(({ label, laureates, before, after }) => ({ label, count: laureates, before, after })),
    total: {
      before: totalBalance(rows.map(({ before }) => before)),
      after: totalBalance(rows.map(({ after }) => after)),
    },
  });
  const tables: readonly MoneyTable[] = [
    {
      ...{ id: 'themes', title: 'Par thématique', heading: 'Thématique', counted: 'Missions', amounts: spentAmounts },
      rows: themes.map(({ label, missions, before, after }) => ({ label, count: missions, before, after })),
      total: themeTotal,
    },
    ofLaureates('regions', 'Par région', 'Région', regions),
    ofLaureates('promotions', 'Par promotion', 'Promotion', promotions),
    ofLaureates('territories', 'Par territoire', 'Territoire', territories),
  ];
  return tables.filter(({ rows }) => rows.length > 0);
}

/** What the period changed of an amount. */
export function changeOf(move: Move<Partial<Balance>>, amount: AmountName): Cents {
  return (move.after[amount] ?? 0) - (move.before[amount] ?? 0);
}

/** A table with, of each amount, where it stands and what the period changed of it. */
export function moneyTableCsv({ heading, counted, amounts, rows, total }: MoneyTable): string {
  const amountsOf = (move: Move<Partial<Balance>>): CsvCell[] =>
    amounts.flatMap((amount) => [{ cents: move.after[amount] ?? 0 }, { cents: changeOf(move, amount) }]);
  return csvText([
    [heading, counted, ...amounts.flatMap((amount) => [moneyLabels[amount], `${moneyLabels[amount]} (variation)`])],
    ...rows.map((row) => [row.label, String(row.count), ...amountsOf(row)]),
    ['Total', '', ...amountsOf(total)],
  ]);
}
