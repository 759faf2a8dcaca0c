import { type CsvCell, csvText } from '../csv.ts';
import { missionStates } from '../missions/states.ts';
import type { MoneyTable } from '../summaries/tables.ts';
import { moneyLabels } from '../summaries/words.ts';
import { frenchNumber } from '../written-french.ts';
import { coverStateOf, coverStates } from './coverage.ts';
import {
  type AnswerGroup,
  type Coverage,
  type Covered,
  delaySteps,
  type Figures,
  type QuestionFigures,
} from './model.ts';

/** A table as the page shows it and a spreadsheet reads it: the same cells. The first of each row names it. */
export interface FigureTable {
  /** Of the file too. */
  readonly id: string;
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly CsvCell[])[];
}

export function figureTableCsv({ columns, rows }: FigureTable): string {
  return csvText([columns, ...rows]);
}

/** « mars 2026 » */
export function monthWords(month: string): string {
  return monthFormat.format(Date.parse(`${month}-01T00:00:00Z`));
}
const monthFormat = new Intl.DateTimeFormat('fr-FR', { timeZone: 'UTC', month: 'long', year: 'numeric' });

export function monthsTable({ months }: Pick<Figures, 'months'>): FigureTable {
  return {
    ...{ id: 'mois', title: 'Mois par mois', columns: ['Mois', 'Demandes', 'Validations', 'Rapports remis'] },
    rows: months.map(({ month, requests, validations, reports }) => [
      monthWords(month),
      ...[requests, validations, reports].map(String),
    ]),
  };
}

export function statesTable({ states }: Pick<Figures, 'states'>): FigureTable {
  return {
    ...{ id: 'etats', title: 'Où en sont les missions', columns: ['État', 'Missions'] },
    rows: states.map(({ state, missions }) => [missionStates[state].label, String(missions)]),
  };
}

export function delaysTable({ delays }: Pick<Figures, 'delays'>): FigureTable {
  return {
    ...{ id: 'delais', title: 'Délais, en jours ouvrés' },
    columns: ['Étape', 'La moitié des fois, au plus', 'Neuf fois sur dix, au plus', 'Mesures'],
    rows: delays.map(({ step, median, ninth, stays }) => [
      delaySteps[step],
      frenchNumber(median),
      ...[ninth, stays].map(String),
    ]),
  };
}

/** What stands there now, without what a period changed of it. */
export function moneyFigureTable({ id, title, heading, counted, amounts, rows, total }: MoneyTable): FigureTable {
  return {
    ...{ id: `argent-${moneyNames[id]}`, title },
    columns: [heading, counted, ...amounts.map((amount) => moneyLabels[amount])],
    rows: [
      ...rows.map(({ label, count, after }) => [
        ...[label, String(count)],
        ...amounts.map((amount) => ({ cents: after[amount] ?? 0 })),
      ]),
      ['Total', '', ...amounts.map((amount) => ({ cents: total.after[amount] ?? 0 }))],
    ],
  };
}
const moneyNames = {
  themes: 'thematiques',
  regions: 'regions',
  promotions: 'promotions',
  territories: 'territoires',
} as const satisfies Record<MoneyTable['id'], string>;

const needColumns = ['Couverture', 'Manufactures', 'Experts publiés', 'Missions en cours', 'Missions en tout'] as const;
const spentColumns = [moneyLabels.committedCents, moneyLabels.settledCents] as const;

function needCells(covered: Omit<Covered, 'committedCents' | 'settledCents'>): CsvCell[] {
  const { laureates, experts, liveMissions, missions } = covered;
  return [coverStates[coverStateOf(covered)], ...[laureates, experts, liveMissions, missions].map(String)];
}

function spentCells({ committedCents, settledCents }: Covered): CsvCell[] {
  return [{ cents: committedCents }, { cents: settledCents }];
}

export function themesTable({ themes: rows }: Pick<Coverage, 'themes'>): FigureTable {
  return {
    ...{ id: 'thematiques', title: 'Thématique par thématique' },
    columns: ['Thématique', ...needColumns, ...spentColumns],
    rows: rows.map((row) => [row.label, ...needCells(row), ...spentCells(row)]),
  };
}

export function subthemesTable({ themes: rows }: Pick<Coverage, 'themes'>): FigureTable {
  return {
    ...{ id: 'sous-thematiques', title: 'Sous-thématique par sous-thématique' },
    columns: ['Sous-thématique', 'Thématique', ...needColumns],
    rows: rows.flatMap(({ label, subthemes }) =>
      subthemes.map((subtheme) => [subtheme.label, label, ...needCells(subtheme)]),
    ),
  };
}

export function regionsTable({ regions: rows }: Pick<Coverage, 'regions'>): FigureTable {
  return {
    ...{ id: 'regions', title: 'Région par région' },
    columns: ['Région', ...needColumns, ...spentColumns],
    rows: rows.map((row) => [row.region, ...needCells(row), ...spentCells(row)]),
  };
}

export function gapsTable({ gaps }: Pick<Coverage, 'gaps'>): FigureTable {
  return {
    ...{ id: 'besoins-sans-expert', title: 'Besoins sans expert dans la région' },
    columns: ['Thématique', 'Région', 'Manufactures'],
    rows: gaps.map(({ theme, region, laureates }) => [theme, region, String(laureates)]),
  };
}

/** All the answers, then one of their divisions. */
export function answersTable(
  { id, label, choices, all }: QuestionFigures,
  division: {
    readonly id: string;
    readonly title: string;
    readonly heading: string;
    readonly groups: readonly AnswerGroup[];
  },
): FigureTable {
  return {
    ...{ id: `avis-${id}-${division.id}`, title: `${label} ${division.title}` },
    columns: [division.heading, 'Réponses', ...choices],
    rows: [...division.groups, ...(all === null ? [] : [all])].map(({ label: group, answers, counts }) => [
      ...[group, String(answers)],
      ...counts.map(String),
    ]),
  };
}
