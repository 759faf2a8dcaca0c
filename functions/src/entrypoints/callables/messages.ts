import { actOnMessages } from '../../store/messages/act.ts';
import { bucket } from '../bucket.ts';
import { callable } from '../callable.ts';
import { firestore } from '../firebase.ts';
import { newId } from '../ids.ts';
import { messageActionInput } from '../inputs-messages.ts';

/** Messages of a mission: written, taken back, read. */
export const messageAction = callable<'messageAction'>(messageActionInput, (input, { actor, now }) =>
  actOnMessages(firestore(), bucket(), { actor, input, messageId: newId(), now }),
);
