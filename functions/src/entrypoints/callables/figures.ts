import { can } from '../../domain/access/policy.ts';
import { makeFiguresAgain } from '../../store/figures/making.ts';
import { callable } from '../callable.ts';
import { firestore } from '../firebase.ts';
import { makeFiguresInput } from '../inputs-figures.ts';

/** Staff make the figures of the programme anew: done twice, it is done once or says the same. */
export const makeFigures = callable<'makeFigures'>(makeFiguresInput, async (_input, { actor, now }) => {
  const refusal = can(actor, { action: 'makeFigures' });
  return refusal ?? { at: (await makeFiguresAgain(firestore(), now)).at };
});
