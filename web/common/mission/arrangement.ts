import type { ActionName } from '@sur-mesure/functions/domain/missions/actions';
import type { Availability } from '@sur-mesure/functions/domain/missions/decide';
import { leaving } from '@sur-mesure/functions/domain/missions/transitions/leaving';
import type { ButtonTone } from '../button/Button.tsx';
import { nextAction } from './turn-words.ts';
import { isSimple } from './typed-action.ts';

export interface Arranged extends Availability {
  readonly tone: ButtonTone;
}

interface ArrangementOptions {
  /** Actions for which the page gives a link or a form. */
  readonly known: ReadonlySet<string>;
  readonly hidden: readonly ActionName[];
  /** Somebody of the expert's company follows the mission already. */
  readonly followed?: boolean;
}

/** Refusals that say an action is about somebody else, or about nothing there is: a greyed button would only puzzle who is not concerned. */
const aboutNothingHere: ReadonlySet<string> = new Set([
  'not-proposed',
  'no-amendment',
  'not-awaited',
  'no-reminder-left',
]);

/**
 * What is asked comes first, as the one primary button; ways out of a mission are folded away, so that nobody leaves by mistake. An action
 * that the page has no form for is not shown: its button could only disappoint.
 */
export function arranged(actions: readonly Availability[], { known, hidden, followed = false }: ArrangementOptions) {
  const next = nextAction(actions, followed);
  const shown = actions
    .filter(({ action }) => !hidden.includes(action) && (known.has(action) || isSimple(action)))
    .filter(({ refusal }) => refusal === null || !aboutNothingHere.has(refusal.code))
    .map((one): Arranged => ({ ...one, tone: one.action === next ? 'primary' : toneOf(one.action) }));
  const leaves = ({ action }: Arranged) => Object.hasOwn(leaving, action);
  const first = shown.filter((one) => !leaves(one));
  return {
    first: [...first.filter(({ action }) => action === next), ...first.filter(({ action }) => action !== next)],
    others: shown.filter(leaves),
  };
}

function toneOf(action: ActionName): ButtonTone {
  const destructive: readonly ActionName[] = ['decline', 'refuse', 'contest'];
  return Object.hasOwn(leaving, action) || destructive.includes(action) ? 'danger' : 'secondary';
}
