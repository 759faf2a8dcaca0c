import { parseArgs } from 'node:util';
import { parametersFile } from '../deploy/parameters.ts';
import { type Target, targetOf, targetUsage, unreadOption } from '../target.ts';

export interface DoctorOptions extends Target {
  /** How many subsidies are read again; null for all of them. */
  readonly sample: number | null;
}

export const usage = `npm run doctor -- --project NOM [--subventions NOMBRE|toutes]

  Lit le service en marche et dit, ligne par ligne, ce qui va et ce qui demande qu’on regarde. N’écrit rien.

${targetUsage}
  --subventions    combien de registres sont relus en entier (20 sinon, d’autres chaque jour) ; environ 30 lectures chacun

Code 1 : quelque chose demande qu’on regarde ; 0 sinon. Il faut être connecté : gcloud auth application-default login.
`;

const USUAL = 20;

/**
 * Whether the deployment has an antivirus and an authority that stamps, by its parameters. A French sentence without them: files that nobody scans, and
 * days that nobody stamps, would be « ok ». Emulators take those of this machine.
 */
export function neighboursOf(
  { project, emulator }: Target,
  parameters: Readonly<Record<string, string | undefined>> | null,
  environment: NodeJS.ProcessEnv,
): { readonly hasScanner: boolean; readonly isStamped: boolean } | string {
  if (parameters === null && emulator === null)
    return `${parametersFile(project)} n’existe pas ici : il dit s’il faut vérifier l’antivirus et l’horodatage. Copiez-le depuis la machine qui déploie.`;
  const given = { ...environment, ...parameters };
  return { hasScanner: Boolean(given.SCANNER_URL), isStamped: Boolean(given.TIME_STAMP_URL) };
}

/** A French sentence says what the command line lacks. */
export function readOptions(commandLine: readonly string[], environment: NodeJS.ProcessEnv): DoctorOptions | string {
  try {
    const { values } = parseArgs({
      args: [...commandLine],
      options: { project: { type: 'string' }, subventions: { type: 'string' } },
    });
    const target = targetOf(values.project, environment);
    if (target === null) return 'Dites dans quel projet : --project NOM.';
    const asked = values.subventions ?? `${USUAL}`;
    if (asked === 'toutes') return { ...target, sample: null };
    return /^\d{1,6}$/.test(asked)
      ? { ...target, sample: Number(asked) }
      : 'Dites combien de registres relire : --subventions 20, ou toutes.';
  } catch (error) {
    return unreadOption(error);
  }
}
