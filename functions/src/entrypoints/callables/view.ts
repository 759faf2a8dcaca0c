import { isRefusal } from '../../domain/refusal.ts';
import { besideView } from '../../store/views/beside.ts';
import { publicCallable } from '../callable.ts';
import { isStamped, scanner } from '../environment.ts';
import { firestore } from '../firebase.ts';
import { viewInput } from '../inputs-views.ts';
import { readView } from '../read-view.ts';

/**
 * What pages read, one request a page. Only what a registration asks, who answers for the
 * service, and an invitation for whoever holds its mail, are for anyone.
 */
export const view = publicCallable<'view'>(viewInput, async (input, { actor, now }) => {
  const watched = { now, isStamped: isStamped(), hasScanner: scanner() !== null };
  const [shown, beside] = await Promise.all([
    readView(firestore(), actor, { input, watched }),
    besideView(firestore(), actor, input.name),
  ]);
  return isRefusal(shown) ? shown : { ...shown, ...beside };
});
