import { parseArgs } from 'node:util';
import { type Target, targetOf, targetUsage, unreadOption } from '../target.ts';

export interface ProofOptions extends Target {
  readonly apply: boolean;
  /** Buckets: of the files, and the locked one that proofs are copied to; null copies nothing. */
  readonly copy: { readonly from: string; readonly to: string } | null;
}

export const usage = `npm run proofs -- [--apply] [--project NOM]
npm run proofs -- --copy --project NOM [--bucket NOM] [--to NOM]

  Relit chaque preuve et dit combien de fichiers la page « Vérifier un document » ne trouve pas par leur empreinte,
  et si les preuves de chaque lauréat se suivent toujours (code 1 sinon).

  --apply          les rend trouvables ; sans lui, rien n’est écrit
  --copy           copie chaque preuve et son attestation dans un bucket verrouillé : NOM-preuves, ou celui de --to
  --bucket         le bucket des fichiers, s’il n’est pas celui que Firebase a nommé
${targetUsage}
`;

/** A French sentence says what the command line lacks. */
export function readOptions(commandLine: readonly string[], environment: NodeJS.ProcessEnv): ProofOptions | string {
  try {
    const { values } = parseArgs({
      args: [...commandLine],
      options: {
        ...{ apply: { type: 'boolean', default: false }, copy: { type: 'boolean', default: false } },
        ...{ project: { type: 'string' }, bucket: { type: 'string' }, to: { type: 'string' } },
      },
    });
    const target = targetOf(values.project, environment);
    if (target === null) return 'Dites dans quel projet : --project NOM.';
    const from = values.bucket ?? environment.STORAGE_BUCKET ?? `${target.project}.firebasestorage.app`;
    const copy = values.copy ? { from, to: values.to ?? `${target.project}-preuves` } : null;
    return { apply: values.apply, copy, ...target };
  } catch (error) {
    return unreadOption(error);
  }
}
