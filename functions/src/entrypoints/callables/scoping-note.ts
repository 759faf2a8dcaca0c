import { can } from '../../domain/access/policy.ts';
import { actOnScopingNote } from '../../store/laureates/scoping-note-actions.ts';
import { handInScopingNote as handIn } from '../../store/laureates/scoping-notes.ts';
import { callable } from '../callable.ts';
import { firestore } from '../firebase.ts';
import { newId } from '../ids.ts';
import { scopingNoteActionInput, scopingNoteInput } from '../inputs-scoping-notes.ts';

export const handInScopingNote = callable<'handInScopingNote'>(scopingNoteInput, async (input, { actor, now }) => {
  const refusal = can(actor, { action: 'handInScopingNote', laureateId: input.laureateId });
  return refusal ?? handIn(firestore(), { actor, input, now });
});

export const scopingNoteAction = callable<'scopingNoteAction'>(scopingNoteActionInput, (input, { actor, now }) =>
  actOnScopingNote(firestore(), { actor, input, newId: newId(), now }),
);
