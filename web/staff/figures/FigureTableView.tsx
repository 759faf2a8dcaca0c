import type { CsvCell } from '@sur-mesure/functions/domain/csv';
import { type FigureTable, figureTableCsv } from '@sur-mesure/functions/domain/figures/tables';
import { formatEuros } from '@sur-mesure/functions/domain/money';
import type { ComponentChildren } from 'preact';
import { Button } from '../../common/button/Button.tsx';
import { EmptyState } from '../../common/empty-state/EmptyState.tsx';
import { saveAs } from '../../common/files.ts';

interface FigureTableViewProps {
  readonly table: FigureTable;
  /** What is said when there is no row. */
  readonly empty?: string;
  /** Columns of words, besides the first; the others are figures, to the right. */
  readonly worded?: readonly number[];
  /** What a cell shows instead of its text, where it shows more: a link, a shape. */
  readonly shown?: (cell: {
    readonly row: number;
    readonly column: number;
    readonly text: string;
  }) => ComponentChildren;
  /** Rows that are at hand without opening the others; the file has all. */
  readonly first?: number;
}

/** A table of figures and the same as a file, from the same cells. */
export function FigureTableView({
  table,
  empty = 'Il n’y a encore rien à compter.',
  first,
  ...cells
}: FigureTableViewProps) {
  const { id, title, rows } = table;
  if (rows.length === 0) return <EmptyState>{empty}</EmptyState>;
  const folded = first !== undefined && rows.length > first;
  return (
    <div class="stack">
      <Rows {...cells} table={folded ? { ...table, rows: rows.slice(0, first) } : table} label={title} from={0} />
      {folded && (
        <details>
          <summary>
            {othersWords(rows.length - first)}
            <span class="visually-hidden"> : {title}</span>
          </summary>
          <Rows {...cells} table={{ ...table, rows: rows.slice(first) }} label={`${title}, suite`} from={first} />
        </details>
      )}
      <div>
        <Button onClick={() => save(table)}>
          Télécharger ce tableau (CSV)<span class="visually-hidden"> : {title}</span>
        </Button>
      </div>
    </div>
  );

  function save(whole: FigureTable) {
    saveAs(new Blob([figureTableCsv(whole)], { type: 'text/csv;charset=utf-8' }), `statistiques-${id}.csv`);
  }
}

function othersWords(count: number): string {
  return count === 1 ? 'Voir l’autre ligne' : `Voir les ${count} autres lignes`;
}

interface RowsProps extends Pick<FigureTableViewProps, 'table' | 'worded' | 'shown'> {
  readonly label: string;
  /** The number, in the whole table, of the first row shown. */
  readonly from: number;
}

function Rows({ table: { columns, rows }, worded = [], shown = ({ text }) => text, label, from }: RowsProps) {
  const classOf = (column: number) => (column === 0 || worded.includes(column) ? undefined : 'amount');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls in its frame, which the keyboard must reach.
    <section class="table-frame figure-table" tabIndex={0} aria-label={`Tableau, ${label}`}>
      <table class="table">
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th key={column} scope="col" class={classOf(index)}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, index) => (
            <tr key={cells.slice(0, 2).map(textOf).join('.')}>
              {cells.map((cell, column) => {
                const content = shown({ row: from + index, column, text: textOf(cell) });
                return column === 0 ? (
                  <th key={columns[column]} scope="row">
                    {content}
                  </th>
                ) : (
                  <td key={columns[column]} class={classOf(column)}>
                    {content}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function textOf(cell: CsvCell): string {
  return typeof cell === 'string' ? cell : formatEuros(cell.cents);
}
