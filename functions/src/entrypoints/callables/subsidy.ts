import { can } from '../../domain/access/policy.ts';
import { refuse } from '../../domain/refusal.ts';
import { programmeSentence, reconciliationSentence } from '../../domain/subsidy/reconciliation.ts';
import { reconcileLaureate, reconcileProgramme } from '../../store/laureates/reconciling.ts';
import { actOnSubsidy } from '../../store/laureates/subsidy.ts';
import { callable } from '../callable.ts';
import { firestore } from '../firebase.ts';
import { subsidyActionInput } from '../inputs-subsidy.ts';

const unknownLaureate = refuse('laureate-unknown', 'Ce lauréat n’est pas enregistré. Rechargez la page.');

/** What staff do to a subsidy outside of missions: `domain/subsidy/actions.ts` decides. */
export const subsidyAction = callable<'subsidyAction'>(subsidyActionInput, async (input, { actor, now }) => {
  const refusal = can(actor, { action: 'manageSubsidies' });
  if (refusal) return refusal;
  if (input.action !== 'reconcile') {
    const { operationId, laureateId, ...command } = input;
    return actOnSubsidy(firestore(), { actor, operationId, laureateId, command, now });
  }
  const asked = { byName: actor.name, now };
  if (input.laureateId === null) {
    const found = await reconcileProgramme(firestore(), asked);
    const done = programmeSentence(found);
    if (found.first === null) return { done };
    const { laureateId, laureateName } = found.first;
    return { done, differs: { laureateId, laureateName } };
  }
  const found = await reconcileLaureate(firestore(), { ...asked, laureateId: input.laureateId });
  return found === null ? unknownLaureate : { done: reconciliationSentence(found) };
});
