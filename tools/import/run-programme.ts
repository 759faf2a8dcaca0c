import { basename } from 'node:path';
import type { ApiContract } from '../../functions/src/domain/api.ts';
import { importKinds, type ProgrammeKind } from '../../functions/src/domain/imports/kinds.ts';
import type { ProgrammeReport } from '../../functions/src/domain/imports/report.ts';
import { controlNames, controls, type Reconciliation } from '../../functions/src/domain/imports/totals.ts';
import { decode } from '../../functions/src/domain/laureates/csv.ts';
import { formatEuros } from '../../functions/src/domain/money.ts';
import { isRefusal, type Refusal } from '../../functions/src/domain/refusal.ts';
import type { ImportOptions } from './options.ts';
import { type ImportWorld, unreadableFile } from './run.ts';
import { problemText, section, targetText, writtenSummary } from './summary.ts';

export interface ProgrammeWorld extends Pick<ImportWorld, 'readFile' | 'say' | 'confirm'> {
  readonly importProgramme: (asked: ApiContract['importProgramme']['input']) => Promise<ProgrammeReport | Refusal>;
}

/** As `runImport`, with the totals of the ledgers. Returns the process's exit code: 1 when a row is bad, or when two figures differ. */
export async function runProgramme(
  options: ImportOptions & { readonly kind: ProgrammeKind },
  world: ProgrammeWorld,
): Promise<0 | 1> {
  const bytes = await world.readFile(options.file).catch(() => null);
  const csv = bytes === null ? unreadableFile : decode(bytes);
  if (isRefusal(csv)) return said(world, `${options.file} : ${csv.message}`);
  const { kind, skipBad, control, target } = options;
  const asked = { kind, csv, fileName: basename(options.file), skipBad, control };
  world.say(`${importKinds[kind].label} : ${options.file} → ${targetText(target)}\n`);
  const dryRun = await world.importProgramme({ ...asked, dryRun: true });
  if (isRefusal(dryRun)) return said(world, dryRun.message);
  world.say(programmeSummary(dryRun, kind));
  const stopped = stopOf(dryRun, options);
  if (stopped) {
    world.say(`\n${stopped.text}`);
    return stopped.code;
  }
  if (!options.yes && world.confirm && !(await world.confirm(`\nÉcrire ces changements (${targetText(target)}) ?`)))
    return said(world, 'Rien n’a été écrit.');
  const done = await world.importProgramme({ ...asked, dryRun: false });
  if (isRefusal(done)) return said(world, done.message);
  if (!done.written) return said(world, 'Rien n’a été écrit : une ligne est devenue fausse entre-temps. Recommencez.');
  if (done.totals.differences.length > 0)
    return said(
      world,
      ['C’est écrit, mais les registres ne disent pas ce qui était prévu :', ...done.totals.differences].join('\n  '),
    );
  world.say(`\n${writtenSummary(done)}`);
  if (importKinds[kind].control) world.say('Les registres, relus, disent ce qui était prévu.');
  return done.problems.length > 0 && !skipBad ? 1 : 0;
}

function said({ say }: ProgrammeWorld, text: string): 1 {
  say(text);
  return 1;
}

function stopOf(
  { problems, created, updated, totals }: ProgrammeReport,
  { apply, skipBad }: ImportOptions,
): { readonly text: string; readonly code: 0 | 1 } | null {
  if (totals.differences.length > 0)
    return {
      code: 1,
      text: 'Rien n’a été écrit : les totaux ne sont pas vérifiés. Corrigez les lignes, ou le total annoncé.',
    };
  if (problems.length > 0 && !skipBad)
    return { code: 1, text: 'Rien n’a été écrit : corrigez ces lignes, ou laissez-les de côté avec --skip-bad.' };
  if (created + updated === 0) return { code: 0, text: 'Rien à écrire : tout est déjà enregistré.' };
  return apply ? null : { code: 0, text: 'Essai à blanc, rien n’a été écrit. Pour écrire : ajoutez --apply.' };
}

/** What staff read before anything is written: the rows, then the money before and after. */
function programmeSummary(
  { created, updated, unchanged, problems, changes, left, ignoredColumns, totals }: ProgrammeReport,
  kind: ProgrammeKind,
): string {
  const rows = new Set(problems.map(({ line }) => line)).size;
  return [
    `À créer : ${created} · à compléter : ${updated} · sans changement : ${unchanged} · lignes en erreur : ${rows}`,
    ...section('Lignes en erreur', problems.map(problemText)),
    ...section(
      'À écrire',
      changes.map(({ line, about }) => `ligne ${line} : ${about}`),
    ),
    ...section(
      'Laissés tels quels',
      left.map(({ line, about }) => `ligne ${line} : ${about}`),
    ),
    ...(importKinds[kind].control ? totalsSections(totals) : []),
    ...section('Écarts', totals.differences),
    ...section('Colonnes non lues, leur en-tête est inconnu', ignoredColumns),
  ].join('\n');
}

function totalsSections(totals: Reconciliation): readonly string[] {
  return [
    ...section(
      'Totaux par lauréat, avant → après',
      totals.laureates.map((one) => `${one.name} : ${figures(one)}`),
    ),
    ...section('Totaux du programme, avant → après', [figures(totals)]),
  ];
}

function figures({ before, after }: Pick<Reconciliation, 'before' | 'after'>): string {
  return controlNames
    .map((name) => {
      const { label, of } = controls[name];
      return of(before) === of(after)
        ? `${label} ${formatEuros(of(after))}`
        : `${label} ${formatEuros(of(before))} → ${formatEuros(of(after))}`;
    })
    .join(' · ');
}
