import type { Figures, MonthRow } from '@sur-mesure/functions/domain/figures/model';
import { monthsTable, statesTable } from '@sur-mesure/functions/domain/figures/tables';
import { missionStates } from '@sur-mesure/functions/domain/missions/states';
import { BarChart } from '../../common/bar-chart/BarChart.tsx';
import { ColumnChart } from '../../common/column-chart/ColumnChart.tsx';
import { counted } from '../../common/words/typography.ts';
import { FigureTableView } from './FigureTableView.tsx';
import { barsDescription, monthColumns, monthsDescription, wholeBars } from './figure-words.ts';

/** One chart each: three lines on one would have to be told apart. */
const charted = [
  { id: 'requests', title: 'Missions demandées', of: ({ requests }: MonthRow) => requests },
  { id: 'validations', title: 'Devis validés', of: ({ validations }: MonthRow) => validations },
  { id: 'reports', title: 'Rapports remis', of: ({ reports }: MonthRow) => reports },
] as const;

export function MissionFigures({ figures }: { readonly figures: Figures }) {
  const states = figures.states.map(({ state, missions }) => ({
    label: missionStates[state].label,
    size: missions,
    value: counted(missions, 'mission'),
  }));
  return (
    <>
      <section class="stack" aria-labelledby="months-title">
        <h2 id="months-title">Mois par mois</h2>
        {figures.months.length > 0 && (
          <div class="chart-grid">
            {charted.map(({ id, title, of }) => {
              const months = figures.months.map((row) => ({ month: row.month, value: of(row) }));
              return (
                <figure key={id} class="chart stack stack-tight">
                  <figcaption>
                    <h3>{title}</h3>
                  </figcaption>
                  <ColumnChart
                    id={`chart-${id}`}
                    title={`${title}, par mois`}
                    description={monthsDescription(months)}
                    columns={monthColumns(months)}
                  />
                </figure>
              );
            })}
          </div>
        )}
        <FigureTableView
          table={monthsTable({ months: figures.months.toReversed() })}
          first={12}
          empty="Aucune mission n’a encore été demandée."
        />
      </section>
      <section class="stack" aria-labelledby="states-title">
        <h2 id="states-title">Où en sont les missions</h2>
        {states.length > 0 && (
          <BarChart
            id="chart-states"
            title="Missions, par état"
            description={barsDescription(states)}
            rows={wholeBars(states)}
          />
        )}
        <FigureTableView table={statesTable(figures)} empty="Aucune mission n’a encore été demandée." />
      </section>
    </>
  );
}
