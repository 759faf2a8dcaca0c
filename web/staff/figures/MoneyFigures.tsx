import type { Figures } from '@sur-mesure/functions/domain/figures/model';
import { moneyFigureTable } from '@sur-mesure/functions/domain/figures/tables';
import { moneyTables } from '@sur-mesure/functions/domain/summaries/tables';
import { moneyLabels, themeNote } from '@sur-mesure/functions/domain/summaries/words';
import { BarChart } from '../../common/bar-chart/BarChart.tsx';
import { EmptyState } from '../../common/empty-state/EmptyState.tsx';
import { chartDescription, chartRows } from '../summaries/summary-words.ts';
import { FigureTableView } from './FigureTableView.tsx';

const kinds = [
  { kind: 'settled', label: moneyLabels.settledCents },
  { kind: 'committed', label: moneyLabels.committedCents },
] as const;

/** Where the money stands, divided as in summaries, from the same ledgers. */
export function MoneyFigures({ figures }: { readonly figures: Figures }) {
  const tables = moneyTables(figures);
  if (tables.length === 0) return <EmptyState>Aucune subvention n’est encore attribuée.</EmptyState>;
  return (
    <>
      {tables.map((table) => {
        const rows = chartRows(table);
        return (
          <section key={table.id} class="stack" aria-labelledby={`${table.id}-heading`}>
            <h2 id={`${table.id}-heading`}>{table.title}</h2>
            <BarChart
              id={`${table.id}-chart`}
              title={`Réglé et engagé, ${table.title.toLowerCase()}`}
              description={chartDescription(rows)}
              kinds={kinds}
              rows={rows}
            />
            {table.id === 'themes' && <p class="small muted">{themeNote}</p>}
            <FigureTableView table={moneyFigureTable(table)} />
          </section>
        );
      })}
    </>
  );
}
