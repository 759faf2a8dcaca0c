import { parseArgs } from 'node:util';
import { type ImportKind, importKinds, isImportKind } from '../../functions/src/domain/imports/kinds.ts';
import { type Control, type ControlName, controlNames, controls } from '../../functions/src/domain/imports/totals.ts';
import { readEuros } from '../../functions/src/domain/laureates/cells.ts';
import { fold } from '../../functions/src/domain/laureates/text.ts';
import { type Target, targetOf, targetUsage, unreadOption } from '../target.ts';

export interface ImportOptions {
  readonly kind: ImportKind;
  readonly file: string;
  /** What the operator announces of the whole programme once the file is in, in cents. */
  readonly control: Control;
  readonly apply: boolean;
  readonly skipBad: boolean;
  readonly yes: boolean;
  readonly target: Target;
}

export const usage = `npm run import -- [--kind SORTE] fichier.csv [options]

  Sans option, rien n’est écrit : le fichier est lu, comparé à ce qui est enregistré, et le résumé s’affiche.

  --kind SORTE     laureates (sans rien dire), experts, notes, consumption ou missions ; dans cet ordre
  --controle "MOT=MONTANT"  un total du programme après le fichier : attribué, utilisé, engagé, réglé, payé ou reste.
                   Un écart arrête l’import. L’option se répète
  --apply          écrit les changements, si aucune ligne n’est en erreur
  --skip-bad       laisse de côté les lignes en erreur et écrit les autres
  --yes            ne demande pas de confirmation
${targetUsage}
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
        kind: { type: 'string', default: 'laureates' },
        controle: { type: 'string', multiple: true, default: [] },
        project: { type: 'string' },
      },
    });
    const [file, ...others] = positionals;
    if (file === undefined || others.length > 0) return 'Donnez un fichier, et un seul.';
    const target = targetOf(values.project, environment);
    if (target === null) return 'Dites dans quel projet importer : --project NOM.';
    const { apply, yes, kind } = values;
    if (!isImportKind(kind))
      return `« ${kind} » n’est pas une sorte de fichier : ${Object.keys(importKinds).join(', ')}.`;
    const control = controlOf(values.controle);
    if (typeof control === 'string') return control;
    if (kind === 'laureates' && values.controle.length > 0)
      return 'Les lauréats n’ont pas de total à contrôler : retirez --controle.';
    return { kind, control, file, apply, yes, skipBad: values['skip-bad'], target };
  } catch (error) {
    return unreadOption(error);
  }
}

/** « utilisé=12 000,00 », as many as the operator knows. */
function controlOf(words: readonly string[]): Control | string {
  const control: Partial<Record<ControlName, number>> = {};
  for (const word of words) {
    const [label = '', amount = ''] = word.split('=');
    const name = controlNames.find((one) => fold(controls[one].label) === fold(label));
    const reading = readEuros(amount.trim());
    if (!name || !('value' in reading))
      return `« ${word} » n’est pas lisible : écrivez par exemple --controle "utilisé=12000,00".`;
    control[name] = reading.value;
  }
  return control;
}
