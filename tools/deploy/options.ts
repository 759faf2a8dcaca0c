import { parseArgs } from 'node:util';
import { unreadOption } from '../target.ts';
import { choosable, type Deployment, runs, type StepName } from './steps.ts';

export interface DeployOptions extends Omit<Deployment, 'commit'> {
  readonly steps: readonly StepName[];
  readonly dryRun: boolean;
  /** Whether what is not committed may be deployed. */
  readonly dirty: boolean;
}

export const usage = `npm run deploy -- --project NOM [--only ${choosable.join(',')}] [--dry-run]
npm run deploy -- --project NOM --channel MOT
npm run deploy -- --project NOM --rollback VERSION

  --project      le projet Firebase ; ses paramètres sont dans .env.NOM (voir .env.example)
  --only         une partie, ou plusieurs séparées par des virgules
  --channel      déploie les pages seules à une adresse d’aperçu, qui finit après 7 jours
  --rollback     remet les pages d’une ancienne version de Hosting (son numéro est dans la console)
  --dry-run      dit ce qui serait fait, et ne fait rien
  --unattended   ne pose aucune question (intégration continue) ; supprime les fonctions qui ne sont plus dans le code
  --dirty        accepte de déployer ce qui n’est pas dans Git

La marche à suivre est dans docs/operations.md.
`;

const NAME = /^[a-z0-9][a-z0-9-]{0,61}$/;
const VERSION = /^[a-z0-9]{6,40}$/;

/** A French sentence says what the command line lacks. */
export function readOptions(commandLine: readonly string[]): DeployOptions | string {
  try {
    const { values } = parseArgs({
      args: [...commandLine],
      options: {
        ...{ project: { type: 'string' }, only: { type: 'string' }, channel: { type: 'string' } },
        ...{ rollback: { type: 'string' }, 'dry-run': { type: 'boolean', default: false } },
        ...{ unattended: { type: 'boolean', default: false }, dirty: { type: 'boolean', default: false } },
      },
    });
    const { project, only, channel, rollback, unattended, dirty } = values;
    if (project === undefined || !NAME.test(project)) return 'Dites dans quel projet : --project NOM.';
    if (project.startsWith('demo-'))
      return `${project} n’existe que dans les émulateurs de cette machine : npm start le fait marcher.`;
    if ([only, channel, rollback].filter((value) => value !== undefined).length > 1)
      return 'Choisissez entre --only, --channel et --rollback.';
    if (channel !== undefined && (!NAME.test(channel) || channel === 'live'))
      return 'Nommez l’aperçu : des lettres minuscules, des chiffres et des tirets ; « live » est le site.';
    if (rollback !== undefined && !VERSION.test(rollback))
      return 'Donnez le numéro de la version, tel que la console de Hosting l’écrit.';
    const steps = stepsOf(only, channel, rollback);
    if (typeof steps === 'string') return steps;
    return {
      ...{ project, steps, unattended, dirty, dryRun: values['dry-run'] },
      ...{ channel: channel ?? null, version: rollback ?? null },
    };
  } catch (error) {
    return unreadOption(error);
  }
}

function stepsOf(only?: string, channel?: string, rollback?: string): readonly StepName[] | string {
  if (rollback !== undefined) return runs.rollback;
  if (channel !== undefined) return runs.preview;
  if (only === undefined) return runs.whole;
  const asked = only.split(',');
  const unknown = asked.find((name) => !choosable.some((step) => step === name));
  if (unknown !== undefined) return `« ${unknown} » n’est pas une partie : ${choosable.join(', ')}.`;
  return runs.whole.filter((name) => name === 'build' || asked.includes(name));
}
