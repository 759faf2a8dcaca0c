import type { VNode } from 'preact';
import { counted } from '../../common/words/typography.ts';
import { foldedAfter } from './summary-words.ts';

interface ListingProps {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly string[];
  /** The `<tr>`s, what matters most first: those that come first stay visible. */
  readonly rows: readonly VNode[];
  /** What is said when there are none. */
  readonly empty: string;
}

/** A titled table whose first rows are shown and the others unfold, or the sentence that there is nothing in it. */
export function Listing({ id, title, columns, rows, empty }: ListingProps) {
  const shown = foldedAfter(rows.length);
  const more = rows.length - shown;
  return (
    <section class="stack stack-tight listing" aria-labelledby={id}>
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
            Voir {counted(more, 'ligne')} de plus<span class="visually-hidden"> : {title}</span>
          </summary>
          <Rows label={`${title}, suite`} columns={columns} rows={rows.slice(shown)} />
        </details>
      )}
    </section>
  );
}

function Rows({ label, columns, rows }: Pick<ListingProps, 'columns' | 'rows'> & { readonly label: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls in its frame, which the keyboard must reach.
    <section class="table-frame" tabIndex={0} aria-label={`Tableau, ${label}`}>
      <table class={`table listing-table listing-table-${columns.length}`}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{rows}</tbody>
      </table>
    </section>
  );
}
