import { can } from '../../domain/access/policy.ts';
import { actOnNote } from '../../store/notes/notes.ts';
import { callable } from '../callable.ts';
import { firestore } from '../firebase.ts';
import { newId } from '../ids.ts';
import { noteActionInput } from '../inputs-notes.ts';

/** Staff's private notes and calls. */
export const noteAction = callable<'noteAction'>(
  noteActionInput,
  async ({ operationId, ...command }, { actor, now }) => {
    const refusal = can(actor, { action: 'keepNotes' });
    return refusal ?? actOnNote(firestore(), { actor, command, operationId, newId: newId(), now });
  },
);
