import { can } from '../../domain/access/policy.ts';
import { answerErrors, forms } from '../../domain/programme/forms.ts';
import { refuse } from '../../domain/refusal.ts';
import { registerExpert as register, reviewExpert as review } from '../../store/experts.ts';
import { callable, publicCallable } from '../callable.ts';
import { firestore } from '../firebase.ts';
import { newId } from '../ids.ts';
import { registrationInput, reviewInput } from '../inputs.ts';

export const registerExpert = publicCallable<'registerExpert'>(registrationInput, async (registration, { now, ip }) => {
  const errors = answerErrors(forms.registration, registration.answers);
  if (errors.length > 0) return refuse('answers-incomplete', errors.map(({ message }) => message).join(' '));
  if (!registration.declaresNoInterest) {
    return refuse(
      'declaration-missing',
      'Cochez la déclaration : les experts ne détiennent aucun intérêt dans une manufacture labellisée.',
    );
  }
  return register(firestore(), { registration, ids: { expertId: newId(), uid: newId(), eventId: newId() }, ip, now });
});

export const reviewExpert = callable<'reviewExpert'>(reviewInput, async (input, { actor, now }) => {
  const refusal = can(actor, { action: 'reviewExperts' });
  return refusal ?? review(firestore(), { ...input, actor, eventId: newId(), now });
});
