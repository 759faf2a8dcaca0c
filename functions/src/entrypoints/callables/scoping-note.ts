import { can } from '../../domain/access/policy.ts';
import { handInScopingNote as handIn } from '../../store/laureates/scoping-notes.ts';
import { callable } from '../callable.ts';
import { firestore } from '../firebase.ts';
import { scopingNoteInput } from '../inputs.ts';

export const handInScopingNote = callable<'handInScopingNote'>(scopingNoteInput, async (input, { actor, now }) => {
  const refusal = can(actor, { action: 'handInScopingNote', laureateId: input.laureateId });
  return refusal ?? handIn(firestore(), { actor, input, now });
});
