import { formatEuros } from '@sur-mesure/functions/domain/money';
import type { Summary } from '@sur-mesure/functions/domain/summaries/summary';
import { changeOf, type MoneyTable, moneyTableCsv, moneyTables } from '@sur-mesure/functions/domain/summaries/tables';
import { moneyLabels, themeNote } from '@sur-mesure/functions/domain/summaries/words';
import { BarChart } from '../../common/bar-chart/BarChart.tsx';
import { Button } from '../../common/button/Button.tsx';
import { saveAs } from '../../common/files.ts';
import { chartDescription, chartRows, withoutMoney } from './summary-words.ts';

const listOf = new Intl.ListFormat('fr-FR');

const everyAmount = ['awardedCents', 'committedCents', 'settledCents', 'paidCents', 'remainingCents'] as const;
const barKinds = [
  { kind: 'settled', label: moneyLabels.settledCents },
  { kind: 'committed', label: moneyLabels.committedCents },
] as const;

/** The money of the programme, then its four divisions: each a chart above the table that has its figures. */
export function MoneyTables({ summary }: { readonly summary: Summary }) {
  return (
    <section class="stack stack-loose" aria-labelledby="money-title">
      <h2 id="money-title" tabIndex={-1}>
        L’argent
      </h2>
      <Programme summary={summary} />
      {moneyTables(summary).map((table) => (
        <Division key={table.id} table={table} periodId={summary.period.id} />
      ))}
    </section>
  );
}

const moments = ['Avant', 'Dans la période', 'À la fin'] as const;

function Programme({ summary: { money } }: { readonly summary: Summary }) {
  const { before, after } = money.total;
  return (
    <table class="table listing listing-4">
      <thead>
        <tr>
          <th scope="col">Toutes les subventions</th>
          {moments.map((moment) => (
            <th key={moment} scope="col" class="listing-amount">
              {moment}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {everyAmount.map((amount) => {
          const cents = [before[amount], changeOf(money.total, amount), after[amount]];
          return (
            <tr key={amount}>
              <th scope="row">{moneyLabels[amount]}</th>
              {moments.map((moment, index) => (
                <td key={moment} class="listing-amount" data-title={moment}>
                  {formatEuros(cents[index] ?? 0)}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

interface DivisionProps {
  readonly table: MoneyTable;
  readonly periodId: string;
}

function Division({ table, periodId }: DivisionProps) {
  const rows = chartRows(table);
  const without = withoutMoney(table);
  const save = () => {
    const bytes = new Blob([moneyTableCsv(table)], { type: 'text/csv;charset=utf-8' });
    saveAs(bytes, `synthese-${periodId}-${table.id}.csv`);
  };
  return (
    <section class="stack" aria-labelledby={`${table.id}-heading`}>
      <h3 id={`${table.id}-heading`}>{table.title}</h3>
      {rows.length > 0 && (
        <BarChart
          id={`${table.id}-chart`}
          title={`Réglé et engagé, ${table.title.toLowerCase()}`}
          description={chartDescription(rows)}
          kinds={barKinds}
          rows={rows}
        />
      )}
      {without.length > 0 && <p class="small muted">Rien d’engagé ni de réglé : {listOf.format(without)}.</p>}
      {table.id === 'themes' && <p class="small muted">{themeNote}</p>}
      <details class="folded">
        <summary>
          Voir le tableau des montants<span class="visually-hidden"> : {table.title}</span>
        </summary>
        <Figures table={table} />
      </details>
      <div>
        <Button onClick={save}>
          Télécharger ce tableau (CSV)
          <span class="visually-hidden"> : {table.title}</span>
        </Button>
      </div>
    </section>
  );
}

function Figures({ table: { title, heading, counted, amounts, rows, total } }: { readonly table: MoneyTable }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls in its frame, which the keyboard must reach.
    <section class="table-frame" tabIndex={0} aria-label={`Tableau ${title.toLowerCase()}`}>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{heading}</th>
            {[counted, ...amounts.map((amount) => moneyLabels[amount])].map((column) => (
              <th key={column} scope="col" class="amount">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, count, after }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td class="amount">{count}</td>
              {amounts.map((amount) => (
                <td key={amount} class="amount">
                  {formatEuros(after[amount] ?? 0)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Total</th>
            <td />
            {amounts.map((amount) => (
              <td key={amount} class="amount">
                {formatEuros(total.after[amount] ?? 0)}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </section>
  );
}
