import { can } from '../../domain/access/policy.ts';
import { registrationRefusal } from '../../domain/experts/registration.ts';
import {
  registerExpert as register,
  reviewExpert as review,
  updateExpert as update,
} from '../../store/experts/experts.ts';
import { callable, publicCallable } from '../callable.ts';
import { firestore } from '../firebase.ts';
import { newId } from '../ids.ts';
import { registrationInput, registrationUpdateInput, reviewInput } from '../inputs.ts';

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

export const reviewExpert = callable<'reviewExpert'>(reviewInput, async (input, { actor, now }) => {
  const refusal = can(actor, { action: 'reviewExperts' });
  return refusal ?? review(firestore(), { ...input, actor, eventId: newId(), now });
});
