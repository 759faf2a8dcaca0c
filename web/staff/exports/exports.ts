import {
  expertColumns,
  laureateColumns,
  ledgerColumns,
  missionColumns,
} from '@sur-mesure/functions/domain/exports/columns';
import {
  columnsOf,
  type ExportColumns,
  type ExportTable,
  firstColumns,
  tableOf,
} from '@sur-mesure/functions/domain/exports/table';
import { expertSorts, type ListedExpert } from '@sur-mesure/functions/domain/lists/experts';
import { type ListedLaureate, laureateSorts } from '@sur-mesure/functions/domain/lists/laureates';
import { type MissionPageLine, missionSorts } from '@sur-mesure/functions/domain/lists/missions';
import {
  LARGEST_PAGE,
  type Page,
  type PageAsked,
  pageOf,
  type SortValue,
} from '@sur-mesure/functions/domain/lists/page';
import { isRefusal, type Refusal } from '@sur-mesure/functions/domain/refusal';
import { view } from '../../common/api/call.ts';
import { themesInForce } from '../../common/themes/themes.ts';
import { expertWords } from '../experts/expert-address.ts';
import { laureateWords } from '../laureates/laureate-address.ts';
import { type ListWords, listingIn } from '../lists/list-address.ts';
import { missionWords } from '../missions/mission-address.ts';
import type { ExportWord } from './export-address.ts';

export interface ExportAsked {
  readonly columns: readonly string[];
  /** Of the list that is exported: its filters and its order. */
  readonly parameters: URLSearchParams;
  readonly signal: AbortSignal;
  /** `total`: null while it is not known. */
  readonly onProgress: (rows: number, total: number | null) => void;
}

/** Something that is exported, its rows hidden: what it is called, what may be chosen of it, and the table that comes of it. */
export interface ProgrammeExport {
  readonly label: string;
  readonly hint: string;
  /** Of the file. */
  readonly fileName: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly first: readonly string[];
  readonly make: (asked: ExportAsked) => Promise<ExportTable | Refusal>;
}

interface Rows<Row> {
  readonly rows: readonly Row[];
  readonly next: string | null;
  readonly total: number | null;
}

interface Source<Row> extends Pick<ProgrammeExport, 'label' | 'hint' | 'fileName'> {
  readonly columns: ExportColumns<Row>;
  /** What tells one row from the others: one that two pages have is exported once. Absent, of rows that never move. */
  readonly keyOf?: (row: Row) => string;
  /** Of the rows once they are all read; absent, the one in which they came. */
  readonly inOrder?: (rows: readonly Row[], parameters: URLSearchParams) => readonly Row[];
  readonly pageAfter: (
    mark: string | null,
    asked: Pick<ExportAsked, 'parameters' | 'signal'>,
  ) => Promise<Rows<Row> | Refusal>;
}

/** Page after page of what the reader may see anyway: no export knows more than its list, and none opens a new way to it. */
export function exportOf<Row>({ columns, keyOf, inOrder, pageAfter, ...named }: Source<Row>): ProgrammeExport {
  return {
    ...named,
    choices: Object.entries(columns).map(([value, { label }]) => ({ value, label })),
    first: firstColumns(columns),
    make: async ({ columns: chosen, parameters, signal, onProgress }) => {
      const read = new Map<string, Row>();
      let mark: string | null = null;
      do {
        const page: Rows<Row> | Refusal = await pageAfter(mark, { parameters, signal });
        signal.throwIfAborted();
        if (isRefusal(page)) return page;
        for (const row of page.rows) read.set(keyOf?.(row) ?? String(read.size), row);
        onProgress(read.size, page.total);
        mark = page.next;
      } while (mark !== null);
      const rows = [...read.values()];
      return tableOf(columnsOf(columns, chosen), inOrder?.(rows, parameters) ?? rows);
    },
  };
}

/** By id, which never moves: a line that changes between two pages is neither skipped nor repeated, whatever the list is ordered by. */
const pageById = (after: string | null): PageAsked<'id'> => ({
  ...{ sort: 'id', descending: false },
  ...{ after, before: null, size: LARGEST_PAGE },
});

/** The order that the address asks for, over all the rows. */
function orderOf<Filters extends object, Sort extends string, Listed extends { readonly id: string }>(
  words: ListWords<Filters, Sort>,
  sorts: Readonly<Record<Sort, { readonly valueOf: (row: Listed) => SortValue }>>,
) {
  return <Row extends Listed>(rows: readonly Row[], parameters: URLSearchParams): readonly Row[] => {
    const { sort, descending } = listingIn(words, parameters).page;
    return pageOf(rows, sorts[sort].valueOf, { sort, descending, after: null, before: null, size: rows.length }).rows;
  };
}
const keyOf = ({ id }: { readonly id: string }) => id;
const rowsOf = <Row>({ rows, next, total }: Page<Row>): Rows<Row> => ({ rows, next, total });

export const programmeExports = {
  missions: exportOf<MissionPageLine>({
    ...{
      label: 'Les missions',
      hint: 'Une ligne par mission.',
      fileName: 'missions',
      columns: missionColumns(themesInForce),
    },
    ...{ keyOf, inOrder: orderOf(missionWords, missionSorts) },
    pageAfter: async (mark, { parameters, signal }) => {
      const { filters } = listingIn(missionWords, parameters);
      const answer = await view<'missions'>({ name: 'missions', filters, page: pageById(mark) }, { signal });
      return isRefusal(answer) ? answer : rowsOf(answer.page);
    },
  }),
  laureats: exportOf<ListedLaureate>({
    ...{ label: 'Les lauréats', hint: 'Une ligne par manufacture, avec sa subvention.', fileName: 'laureats' },
    ...{ columns: laureateColumns, keyOf, inOrder: orderOf(laureateWords, laureateSorts) },
    pageAfter: async (mark, { parameters, signal }) => {
      const { filters } = listingIn(laureateWords, parameters);
      const answer = await view<'laureates'>({ name: 'laureates', filters, page: pageById(mark) }, { signal });
      return isRefusal(answer) ? answer : rowsOf(answer.page);
    },
  }),
  experts: exportOf<ListedExpert>({
    ...{ label: 'Les experts', hint: 'Une ligne par structure, publiée ou non.', fileName: 'experts' },
    ...{ columns: expertColumns(themesInForce), keyOf, inOrder: orderOf(expertWords, expertSorts) },
    pageAfter: async (mark, { parameters, signal }) => {
      const { filters } = listingIn(expertWords, parameters);
      const answer = await view<'experts'>({ name: 'experts', filters, page: pageById(mark) }, { signal });
      return isRefusal(answer) ? answer : rowsOf(answer.page);
    },
  }),
  mouvements: exportOf({
    ...{ label: 'Les mouvements des subventions', fileName: 'mouvements', columns: ledgerColumns },
    hint: 'Chaque ligne de chaque registre, de la plus ancienne à la plus récente : attributions, engagements, règlements, paiements.',
    pageAfter: async (mark, { signal }) => {
      const answer = await view<'programmeLedger'>({ name: 'programmeLedger', after: mark }, { signal });
      return isRefusal(answer) ? answer : { rows: answer.lines, next: answer.next, total: null };
    },
  }),
} as const satisfies Record<ExportWord, ProgrammeExport>;
