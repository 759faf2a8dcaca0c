import { registrationAnswered, retiredAdded } from '../../domain/experts/registration.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { takenForms } from '../../store/collections/forms.ts';
import { settingsInForce } from '../../store/collections/settings.ts';
import { sayAvailability as say } from '../../store/experts/availability.ts';
import { actOnExpert } from '../../store/experts/expert-action.ts';
import { registerExpert as register, updateExpert as update } from '../../store/experts/experts.ts';
import { callable, publicCallable } from '../callable.ts';
import { firestore } from '../firebase.ts';
import { newId } from '../ids.ts';
import { registrationInput, registrationUpdateInput } from '../inputs.ts';
import { sayAvailabilityInput } from '../inputs-drafts.ts';
import { expertActionInput } from '../inputs-experts.ts';

/** What a registration is read with: the form, and the list of themes. */
async function inForce() {
  const [taken, { themes }] = await Promise.all([
    takenForms(firestore(), 'registration'),
    settingsInForce(firestore()),
  ]);
  return { taken, themes };
}

export const registerExpert = publicCallable<'registerExpert'>(registrationInput, async (sent, { now, from }) => {
  const { taken, themes } = await inForce();
  const answered = registrationAnswered(sent, { taken, themes });
  if (isRefusal(answered)) return answered;
  const retired = retiredAdded(sent, { had: [], themes });
  if (retired) return retired;
  const ids = { expertId: newId(), uid: newId(), eventId: newId() };
  return register(firestore(), { registration: { ...sent, ...answered }, ids, from, now });
});

export const updateExpert = callable<'updateExpert'>(registrationUpdateInput, async (sent, { actor, now }) => {
  const { taken, themes } = await inForce();
  const answered = registrationAnswered(sent, { taken, themes });
  if (isRefusal(answered)) return answered;
  return update(firestore(), { actor, update: { ...sent, ...answered }, themes, eventId: newId(), now });
});

export const expertAction = callable<'expertAction'>(expertActionInput, (input, { actor, now }) => {
  const { expertId, operationId, submittedAt, ...command } = input;
  return actOnExpert(firestore(), { actor, expertId, command, submittedAt, operationId, eventId: newId(), now });
});

export const sayAvailability = callable<'sayAvailability'>(sayAvailabilityInput, (input, { actor, now }) =>
  say(firestore(), { actor, ...input, eventId: newId(), now }),
);
