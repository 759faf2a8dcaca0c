import type { PageAsked } from '@sur-mesure/functions/domain/lists/page';
import { searchOf } from '@sur-mesure/functions/domain/lists/saved-views';
import { type Address, withParameters } from '../../common/page/address.ts';

/** How a list is written in its address, so that what one person sees is sent to another: words in French, and nothing for what is not chosen. */
export interface ListWords<Filters extends object, Sort extends string> {
  /** The part of the page (`?vue=`). */
  readonly part: string;
  /** What may be ordered by, by the word in the address. */
  readonly sorts: Readonly<Record<string, Sort>>;
  readonly first: { readonly sort: Sort; readonly descending: boolean };
  readonly rowsAPage: number;
  /** Columns that may be left out, by the word in the address: their headers. */
  readonly columns: Readonly<Record<string, string>>;
  readonly filtersIn: (parameters: URLSearchParams) => Filters;
  readonly wordsOf: (filters: Filters) => Readonly<Record<string, string | number | boolean | null>>;
}

export interface Listing<Filters extends object, Sort extends string> {
  readonly filters: Filters;
  readonly page: PageAsked<Sort>;
  /** Words of the columns that are left out. */
  readonly hidden: readonly string[];
  /** The id of the saved view that this address came from. */
  readonly savedId: string | null;
}

/** What the address asks for; a word that is not known asks for nothing. */
export function listingIn<Filters extends object, Sort extends string>(
  { sorts, first, rowsAPage, columns, filtersIn }: ListWords<Filters, Sort>,
  parameters: URLSearchParams,
): Listing<Filters, Sort> {
  const named = sorts[parameters.get('tri') ?? ''];
  const direction = parameters.get('sens');
  return {
    filters: filtersIn(parameters),
    page: {
      sort: named ?? first.sort,
      descending: named === undefined ? first.descending : direction === 'decroissant',
      after: parameters.get('apres'),
      before: parameters.get('avant'),
      size: rowsAPage,
    },
    hidden: hiddenIn(parameters).filter((word) => Object.hasOwn(columns, word)),
    savedId: parameters.get('gardee'),
  };
}

export function parametersOf<Filters extends object, Sort extends string>(
  { part, sorts, first, wordsOf }: ListWords<Filters, Sort>,
  { filters, page, hidden, savedId }: Listing<Filters, Sort>,
): URLSearchParams {
  const parameters = new URLSearchParams({ vue: part });
  for (const [word, value] of Object.entries(wordsOf(filters))) {
    if (value === true) parameters.set(word, 'oui');
    else if (value !== null && value !== false && value !== '') parameters.set(word, String(value));
  }
  if (page.sort !== first.sort || page.descending !== first.descending) {
    const word = Object.keys(sorts).find((name) => sorts[name] === page.sort);
    if (word !== undefined) parameters.set('tri', word);
    if (page.descending) parameters.set('sens', 'decroissant');
  }
  if (hidden.length > 0) parameters.set('sans', hidden.join('.'));
  if (savedId !== null) parameters.set('gardee', savedId);
  if (page.after !== null) parameters.set('apres', page.after);
  else if (page.before !== null) parameters.set('avant', page.before);
  return parameters;
}

function hiddenIn(parameters: URLSearchParams): string[] {
  return (parameters.get('sans') ?? '').split('.').filter((word) => word !== '');
}

/** What of the address a view keeps, written in one way: two addresses that show the same are the same. */
export function savedSearch<Filters extends object, Sort extends string>(
  words: ListWords<Filters, Sort>,
  parameters: URLSearchParams,
): string {
  const kept = searchOf(parametersOf(words, listingIn(words, parameters)));
  return new URLSearchParams(kept.map(([word, value]) => [word, value])).toString();
}

/** What the address asks for and nothing knows any more (a state, a column or a filter of before): it is left out, and said. */
export function leftOut<Filters extends object, Sort extends string>(
  words: ListWords<Filters, Sort>,
  parameters: URLSearchParams,
): readonly string[] {
  const known = parametersOf(words, listingIn(words, parameters));
  return searchOf(parameters).flatMap(([word, value]) => {
    if (word === 'sens' || value === '') return [];
    if (word === 'tri') return Object.hasOwn(words.sorts, value) ? [] : [`${word} : ${value}`];
    if (word === 'sans') {
      return hiddenIn(parameters).flatMap((column) =>
        Object.hasOwn(words.columns, column) ? [] : [`sans : ${column}`],
      );
    }
    return known.get(word) === value ? [] : [`${word} : ${value}`];
  });
}

export interface ListAddress<Filters extends object, Sort extends string> extends Listing<Filters, Sort> {
  /** Another filter begins at the first page. */
  readonly filter: (changed: Partial<Filters>) => void;
  readonly clear: () => void;
  readonly orderBy: (sort: Sort, descending: boolean) => void;
  readonly hide: (columns: readonly string[]) => void;
  readonly hrefOf: (mark: { readonly after: string } | { readonly before: string }) => string;
}

/** The list that the address shows, and the ways to another one. */
export function listAddress<Filters extends object, Sort extends string>(
  words: ListWords<Filters, Sort>,
  { parameters, refine }: Pick<Address, 'parameters' | 'refine'>,
): ListAddress<Filters, Sort> {
  const listing = listingIn(words, parameters);
  const { filters, page } = listing;
  const firstPage = { ...page, after: null, before: null };
  const show = (next: Partial<Listing<Filters, Sort>>) =>
    refine(parametersOf(words, { ...listing, page: firstPage, ...next }));
  return {
    ...listing,
    filter: (changed) => show({ filters: { ...filters, ...changed } }),
    clear: () => show({ filters: words.filtersIn(new URLSearchParams()) }),
    orderBy: (sort, descending) => show({ page: { ...firstPage, sort, descending } }),
    hide: (columns) => show({ page, hidden: columns }),
    hrefOf: (mark) => withParameters('/equipe', parametersOf(words, { ...listing, page: { ...firstPage, ...mark } })),
  };
}

/** Whether a column is in the table. */
export function shows({ hidden }: { readonly hidden: readonly string[] }, column: string): boolean {
  return !hidden.includes(column);
}

/** The choice that a word of the address names, or null. */
export function oneOf<Value extends string>(choices: readonly Value[], word: string | null): Value | null {
  return choices.find((choice) => choice === word) ?? null;
}

export function numberIn(word: string | null): number | null {
  return word !== null && /^\d{1,2}$/.test(word) && Number(word) > 0 ? Number(word) : null;
}

/** The names of a table, as its own type. */
export function namesOf<Name extends string>(table: Readonly<Record<Name, unknown>>): Name[] {
  return Object.keys(table).filter((name): name is Name => Object.hasOwn(table, name));
}
