import { actOnView } from '../../store/lists/saved-views.ts';
import { callable } from '../callable.ts';
import { firestore } from '../firebase.ts';
import { newId } from '../ids.ts';
import { viewActionInput } from '../inputs-saved-views.ts';

/** The views of lists that a person of the team keeps, for itself or for all: who may is decided by where it is kept. */
export const viewAction = callable<'viewAction'>(viewActionInput, ({ operationId, ...command }, { actor, now }) =>
  actOnView(firestore(), { actor, command, operationId, newId: newId(), now }),
);
