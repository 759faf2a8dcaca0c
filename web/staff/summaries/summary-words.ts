import { formatEuros } from '@sur-mesure/functions/domain/money';
import { summaryPath } from '@sur-mesure/functions/domain/summaries/mail-parts';
import type { MoneyTable } from '@sur-mesure/functions/domain/summaries/tables';
import type { ChartRow } from '../../common/bar-chart/chart-layout.ts';

export const periodAddress = summaryPath;

export function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What missions took of the subsidies, row by row: settled, then engaged, as parts of the longest row. */
export function chartRows({ rows }: Pick<MoneyTable, 'rows'>): ChartRow[] {
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
