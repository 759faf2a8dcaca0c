import { type SavedList, type SavedViewRow, savedLists } from '@sur-mesure/functions/domain/lists/saved-views';
import { type ListWords, savedSearch } from './list-address.ts';

export interface ViewInForce {
  readonly view: SavedViewRow;
  /** Whether the list has been filtered, ordered or laid out otherwise since, here or by whoever changed the view. */
  readonly changed: boolean;
}

/**
 * Which view the address shows: the one it came from, as long as that one is kept, else one that says the same. The address alone says what the list is:
 * a link sent to somebody who has not this view shows the same lines.
 */
export function viewInForce<Filters extends object, Sort extends string>(
  words: ListWords<Filters, Sort>,
  parameters: URLSearchParams,
  views: readonly SavedViewRow[],
): ViewInForce | null {
  const now = savedSearch(words, parameters);
  const same = (view: SavedViewRow) => savedSearch(words, new URLSearchParams(view.search)) === now;
  const ofList = views.filter(({ list }) => list === words.part);
  const view = ofList.find(({ id }) => id === parameters.get('gardee')) ?? ofList.find(same);
  return view === undefined ? null : { view, changed: !same(view) };
}

/** What a view keeps, at its first page; an address that comes from it says so. */
export function viewAddress({ id, list, search }: Pick<SavedViewRow, 'id' | 'list' | 'search'>): string {
  const parameters = new URLSearchParams(search);
  return `/equipe?${new URLSearchParams([['vue', list], ...parameters, ['gardee', id]])}`;
}

/** The list whose views are kept under this part of the page. */
export function savedListOf({ part }: Pick<ListWords<object, string>, 'part'>): SavedList | null {
  return isSavedList(part) ? part : null;
}

function isSavedList(part: string): part is SavedList {
  return Object.hasOwn(savedLists, part);
}
