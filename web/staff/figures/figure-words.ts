import type { ThemeCoverage } from '@sur-mesure/functions/domain/figures/model';
import { monthWords } from '@sur-mesure/functions/domain/figures/tables';
import type { ChartRow } from '../../common/bar-chart/chart-layout.ts';
import type { Column } from '../../common/column-chart/column-layout.ts';
import { counted } from '../../common/words/typography.ts';

/** What a phone shows beside each other; older months are in the table. */
export const CHARTED_MONTHS = 12;

const shortMonth = new Intl.DateTimeFormat('fr-FR', { timeZone: 'UTC', month: 'short' });

/** The last months, oldest first; the year stands under the first of them and under each January. */
export function monthColumns(months: readonly { readonly month: string; readonly value: number }[]): Column[] {
  return months.slice(-CHARTED_MONTHS).map(({ month, value }, index) => ({
    key: month,
    value,
    label: shortMonth.format(Date.parse(`${month}-01T00:00:00Z`)),
    under: index === 0 || month.endsWith('-01') ? month.slice(0, 4) : '',
  }));
}

/** « 34 en 12 mois ; le plus : 7, en mars 2026. » */
export function monthsDescription(months: readonly { readonly month: string; readonly value: number }[]): string {
  const shown = months.slice(-CHARTED_MONTHS);
  const total = shown.reduce((sum, { value }) => sum + value, 0);
  const busiest = shown.reduce((most, one) => (one.value > most.value ? one : most), { month: '', value: 0 });
  const most = busiest.value === 0 ? '' : ` ; le plus : ${busiest.value}, en ${monthWords(busiest.month)}`;
  return `${total} en ${shown.length} mois${most}. Chaque mois est dans le tableau qui suit.`;
}

interface Measured {
  readonly label: string;
  readonly size: number;
  /** At the end of the bar. */
  readonly value: string;
}

/** Bars of one piece each, as parts of the longest. */
export function wholeBars(rows: readonly Measured[]): ChartRow[] {
  const largest = Math.max(1, ...rows.map(({ size }) => size));
  return rows.map(({ label, size, value }) => ({ label, value, pieces: [{ kind: 'whole', part: size / largest }] }));
}

/** « Le plus : Validation par le lauréat, 8 jours. » */
export function barsDescription(rows: readonly Measured[]): string {
  const [longest] = rows.toSorted((one, other) => other.size - one.size);
  const table = 'Les chiffres de chaque ligne sont dans le tableau qui suit.';
  return longest === undefined || longest.size === 0 ? table : `Le plus : ${longest.label}, ${longest.value}. ${table}`;
}

/** « 12 pour 3 experts »: who needs it, for how many who answer. */
export function needWords({ laureates, experts }: Pick<ThemeCoverage, 'laureates' | 'experts'>): string {
  return experts === 0 ? `${laureates}, sans expert` : `${laureates} pour ${counted(experts, 'expert')}`;
}

/** The lists of the team, with what a row counts already chosen. */
export function listAddress(
  part: 'laureats' | 'experts' | 'missions',
  asked: Readonly<Record<string, string>>,
): string {
  return `/equipe?${new URLSearchParams({ vue: part, ...asked })}`;
}

/** The directory, with what is looked for already chosen. */
export function directoryAddress(asked: { readonly thematique?: string; readonly region?: string }): string {
  return `/?${new URLSearchParams(asked)}`;
}
