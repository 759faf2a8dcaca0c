import { can } from '../../domain/access/policy.ts';
import { makeFiguresAgain } from '../../store/figures/making.ts';
import { makeCurrentSummary } from '../../store/summaries/making.ts';
import { callable } from '../callable.ts';
import { firestore } from '../firebase.ts';
import { makeFiguresInput } from '../inputs-figures.ts';

/** Staff make the figures of the programme, or of what goes on, anew: done twice, it is done once or says the same. */
export const makeFigures = callable<'makeFigures'>(makeFiguresInput, async ({ of }, { actor, now }) => {
  const refusal = can(actor, { action: 'makeFigures' });
  if (refusal) return refusal;
  const database = firestore();
  const made = of === 'figures' ? makeFiguresAgain(database, now) : makeCurrentSummary(database, of, now);
  return { at: (await made).at };
});
