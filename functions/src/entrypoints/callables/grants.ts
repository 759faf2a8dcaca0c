import { can } from '../../domain/access/policy.ts';
import { actOnGrant } from '../../store/people/grants.ts';
import { bucket } from '../bucket.ts';
import { callable } from '../callable.ts';
import { firestore } from '../firebase.ts';
import { newId } from '../ids.ts';
import { grantActionInput } from '../inputs.ts';

/** Staff cut, restore or extend one person's access to one dossier. */
export const grantAction = callable<'grantAction'>(grantActionInput, async (input, { actor, now }) => {
  const refusal = can(actor, { action: 'manageGrants' });
  return refusal ?? actOnGrant(firestore(), bucket(), { actor, input, lineId: newId(), now });
});
