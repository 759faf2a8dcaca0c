import { delaySteps, type Figures } from '@sur-mesure/functions/domain/figures/model';
import { delaysTable } from '@sur-mesure/functions/domain/figures/tables';
import { frenchNumber } from '@sur-mesure/functions/domain/written-french';
import { BarChart } from '../../common/bar-chart/BarChart.tsx';
import { FigureTableView } from './FigureTableView.tsx';
import { barsDescription, wholeBars } from './figure-words.ts';

export function DelayFigures({ figures }: { readonly figures: Figures }) {
  const rows = figures.delays.map(({ step, median }) => ({
    label: delaySteps[step],
    size: median,
    value: `${frenchNumber(median)} ${median < 2 ? 'jour' : 'jours'}`,
  }));
  return (
    <section class="stack" aria-labelledby="delays-title">
      <h2 id="delays-title">Combien de temps prend chaque étape</h2>
      <p>
        En jours ouvrés, du début d’une étape à sa réponse. Une fois sur deux, il n’en faut pas plus que ce que montre
        la barre.
      </p>
      {rows.length > 0 && (
        <BarChart
          id="chart-delays"
          title="Délai médian, par étape"
          description={barsDescription(rows)}
          rows={wholeBars(rows)}
        />
      )}
      <FigureTableView table={delaysTable(figures)} empty="Aucune étape n’est encore achevée." />
      <p class="small muted">
        Ne sont pas mesurées : les étapes en cours, suspendues ou annulées, les demandes restées sans réponse, et celles
        qui ont commencé hors de ce service.
      </p>
    </section>
  );
}
