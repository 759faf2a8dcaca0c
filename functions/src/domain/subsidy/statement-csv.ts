import { dayOf } from '../calendar.ts';
import { type CsvCell, csvText } from '../csv.ts';
import { type MissionAmount, type Statement, type StatementLine, statementKinds } from './statement.ts';

const headers = [
  'Rubrique',
  'Ligne',
  'Date',
  'Nature',
  'Détail',
  'Mission',
  'Expert',
  'Montant',
  'Reste après',
  'Motif',
  'Par',
] as const;

type Row = readonly CsvCell[];

/** The statement as one table: its first column tells the lines of the ledger from the totals, so that a spreadsheet filters on it. */
export function statementCsv(statement: Statement): string {
  return csvText([
    headers,
    ...statement.lines.map(lineRow),
    ...totalsOf(statement).map(([what, cents]) => row('Total', { what, cents })),
    ...statement.waiting.map((mission) => missionRow('En attente de validation', mission)),
    ...statement.holding.map((mission) => missionRow('Encore engagé', mission)),
    row('Registre', { what: 'Empreinte de la dernière ligne', detail: statement.head?.hash ?? '' }),
    row('Registre', { what: 'Version des règles du programme', detail: String(statement.settingsVersion) }),
  ]);
}

/** `releve-de-subvention-la-filature-2026-11-29.csv` */
export function statementFileName({ kind, laureate, at }: Statement, ending: 'csv' | 'pdf'): string {
  return `${slug(statementKinds[kind])}-${slug(laureate.name)}-${dayOf(at)}.${ending}`;
}

/** What a subsidy comes to, in the words of the page and of the PDF. */
export function totalsOf({ kind, balance }: Statement): readonly (readonly [string, number])[] {
  const { awardedCents, committedCents, settledCents, paidCents, remainingCents } = balance;
  return [
    ['Attribué', awardedCents],
    ['Engagé, pas encore réglé', committedCents],
    ['Réglé', settledCents],
    ['Dont payé à ce jour', paidCents],
    [kind === 'closing' ? 'Jamais utilisé, rendu au programme' : 'Disponible', remainingCents],
  ];
}

function lineRow(line: StatementLine): Row {
  const { number, at, what, detail, missionId, expertName, cents, remainingCents, reason, byName } = line;
  const day = dayOf(at);
  return [
    'Ligne',
    String(number),
    `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`,
    what,
    detail,
    missionId ?? '',
    expertName ?? '',
    { cents },
    { cents: remainingCents },
    reason ?? '',
    byName,
  ];
}

function missionRow(heading: string, { missionId, expertName, need, cents }: MissionAmount): Row {
  return row(heading, { what: need, missionId, expertName, cents });
}

interface Told {
  readonly what: string;
  readonly detail?: string;
  readonly missionId?: string;
  readonly expertName?: string;
  readonly cents?: number;
}

function row(heading: string, { what, detail = '', missionId = '', expertName = '', cents }: Told): Row {
  return [heading, '', '', what, detail, missionId, expertName, cents === undefined ? '' : { cents }, '', '', ''];
}

function slug(text: string): string {
  const plain = text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return plain
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 60);
}
