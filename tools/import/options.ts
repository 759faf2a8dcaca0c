import { parseArgs } from 'node:util';
import { basePorts, host } from '../emulators/ports.ts';

export interface ImportOptions {
  readonly file: string;
  readonly apply: boolean;
  readonly skipBad: boolean;
  readonly yes: boolean;
  readonly target: ImportTarget;
}

/** Where it reads and writes: `emulator` is null for a project in production. */
export interface ImportTarget {
  readonly project: string;
  readonly emulator: string | null;
}

export const usage = `npm run import -- laureates.csv [options]

  Sans option, rien n’est écrit : le fichier est lu, comparé à ce qui est enregistré, et le résumé s’affiche.

  --apply          écrit les changements, si aucune ligne n’est en erreur
  --skip-bad       laisse de côté les lignes en erreur et écrit les autres
  --yes            ne demande pas de confirmation
  --project NOM    le projet Firebase ; un nom en « demo- » vise les émulateurs de cette machine
`;

/** A French sentence says what the command line lacks. */
export function readOptions(commandLine: readonly string[], environment: NodeJS.ProcessEnv): ImportOptions | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...commandLine],
      allowPositionals: true,
      options: {
        apply: { type: 'boolean', default: false },
        'skip-bad': { type: 'boolean', default: false },
        yes: { type: 'boolean', default: false },
        project: { type: 'string' },
      },
    });
    const [file, ...others] = positionals;
    if (file === undefined || others.length > 0) return 'Donnez un fichier, et un seul.';
    const project = values.project ?? environment.GCLOUD_PROJECT ?? environment.GOOGLE_CLOUD_PROJECT;
    if (!project) return 'Dites dans quel projet importer : --project NOM.';
    const { apply, yes } = values;
    return { file, apply, yes, skipBad: values['skip-bad'], target: targetOf(project, environment) };
  } catch (error) {
    return `Option inconnue ou incomplète (${error instanceof Error ? error.message : String(error)}).`;
  }
}

/** A `demo-` project exists nowhere but in emulators, so that naming one can never write to a real programme. */
function targetOf(project: string, { FIRESTORE_EMULATOR_HOST }: NodeJS.ProcessEnv): ImportTarget {
  const demonstration = project.startsWith('demo-') ? `${host}:${basePorts.firestore}` : null;
  return { project, emulator: FIRESTORE_EMULATOR_HOST || demonstration };
}
