import { parseArgs } from 'node:util';
import { type Target, targetOf, targetUsage, unreadOption } from '../target.ts';

export interface ProofOptions extends Target {
  readonly apply: boolean;
}

export const usage = `npm run proofs -- [--apply] [--project NOM]

  Relit chaque preuve et dit combien de fichiers la page « Vérifier un document » ne trouve pas par leur empreinte,
  et si les preuves de chaque lauréat se suivent toujours (code 1 sinon).

  --apply          les rend trouvables ; sans lui, rien n’est écrit
${targetUsage}
`;

/** A French sentence says what the command line lacks. */
export function readOptions(commandLine: readonly string[], environment: NodeJS.ProcessEnv): ProofOptions | string {
  try {
    const { values } = parseArgs({
      args: [...commandLine],
      options: { apply: { type: 'boolean', default: false }, project: { type: 'string' } },
    });
    const target = targetOf(values.project, environment);
    return target === null ? 'Dites dans quel projet : --project NOM.' : { apply: values.apply, ...target };
  } catch (error) {
    return unreadOption(error);
  }
}
