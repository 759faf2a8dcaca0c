import { can } from '../../domain/access/policy.ts';
import { importLaureates as importFile } from '../../store/laureates-import.ts';
import { callable } from '../callable.ts';
import { firestore } from '../firebase.ts';
import { newId } from '../ids.ts';
import { importInput } from '../inputs.ts';

export const importLaureates = callable<'importLaureates'>(importInput, async (input, { actor, now }) => {
  const refusal = can(actor, { action: 'importLaureates' });
  if (refusal) return refusal;
  const { report } = await importFile(firestore(), { ...input, by: actor.uid, now, newId });
  return report;
});
