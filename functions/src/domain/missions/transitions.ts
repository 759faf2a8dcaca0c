import type { ActionName } from './actions.ts';
import type { Transition } from './transition.ts';
import { commissioning } from './transitions/commissioning.ts';
import { deciding } from './transitions/deciding.ts';
import { delivering } from './transitions/delivering.ts';
import { leaving } from './transitions/leaving.ts';
import { overseeing } from './transitions/overseeing.ts';
import { paying } from './transitions/paying.ts';
import { takingOver } from './transitions/taking-over.ts';

/**
 * The life of a mission. This table alone knows which action leads where, who may take it, what must hold and what it does. The page asks it for
 * its buttons, the callable for its verdict, the docs for their diagram (`docs/mission-states.md`).
 */
export const transitions = {
  ...commissioning,
  ...deciding,
  ...delivering,
  ...leaving,
  ...overseeing,
  ...takingOver,
  ...paying,
} as const satisfies Record<ActionName, Transition>;

/** In the order of the table, which is the order of the buttons. */
export const actionNames: readonly ActionName[] = Object.keys(transitions).filter(isAction);

function isAction(name: string): name is ActionName {
  return Object.hasOwn(transitions, name);
}

/** The row of an action, read as the general type. */
export function transitionOf(action: ActionName): Transition {
  return transitions[action];
}
