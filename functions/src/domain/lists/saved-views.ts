import type { Author } from '../actor.ts';
import { DAY, type Instant } from '../calendar.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { folded } from './words.ts';

/** The lists of the team whose views are kept, by the word that their part of the page has in the address (`?vue=`). */
export const savedLists = {
  missions: { label: 'Missions' },
  etats: { label: 'Tableau par état' },
  laureats: { label: 'Lauréats' },
  experts: { label: 'Experts' },
} as const satisfies Record<string, { label: string }>;
export type SavedList = keyof typeof savedLists;

/** An address of a list, under a name: its filters, its order and its columns, never a page of it nor a line. */
export interface SavedView {
  readonly id: string;
  readonly list: SavedList;
  readonly name: string;
  /** What follows « ? » in the address, without the part of the page. What it says is read by the page, which leaves out what it knows no more. */
  readonly search: string;
  readonly by: Author;
  /** Who named it or its address last, and how many times somebody did: a change rests on the one that was seen. */
  readonly changedBy: Author;
  readonly changedAt: Instant;
  readonly revision: number;
  /** When it was taken away; kept for a day, so that it may come back. */
  readonly removedAt: Instant | null;
}

/** Of one person, or of the team: where a view is kept. */
export type ViewKeeper = 'own' | 'team';

interface OfView {
  readonly keeper: ViewKeeper;
  readonly viewId: string;
  /** The one that the page shows. */
  readonly revision: number;
}

export type ViewCommand =
  | {
      readonly action: 'keep';
      readonly keeper: ViewKeeper;
      readonly list: SavedList;
      readonly name: string;
      readonly search: string;
    }
  | ({ readonly action: 'rename'; readonly name: string } & OfView)
  | ({ readonly action: 'replace'; readonly search: string } & OfView)
  | ({ readonly action: 'remove' } & OfView)
  | ({ readonly action: 'restore' } & OfView);
export type ViewActionName = ViewCommand['action'];

/** What each says once it is done. */
export const viewActions = {
  keep: { label: 'Garder cette vue', done: 'La vue est gardée.' },
  rename: { label: 'Renommer', done: 'La vue a son nouveau nom.' },
  replace: { label: 'Mettre à jour', done: 'La vue garde maintenant ce que la liste montre.' },
  remove: { label: 'Retirer', done: 'La vue est retirée.' },
  restore: { label: 'Remettre', done: 'La vue est remise.' },
} as const satisfies Record<ViewActionName, { label: string; done: string }>;

/** A view as the page of a list shows it. */
export interface SavedViewRow extends Pick<SavedView, 'id' | 'list' | 'name' | 'search' | 'revision'> {
  readonly keeper: ViewKeeper;
  readonly byName: string;
  /** Null while nobody but its author changed it. */
  readonly changedByName: string | null;
}

export interface SavedViews {
  /** Whoever observes keeps its own, and uses those of the team. */
  readonly mayShare: boolean;
  readonly views: readonly SavedViewRow[];
}

export const LONGEST_VIEW_NAME = 60;
/** In characters as an address writes them, six for « é »: two hundred of words, and every other filter. */
export const LONGEST_SEARCH = 2_500;
/** Of one person, and of the team, for all lists together: more are not found again by reading them. */
export const MOST_VIEWS = 30;
const MOST_REMOVED = 20;

/** What an address has besides what a list is found by: the part of the page, the place in the order, and the view itself. */
const unkept: ReadonlySet<string> = new Set(['vue', 'apres', 'avant', 'gardee']);
const SEARCH = /^(?:[a-z]{1,20}=[\w%+*.~-]*(?:&|$))*$/;

/** Whether a view may keep it: words and values as an address writes them, and none of what is not kept. */
export function isSearch(text: string): boolean {
  return (
    text.length <= LONGEST_SEARCH &&
    SEARCH.test(text) &&
    text.split('&').every((pair) => !unkept.has(pair.split('=')[0] ?? ''))
  );
}

/** What of an address a view keeps; `gardee` is the word by which the address says which one it came from. */
export function searchOf(parameters: Iterable<readonly [string, string]>): readonly (readonly [string, string])[] {
  return [...parameters].filter(([word]) => !unkept.has(word));
}

export interface ViewFacts {
  readonly now: Instant;
  readonly by: Author;
  readonly newId: string;
}

const unknown = refuse('view-unknown', 'Cette vue n’est plus gardée : quelqu’un l’a retirée. Rechargez la page.');

/** All the views as they are to be kept, and the one that was asked about. */
interface Decided {
  readonly views: readonly SavedView[];
  readonly view: SavedView;
}

/** The views once `command` is done, or why it is not. Nothing but these views decides it. */
export function decideViews(views: readonly SavedView[], facts: ViewFacts, command: ViewCommand): Decided | Refusal {
  if (command.action === 'keep') return kept(views, facts, command);
  const before = views.find(({ id }) => id === command.viewId);
  if (before === undefined || (before.removedAt !== null) !== (command.action === 'restore')) return unknown;
  if (before.revision !== command.revision) return changedSince(before);
  const refusal = refusalOf(views, before, command);
  if (refusal) return refusal;
  const after = { ...before, ...changes(command, facts), ...stamp(facts), revision: before.revision + 1 };
  return { views: tidy(views.with(views.indexOf(before), after), facts), view: after };
}

function kept(
  views: readonly SavedView[],
  facts: ViewFacts,
  { list, name, search }: Extract<ViewCommand, { action: 'keep' }>,
): Decided | Refusal {
  const refusal = nameRefusal(views, { list, name }) ?? numberRefusal(views);
  if (refusal) return refusal;
  const named = { id: facts.newId, list, name: name.trim(), search, by: facts.by };
  const view: SavedView = { ...named, ...stamp(facts), revision: 1, removedAt: null };
  return { views: tidy([...views, view], facts), view };
}

function refusalOf(
  views: readonly SavedView[],
  before: SavedView,
  command: Exclude<ViewCommand, { action: 'keep' }>,
): Refusal | null {
  if (command.action === 'rename') return nameRefusal(views, { ...before, name: command.name });
  return command.action === 'restore' ? (nameRefusal(views, before) ?? numberRefusal(views)) : null;
}

function changes(command: Exclude<ViewCommand, { action: 'keep' }>, { now }: ViewFacts): Partial<SavedView> {
  switch (command.action) {
    case 'rename':
      return { name: command.name.trim() };
    case 'replace':
      return { search: command.search };
    case 'remove':
      return { removedAt: now };
    case 'restore':
      return { removedAt: null };
    default:
      return command satisfies never;
  }
}

const stamp = ({ by, now }: ViewFacts) => ({ changedBy: by, changedAt: now });

/** Those that were not taken away. */
export const shownViews = (views: readonly SavedView[]) => views.filter(({ removedAt }) => removedAt === null);

/** Names are told apart as people read them: without accents nor capitals. */
function nameRefusal(
  views: readonly SavedView[],
  { id, list, name }: Pick<SavedView, 'list' | 'name'> & { readonly id?: string },
): Refusal | null {
  const asked = name.trim();
  if (asked === '') return refuse('view-name-missing', 'Donnez un nom à cette vue : c’est par lui qu’on la retrouve.');
  if (asked.length > LONGEST_VIEW_NAME) {
    return refuse('view-name-too-long', `Le nom d’une vue tient en ${LONGEST_VIEW_NAME} caractères.`);
  }
  const same = shownViews(views).find(
    (view) => view.id !== id && view.list === list && folded(view.name) === folded(asked),
  );
  return same === undefined
    ? null
    : refuse('view-name-taken', `Une vue de cette liste s’appelle déjà « ${same.name} ». Choisissez un autre nom.`);
}

function numberRefusal(views: readonly SavedView[]): Refusal | null {
  return shownViews(views).length < MOST_VIEWS
    ? null
    : refuse('too-many-views', `${MOST_VIEWS} vues sont déjà gardées : retirez-en une d’abord.`);
}

function changedSince({ changedBy }: SavedView): Refusal {
  return refuse(
    'view-changed',
    `Cette vue a été changée entre-temps (${changedBy.name}). Rien n’a été changé : rechargez la page pour la voir.`,
  );
}

/** The last ones taken away stay for a day. */
function tidy(views: readonly SavedView[], { now }: ViewFacts): readonly SavedView[] {
  const gone = views
    .filter(({ removedAt }) => removedAt !== null && removedAt > now - DAY)
    .toSorted((one, other) => other.changedAt - one.changedAt)
    .slice(0, MOST_REMOVED);
  return views.filter((view) => view.removedAt === null || gone.includes(view));
}

/** Those of a person, then those of the team, each by name. */
export function savedViewRows(views: Readonly<Record<ViewKeeper, readonly SavedView[]>>): readonly SavedViewRow[] {
  const order = new Intl.Collator('fr', { numeric: true });
  const rows = (keeper: ViewKeeper) =>
    shownViews(views[keeper])
      .map(({ id, list, name, search, revision, by, changedBy }) => ({
        ...{ id, list, name, search, revision, keeper, byName: by.name },
        changedByName: changedBy.uid === by.uid ? null : changedBy.name,
      }))
      .sort((one, other) => order.compare(one.name, other.name));
  return [...rows('own'), ...rows('team')];
}
