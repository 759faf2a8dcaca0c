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
import { LARGEST_PAGE, type Page, type PageAsked } from '@sur-mesure/functions/domain/lists/page';
import { isRefusal, type Refusal } from '@sur-mesure/functions/domain/refusal';
import { view } from '../../common/api/call.ts';
import { themesInForce } from '../../common/themes/themes.ts';
import { expertWords } from '../experts/expert-address.ts';
import { laureateWords } from '../laureates/laureate-address.ts';
import { listingIn } from '../lists/list-address.ts';
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
  readonly pageAfter: (
    mark: string | null,
    asked: Pick<ExportAsked, 'parameters' | 'signal'>,
  ) => Promise<Rows<Row> | Refusal>;
}

/** Page after page of what the reader may see anyway: no export knows more than its list, and none opens a new way to it. */
export function exportOf<Row>({ columns, pageAfter, ...named }: Source<Row>): ProgrammeExport {
  return {
    ...named,
    choices: Object.entries(columns).map(([value, { label }]) => ({ value, label })),
    first: firstColumns(columns),
    make: async ({ columns: chosen, parameters, signal, onProgress }) => {
      const rows: Row[] = [];
      let mark: string | null = null;
      do {
        const page: Rows<Row> | Refusal = await pageAfter(mark, { parameters, signal });
        signal.throwIfAborted();
        if (isRefusal(page)) return page;
        rows.push(...page.rows);
        onProgress(rows.length, page.total);
        mark = page.next;
      } while (mark !== null);
      return tableOf(columnsOf(columns, chosen), rows);
    },
  };
}

const large = <Sort extends string>(page: PageAsked<Sort>, after: string | null): PageAsked<Sort> => ({
  ...page,
  ...{ after, before: null, size: LARGEST_PAGE },
});
const rowsOf = <Row>({ rows, next, total }: Page<Row>): Rows<Row> => ({ rows, next, total });

export const programmeExports = {
  missions: exportOf({
    ...{
      label: 'Les missions',
      hint: 'Une ligne par mission.',
      fileName: 'missions',
      columns: missionColumns(themesInForce),
    },
    pageAfter: async (mark, { parameters, signal }) => {
      const { filters, page } = listingIn(missionWords, parameters);
      const answer = await view<'missions'>({ name: 'missions', filters, page: large(page, mark) }, { signal });
      return isRefusal(answer) ? answer : rowsOf(answer.page);
    },
  }),
  laureats: exportOf({
    ...{ label: 'Les lauréats', hint: 'Une ligne par manufacture, avec sa subvention.', fileName: 'laureats' },
    columns: laureateColumns,
    pageAfter: async (mark, { parameters, signal }) => {
      const { filters, page } = listingIn(laureateWords, parameters);
      const answer = await view<'laureates'>({ name: 'laureates', filters, page: large(page, mark) }, { signal });
      return isRefusal(answer) ? answer : rowsOf(answer.page);
    },
  }),
  experts: exportOf({
    ...{ label: 'Les experts', hint: 'Une ligne par structure, publiée ou non.', fileName: 'experts' },
    columns: expertColumns(themesInForce),
    pageAfter: async (mark, { parameters, signal }) => {
      const { filters, page } = listingIn(expertWords, parameters);
      const answer = await view<'experts'>({ name: 'experts', filters, page: large(page, mark) }, { signal });
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
