import type { ComponentChildren } from 'preact';
import { EmptyState } from '../../common/empty-state/EmptyState.tsx';

interface ListingProps {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly string[];
  /** How many rows `children` are. */
  readonly count: number;
  /** What is said when there are none. */
  readonly empty: string;
  readonly children: ComponentChildren;
}

/** A titled table, or the sentence that there is nothing in it. */
export function Listing({ id, title, columns, count, empty, children }: ListingProps) {
  return (
    <section class="stack" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {count === 0 ? (
        <EmptyState>{empty}</EmptyState>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls in its frame, which the keyboard must reach.
        <section class="table-frame" tabIndex={0} aria-label={`Tableau, ${title}`}>
          <table class="table">
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>{children}</tbody>
          </table>
        </section>
      )}
    </section>
  );
}
