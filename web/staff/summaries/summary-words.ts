import { formatEuros } from '@sur-mesure/functions/domain/money';
import { summaryPath } from '@sur-mesure/functions/domain/summaries/mail-parts';
import type { Summary } from '@sur-mesure/functions/domain/summaries/summary';
import type { MoneyTable } from '@sur-mesure/functions/domain/summaries/tables';
import { daysWaited } from '@sur-mesure/functions/domain/summaries/words';
import type { ChartRow } from '../../common/bar-chart/chart-layout.ts';

export const periodAddress = summaryPath;

export function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The rows that have no bar: their names are enough. */
export function withoutMoney({ rows }: Pick<MoneyTable, 'rows'>): string[] {
  return rows.filter((row) => !hasMoney(row)).map(({ label }) => label);
}

function hasMoney({ after: { settledCents, committedCents } }: MoneyTable['rows'][number]): boolean {
  return settledCents !== 0 || committedCents !== 0;
}

/** What missions took of the subsidies, for each row that has any: settled, then engaged, as parts of the longest row. */
export function chartRows(table: Pick<MoneyTable, 'rows'>): ChartRow[] {
  const rows = table.rows.filter(hasMoney);
  const largest = Math.max(0, ...rows.map(({ after }) => after.settledCents + after.committedCents));
  const partOf = (cents: number) => (largest <= 0 ? 0 : Math.max(0, cents / largest));
  return rows.map(({ label, after: { settledCents, committedCents } }) => ({
    label,
    value: formatEuros(settledCents + committedCents),
    pieces: [
      { kind: 'settled', part: partOf(settledCents) },
      { kind: 'committed', part: partOf(committedCents) },
    ],
  }));
}

/** « Le plus : Bretagne, 1 200,00 € »: what the eye sees first. */
export function chartDescription(rows: readonly ChartRow[]): string {
  const total = ({ pieces }: ChartRow) => pieces.reduce((sum, { part }) => sum + part, 0);
  const longest = rows.reduce<ChartRow | undefined>(
    (found, row) => (found === undefined || total(row) > total(found) ? row : found),
    undefined,
  );
  const figures = 'Les montants réglés et engagés de chaque ligne sont dans le tableau qui suit.';
  return longest === undefined ? figures : `Le plus grand : ${longest.label}, ${longest.value}. ${figures}`;
}

/** A list of this length is read at a glance; of a longer one, only the first rows are shown. */
const SHORT_LIST = 5;
const FIRST_ROWS = 3;

/** How many rows of a list are shown before it is unfolded: never to spare a row or two. */
export function foldedAfter(count: number): number {
  return count > SHORT_LIST ? FIRST_ROWS : count;
}

export interface KeyFigure {
  /** Heading of the rows that it counts. */
  readonly leadsTo: string;
  readonly value: string;
  /** What is counted, in agreement with the figure. */
  readonly words: string;
}

/** The figures that a busy person looks for, what waits first. */
export function keyFigures({
  at,
  awaited,
  blocked,
  lateReports,
  lowSubsidies,
  ending,
  uncovered,
}: Summary): KeyFigure[] {
  const waiting = awaited.flatMap(({ rows }) => rows);
  const oldest = Math.max(0, ...waiting.map(({ since }) => daysWaited(since, at)));
  const since = oldest < 2 ? '' : `, la plus ancienne depuis ${oldest}\u00a0jours`;
  const figure = (leadsTo: string, count: number, one: string, several: string): KeyFigure => ({
    ...{ leadsTo, value: String(count), words: count < 2 ? one : several },
  });
  return [
    figure('waiting-title', waiting.length, `attente${since}`, `attentes${since}`),
    figure('blocked', blocked.length, 'mission bloquée', 'missions bloquées'),
    figure('late-reports', lateReports.length, 'rapport en retard', 'rapports en retard'),
    figure('low-subsidies', lowSubsidies.length, 'subvention presque épuisée', 'subventions presque épuisées'),
    figure('ending', ending.length, 'accès qui prend fin', 'accès qui prennent fin'),
    figure('uncovered', uncovered.length, 'sous-thématique sans expert', 'sous-thématiques sans expert'),
  ];
}
