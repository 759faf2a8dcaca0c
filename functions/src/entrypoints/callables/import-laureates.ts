import { can } from '../../domain/access/policy.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { callable } from '../callable.ts';
import { firestore } from '../firebase.ts';
import { newId } from '../ids.ts';
import { importInput } from '../inputs.ts';

export const importLaureates = callable<'importLaureates'>(importInput, async (input, { actor, now }) => {
  const refusal = can(actor, { action: 'importLaureates' });
  if (refusal) return refusal;
  // Here only: reading a CSV file is for this function, and would make every other one slower to start.
  const store = await import('../../store/laureates/import.ts');
  const imported = await store.importLaureates(firestore(), {
    ...input,
    by: actor.uid,
    invitedBy: actor.name,
    now,
    newId,
  });
  return isRefusal(imported) ? imported : imported.report;
});
