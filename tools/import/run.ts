import { decode } from '../../functions/src/domain/laureates/csv.ts';
import { readLaureates } from '../../functions/src/domain/laureates/import.ts';
import { isRefusal, type Refusal, refuse } from '../../functions/src/domain/refusal.ts';
import type { ImportOptions } from './options.ts';
import { type ImportOutcome, summaryOf, targetText, writtenSummary } from './summary.ts';

/** What the command touches. */
export interface ImportWorld {
  readonly readFile: (path: string) => Promise<Uint8Array>;
  readonly importLaureates: (asked: {
    csv: string;
    dryRun: boolean;
    skipBad: boolean;
  }) => Promise<ImportOutcome | Refusal>;
  readonly say: (text: string) => void;
  /** Null when nobody is there to answer. */
  readonly confirm: ((question: string) => Promise<boolean>) | null;
}

export const unreadableFile = refuse(
  'import-file',
  'ce fichier est introuvable ou illisible. Vérifiez son nom et son dossier.',
);

/** Shows what the import would do, then does it if asked. Returns the process's exit code: 1 as soon as a row is bad and not to be skipped. */
export async function runImport(options: ImportOptions, world: ImportWorld): Promise<0 | 1> {
  const bytes = await world.readFile(options.file).catch(() => null);
  const csv = bytes === null ? unreadableFile : decode(bytes);
  if (isRefusal(csv)) {
    world.say(`${options.file} : ${csv.message}`);
    return 1;
  }
  const { skipBad, target } = options;
  world.say(`${options.file} → ${targetText(target)}\n`);
  const dryRun = await world.importLaureates({ csv, dryRun: true, skipBad });
  if (isRefusal(dryRun)) return refused(dryRun, world);
  world.say(summaryOf(dryRun, readLaureates(csv).ignoredColumns));
  const verdict = verdictOf(dryRun, options);
  if (verdict) {
    world.say(`\n${verdict.text}`);
    return verdict.code;
  }
  if (!options.yes && world.confirm && !(await world.confirm(`\nÉcrire ces changements (${targetText(target)}) ?`))) {
    world.say('Rien n’a été écrit.');
    return 1;
  }
  // Read and compared once more: what was recorded in between is seen, and a row that became bad stops the whole.
  const imported = await world.importLaureates({ csv, dryRun: false, skipBad });
  if (isRefusal(imported)) return refused(imported, world);
  const { report } = imported;
  world.say(
    `\n${report.written ? writtenSummary(report) : 'Rien n’a été écrit : une ligne est devenue fausse entre-temps. Recommencez.'}`,
  );
  return report.written && (report.problems.length === 0 || skipBad) ? 0 : 1;
}

function refused({ message }: Refusal, { say }: ImportWorld): 1 {
  say(message);
  return 1;
}

/** Why nothing is to be written, or null when something is. */
function verdictOf({ report }: ImportOutcome, { apply, skipBad }: ImportOptions): { text: string; code: 0 | 1 } | null {
  if (report.problems.length > 0 && !skipBad)
    return {
      code: 1,
      text: 'Rien n’a été écrit : corrigez ces lignes, ou laissez-les de côté avec --skip-bad.',
    };
  if (report.created + report.updated === 0) return { code: 0, text: 'Rien à écrire : tout est déjà enregistré.' };
  return apply ? null : { code: 0, text: 'Essai à blanc, rien n’a été écrit. Pour écrire : ajoutez --apply.' };
}
