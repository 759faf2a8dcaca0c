import type { Laureate, LaureateStatus } from '../laureates/laureate.ts';
import type { Region, TerritoryKind } from '../programme/territories.ts';
import type { NoteAnswerKind } from '../scoping-notes/note.ts';
import type { Balance } from '../subsidy/ledger.ts';
import { totalBalance } from '../subsidy/position.ts';
import { type Page, type PageAsked, pageOf, type SortValue } from './page.ts';
import { folded, hasWords, isNumberOf } from './words.ts';

/** A laureate as the list of the programme keeps it. */
export interface ListedLaureate {
  readonly id: string;
  readonly name: string;
  readonly reference: string | null;
  readonly status: LaureateStatus;
  /** The member of staff who is its referent. */
  readonly referentUid: string | null;
  /** Every SIRET it ever had, the present one last: what a folder of files may be named by. */
  readonly sirets: readonly string[];
  readonly region: Region;
  readonly department: string;
  readonly promotion: number;
  readonly territory: TerritoryKind;
  readonly noteVersion: number | null;
  readonly noteAnswer: NoteAnswerKind | null;
  /** The sub-themes of its note, of one that is open to sharing a mission; null of the others. */
  readonly sharing: readonly string[] | null;
  readonly balance: Balance;
}

/** What the list of the programme keeps of a laureate. */
export function listedLaureate(laureate: Laureate): ListedLaureate {
  const { id, name, reference, status, region, department, promotion, territory, note, balance } = laureate;
  return {
    ...{ id, name, reference, status, region, department, promotion, territory, balance },
    referentUid: laureate.referent?.uid ?? null,
    sirets: laureate.legalEntities.map(({ siret }) => siret),
    noteVersion: note?.version ?? null,
    noteAnswer: note?.answer ?? null,
    sharing: laureate.openToSharing === null ? null : (note?.subthemes ?? []),
  };
}

/** Where its scoping note stands, as a filter. */
export const noteStandings = {
  awaited: { label: 'Note attendue', isSo: ({ noteVersion }) => noteVersion === null },
  handedIn: { label: 'Note remise, sans réponse', isSo: (row) => row.noteVersion !== null && row.noteAnswer === null },
  accepted: { label: 'Note acceptée', isSo: ({ noteAnswer }) => noteAnswer === 'accept' },
  toRevise: { label: 'Note à réviser', isSo: ({ noteAnswer }) => noteAnswer === 'askForChanges' },
} as const satisfies Record<string, { label: string; isSo: (laureate: ListedLaureate) => boolean }>;
export type NoteStanding = keyof typeof noteStandings;

export interface LaureateFilters {
  readonly words: string;
  readonly status: LaureateStatus | null;
  readonly region: Region | null;
  readonly promotion: number | null;
  readonly note: NoteStanding | null;
  /** Only those whose referent is the reader. */
  readonly mine: boolean;
}

export const noLaureateFilter: LaureateFilters = {
  ...{ words: '', status: null, region: null, promotion: null, note: null, mine: false },
};

export const laureateSorts = {
  /** No page offers it: an export is read so, since an id never moves. */
  id: { label: 'Identifiant', valueOf: ({ id }) => id },
  name: { label: 'Nom', valueOf: ({ name }) => folded(name) },
  region: { label: 'Région', valueOf: ({ region, name }) => folded(`${region} ${name}`) },
  promotion: { label: 'Promotion', valueOf: ({ promotion }) => promotion },
  awarded: { label: 'Attribué', valueOf: ({ balance }) => balance.awardedCents },
  committed: { label: 'Engagé', valueOf: ({ balance }) => balance.committedCents },
  settled: { label: 'Réglé', valueOf: ({ balance }) => balance.settledCents },
  remaining: { label: 'Reste', valueOf: ({ balance }) => balance.remainingCents },
} as const satisfies Record<string, { label: string; valueOf: (laureate: ListedLaureate) => SortValue }>;
export type LaureateSort = keyof typeof laureateSorts;

/** What the team reads of its laureates. */
export interface LaureatesView {
  readonly acts: boolean;
  readonly page: Page<ListedLaureate>;
  /** Of all those found, on every page. */
  readonly total: Balance;
  /** Of the programme, whatever the filters. */
  readonly registered: number;
}

/** A page of those that the filters find. `reader`: the uid that `mine` is about. */
export function laureatesPage(
  laureates: readonly ListedLaureate[],
  { filters, reader }: { readonly filters: LaureateFilters; readonly reader: string },
  asked: PageAsked<LaureateSort>,
): Omit<LaureatesView, 'acts'> {
  const found = laureates.filter((laureate) => matches(laureate, filters, reader));
  return {
    page: pageOf(found, laureateSorts[asked.sort].valueOf, asked),
    total: totalBalance(found.map(({ balance }) => balance)),
    registered: laureates.length,
  };
}

function matches(laureate: ListedLaureate, filters: LaureateFilters, reader: string): boolean {
  const { words, status, region, promotion, note, mine } = filters;
  return (
    (status === null || laureate.status === status) &&
    (region === null || laureate.region === region) &&
    (promotion === null || laureate.promotion === promotion) &&
    (note === null || noteStandings[note].isSo(laureate)) &&
    (!mine || laureate.referentUid === reader) &&
    (hasWords(wordsOf(laureate), words) || isNumberOf(laureate.sirets, words))
  );
}

function wordsOf({ name, region, department, promotion, reference }: ListedLaureate): string {
  return `${name} ${region} ${department} promotion ${promotion} ${reference ?? ''}`;
}

/** A laureate to choose among all of them, or to recognise a folder by. */
export type LaureateChoice = Pick<ListedLaureate, 'name' | 'reference' | 'status' | 'sirets'> & {
  readonly laureateId: string;
};

/** What a laureate is chosen or recognised by. */
export function laureateChoice({ id, name, reference, status, sirets }: ListedLaureate): LaureateChoice {
  return { laureateId: id, name, reference, status, sirets };
}
