import type { ComponentChildren } from 'preact';

interface SortableHeaderProps<Sort extends string> {
  readonly by: Sort;
  readonly sort: Sort;
  readonly descending: boolean;
  readonly onOrder: (sort: Sort, descending: boolean) => void;
  /** Of a column of amounts, whose words are on the right. */
  readonly amount?: boolean;
  readonly children: ComponentChildren;
}

/** The header of a column that orders the list: pressed again, the other way round. */
export function SortableHeader<Sort extends string>(props: SortableHeaderProps<Sort>) {
  const { by, sort, descending, onOrder, amount = false, children } = props;
  const current = by === sort;
  return (
    <th
      scope="col"
      class={amount ? 'amount' : undefined}
      aria-sort={current ? (descending ? 'descending' : 'ascending') : undefined}
    >
      <button type="button" class="sort" onClick={() => onOrder(by, current && !descending)}>
        {children}
        <svg class="sort-mark" viewBox="0 0 12 12" aria-hidden="true">
          {(!current || !descending) && <path d="M6 1.5L9 5H3z" />}
          {(!current || descending) && <path d="M6 10.5L9 7H3z" />}
        </svg>
      </button>
    </th>
  );
}
