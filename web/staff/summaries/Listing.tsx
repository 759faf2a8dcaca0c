import type { ComponentChild } from 'preact';
import { counted } from '../../common/words/typography.ts';
import { foldedAfter } from './summary-words.ts';

interface Column {
  readonly title: string;
  /** Dates are quieter than words, and amounts never break. */
  readonly shows?: 'words' | 'date' | 'amount';
  /** Of a value that says nothing alone: on a phone, where columns have no heading, the title stands before it. */
  readonly isNamed?: boolean;
}

interface Row {
  readonly key: string;
  /** One a column; the first names the row. */
  readonly cells: readonly ComponentChild[];
}

interface ListingProps {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly Column[];
  /** What matters most first: the first rows stay visible. */
  readonly rows: readonly Row[];
  /** What is said when there are none. */
  readonly empty: string;
}

/** Of a large programme: more rows than this are nobody's reading, and make the page heavy before anything is unfolded. */
const MOST_UNFOLDED = 200;

/** A titled table whose first rows are shown and the others unfold, or the sentence that there is nothing in it. */
export function Listing({ id, title, columns, rows, empty }: ListingProps) {
  const shown = foldedAfter(rows.length);
  const more = rows.length - shown;
  return (
    <section class="stack stack-tight" aria-labelledby={id}>
      <h3 id={id} tabIndex={-1}>
        {title}
        {rows.length > 0 && <span class="listing-count"> ({rows.length})</span>}
      </h3>
      {rows.length === 0 ? (
        <p class="muted">{empty}</p>
      ) : (
        <Rows label={title} columns={columns} rows={rows.slice(0, shown)} />
      )}
      {more > 0 && (
        <details class="folded">
          <summary>
            Voir {counted(Math.min(more, MOST_UNFOLDED), 'ligne')} de plus
            <span class="visually-hidden"> : {title}</span>
          </summary>
          <Rows label={`${title}, suite`} columns={columns} rows={rows.slice(shown, shown + MOST_UNFOLDED)} />
          {more > MOST_UNFOLDED && (
            <p class="muted">
              Et {counted(more - MOST_UNFOLDED, 'autre', 'autres')} : les listes de l’équipe les montrent toutes.
            </p>
          )}
        </details>
      )}
    </section>
  );
}

function Rows({ label, columns, rows }: Pick<ListingProps, 'columns' | 'rows'> & { readonly label: string }) {
  return (
    <table class={`table listing listing-${columns.length}`} aria-label={label}>
      <thead>
        <tr>
          {columns.map(({ title, shows = 'words' }) => (
            <th key={title} scope="col" class={shows === 'amount' ? 'listing-amount' : undefined}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells: [name, ...others] }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            {others.map((cell, index) => {
              const { title = '', shows = 'words', isNamed = false } = columns[index + 1] ?? {};
              return (
                <td key={title} class={`listing-${shows}`} data-title={isNamed ? title : undefined}>
                  {cell}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
