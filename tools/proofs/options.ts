import { parseArgs } from 'node:util';
import { basePorts, host } from '../emulators/ports.ts';

export interface ProofOptions {
  readonly apply: boolean;
  readonly project: string;
  readonly emulator: string | null;
}

export const usage = `npm run proofs -- [--apply] [--project NOM]

  Relit chaque preuve et dit combien de fichiers la page « Vérifier un document » ne trouve pas par leur empreinte,
  et si les preuves de chaque lauréat se suivent toujours (code 1 sinon).

  --apply          les rend trouvables ; sans lui, rien n’est écrit
  --project NOM    le projet Firebase ; un nom en « demo- » vise les émulateurs de cette machine
`;

/** A French sentence says what the command line lacks. */
export function readOptions(commandLine: readonly string[], environment: NodeJS.ProcessEnv): ProofOptions | string {
  try {
    const { values } = parseArgs({
      args: [...commandLine],
      options: { apply: { type: 'boolean', default: false }, project: { type: 'string' } },
    });
    const project = values.project ?? environment.GCLOUD_PROJECT ?? environment.GOOGLE_CLOUD_PROJECT;
    if (!project) return 'Dites dans quel projet : --project NOM.';
    const demonstration = project.startsWith('demo-') ? `${host}:${basePorts.firestore}` : null;
    return { apply: values.apply, project, emulator: environment.FIRESTORE_EMULATOR_HOST || demonstration };
  } catch (error) {
    return `Option inconnue ou incomplète (${error instanceof Error ? error.message : String(error)}).`;
  }
}
