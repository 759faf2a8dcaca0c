import { type ParseArgsConfig, parseArgs } from 'node:util';
import { type Target, targetOf, targetUsage, unreadOption } from '../target.ts';

export interface ExportOptions {
  readonly target: Target;
  readonly folder: string;
  readonly at: string | null;
}

export interface RestoreOptions {
  readonly target: Target;
  readonly folder: string;
  readonly goesOn: boolean;
  /** One document with what is under it, or one file; null for everything. */
  readonly only: string | null;
  /** A file of the marks of who was erased since; null where nobody was. */
  readonly erasures: string | null;
}

export interface DrillOptions {
  /** An export of a live project; null: of the demonstration. */
  readonly folder: string | null;
  readonly small: boolean;
}

export const exportUsage = `npm run export -- --project NOM --to DOSSIER [--at INSTANT]

  Écrit chaque document et chaque fichier du projet dans DOSSIER, avec leurs empreintes. Relancée, la commande continue où elle s’est arrêtée.

  --to             un dossier vide, ou celui d’une sauvegarde interrompue
  --at             tels qu’ils étaient à la minute 2026-12-01T02:00:00Z, sept jours en arrière au plus (PITR) ; les fichiers sont ceux de maintenant
${targetUsage}
`;

export const restoreUsage = `npm run restore -- --project NOM --from DOSSIER [--erasures FICHIER] [--continue]
npm run restore -- --project NOM --from DOSSIER --only CHEMIN

  Remet une sauvegarde dans un projet vide, puis relit tout. Code 1 si une chose diffère. La marche à suivre est dans docs/backups.md.

  --from           le dossier d’une sauvegarde entière
  --erasures       les empreintes des effacements commencés depuis, reçues par courriel : ces comptes sont de nouveau coupés, et effacés la nuit
  --continue       reprend une remise interrompue : ce qui est déjà là reste
  --only           un seul document avec ce qui est dessous (missions/abc), ou un seul fichier (stored/abc), s’il n’existe plus
${targetUsage}
`;

export const drillUsage = `npm run drill -- [--small] [--from DOSSIER] [--port-offset N]

  Sur des émulateurs de cette machine : remplit un programme, le sauvegarde, efface tout, le remet et relit tout. Code 1 si une chose diffère.

  --small          le plus petit programme
  --from           la sauvegarde d’un vrai projet, au lieu de la démonstration
`;

const text = { type: 'string' } as const;
const flag = { type: 'boolean', default: false } as const;

/** A French sentence says what the command line lacks. */
export function readExport(commandLine: readonly string[], environment: NodeJS.ProcessEnv): ExportOptions | string {
  return read(commandLine, { project: text, to: text, at: text }, ({ project, to, at }) => {
    const target = targetOf(project, environment);
    if (target === null) return 'Dites dans quel projet : --project NOM.';
    if (to === undefined) return 'Dites où écrire la sauvegarde : --to DOSSIER.';
    if (at !== undefined && !/^\d{4}-\d\d-\d\dT\d\d:\d\d:00Z$/.test(at))
      return 'L’instant est une minute entière, en temps universel : --at 2026-12-01T02:00:00Z.';
    return { target, folder: to, at: at ?? null };
  });
}

export function readRestore(commandLine: readonly string[], environment: NodeJS.ProcessEnv): RestoreOptions | string {
  const options = { project: text, from: text, continue: flag, only: text, erasures: text };
  return read(commandLine, options, ({ project, from, continue: goesOn, only, erasures }) => {
    // Named here and nowhere else: a variable left in a shell must not choose what is written over.
    const target = project === undefined ? null : targetOf(project, environment);
    if (target === null) return 'Dites dans quel projet : --project NOM.';
    if (from === undefined) return 'Donnez la sauvegarde : --from DOSSIER.';
    if (only !== undefined && erasures !== undefined)
      return '--erasures va avec une remise entière : après --only, voyez docs/backups.md.';
    return { target, folder: from, goesOn, only: only ?? null, erasures: erasures ?? null };
  });
}

export function readDrill(commandLine: readonly string[]): DrillOptions | string {
  return read(commandLine, { small: flag, from: text, 'port-offset': text }, ({ small, from }) => ({
    small,
    folder: from ?? null,
  }));
}

function read<const Options extends NonNullable<ParseArgsConfig['options']>, Read>(
  commandLine: readonly string[],
  options: Options,
  understood: (values: ReturnType<typeof parseArgs<{ options: Options }>>['values']) => Read | string,
): Read | string {
  let values: ReturnType<typeof parseArgs<{ options: Options }>>['values'];
  try {
    ({ values } = parseArgs({ args: [...commandLine], options }));
  } catch (error) {
    return unreadOption(error);
  }
  return understood(values);
}
