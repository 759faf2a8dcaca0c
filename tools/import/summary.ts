import type { ImportReport } from '../../functions/src/domain/imports/report.ts';
import type { ImportPlan } from '../../functions/src/domain/laureates/plan.ts';
import type { Target } from '../target.ts';

export interface ImportOutcome {
  readonly report: ImportReport;
  readonly plan: Pick<ImportPlan, 'create' | 'update'>;
}

export function targetText({ project, emulator }: Target): string {
  return emulator ? `projet ${project}, émulateur ${emulator}` : `projet ${project}, EN PRODUCTION`;
}

/** What staff read before anything is written: the counts, then every row by what happens to it. */
export function summaryOf({ report, plan }: ImportOutcome, ignoredColumns: readonly string[]): string {
  const { created, updated, unchanged, problems, left } = report;
  const rows = new Set(problems.map(({ line }) => line)).size;
  return [
    `À créer : ${created} · à modifier : ${updated} · sans changement : ${unchanged} · lignes en erreur : ${rows}`,
    ...section('Lignes en erreur', problems.map(problemText)),
    ...section(
      'À créer',
      plan.create.map(({ line, laureate }) => `ligne ${line} : ${laureate.name}`),
    ),
    ...section(
      'À modifier',
      plan.update.flatMap(({ line, laureate, changes }) => [
        `ligne ${line} : ${laureate.name}`,
        ...changes.map((change) => `    ${change}`),
      ]),
    ),
    ...section(
      'Laissés tels quels',
      left.map(({ line, about }) => `ligne ${line} : ${about}`),
    ),
    ...section('Colonnes non lues, leur en-tête est inconnu', ignoredColumns),
  ].join('\n');
}

/** What was written, and which rows were refused after all: the file may then be sent again. */
export function writtenSummary({ created, updated, changes, problems }: ImportReport): string {
  return [
    `C’est écrit : ${created} créés, ${updated} modifiés.`,
    ...section(
      'Lignes écrites',
      changes.map(({ line, about }) => `ligne ${line} : ${about}`),
    ),
    ...section('Lignes non écrites', problems.map(problemText)),
    ...(problems.length === 0
      ? []
      : ['', 'Ce qui est écrit est gardé. Envoyez le même fichier à nouveau : ce qui est déjà là ne change pas.']),
  ].join('\n');
}

export function problemText({ line, column, value, reason }: ImportReport['problems'][number]): string {
  const place = [`ligne ${line}`, column].filter((part) => part !== '').join(', ');
  return value === '' ? `${place} : ${reason}` : `${place}, « ${value} » : ${reason}`;
}

export function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];
}
