import { parseArgs } from 'node:util';
import { type Target, targetOf, targetUsage, unreadOption } from '../target.ts';

export interface MigrateOptions extends Target {
  readonly apply: boolean;
}

export const usage = `npm run migrate -- --project NOM [--apply]

  Relit les documents des collections dont la forme a changé, et dit combien sont d’une forme ancienne.

  --apply          les porte à la forme d’aujourd’hui ; sans lui, rien n’est écrit
${targetUsage}

Quand la lancer : docs/backups.md.
`;

/** A French sentence says what the command line lacks. */
export function readOptions(commandLine: readonly string[], environment: NodeJS.ProcessEnv): MigrateOptions | string {
  try {
    const { values } = parseArgs({
      args: [...commandLine],
      options: { apply: { type: 'boolean', default: false }, project: { type: 'string' } },
    });
    // Named here and nowhere else: a variable left in a shell must not choose what is rewritten.
    const target = values.project === undefined ? null : targetOf(values.project, environment);
    return target === null ? 'Dites dans quel projet : --project NOM.' : { apply: values.apply, ...target };
  } catch (error) {
    return unreadOption(error);
  }
}
