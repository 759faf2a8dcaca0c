import { registrationRefusal } from '../../domain/experts/registration.ts';
import { actOnExpert } from '../../store/experts/expert-action.ts';
import { registerExpert as register, updateExpert as update } from '../../store/experts/experts.ts';
import { callable, publicCallable } from '../callable.ts';
import { firestore } from '../firebase.ts';
import { newId } from '../ids.ts';
import { registrationInput, registrationUpdateInput } from '../inputs.ts';
import { expertActionInput } from '../inputs-experts.ts';

export const registerExpert = publicCallable<'registerExpert'>(
  registrationInput,
  async (registration, { now, from }) => {
    const refusal = registrationRefusal(registration);
    const ids = { expertId: newId(), uid: newId(), eventId: newId() };
    return refusal ?? register(firestore(), { registration, ids, from, now });
  },
);

export const updateExpert = callable<'updateExpert'>(registrationUpdateInput, async (sent, { actor, now }) => {
  const refusal = registrationRefusal(sent);
  return refusal ?? update(firestore(), { actor, update: sent, eventId: newId(), now });
});

export const expertAction = callable<'expertAction'>(expertActionInput, (input, { actor, now }) => {
  const { expertId, operationId, submittedAt, ...command } = input;
  return actOnExpert(firestore(), { actor, expertId, command, submittedAt, operationId, eventId: newId(), now });
});
