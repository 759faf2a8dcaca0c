import { HOUR } from '../../domain/calendar.ts';
import { refuse } from '../../domain/refusal.ts';
import {
  forgetKeptRegistration,
  mailKeptRegistration,
  readKeptRegistration,
  saveKeptRegistration,
} from '../../store/experts/kept-registrations.ts';
import { workOnDraft } from '../../store/experts/work-drafts.ts';
import { withinLimit } from '../../store/rate-limits.ts';
import { callable, doorCallable } from '../callable.ts';
import { origin } from '../environment.ts';
import { firestore } from '../firebase.ts';
import { newId } from '../ids.ts';
import { keepRegistrationInput, previewWorkInput, workDraftInput } from '../inputs-drafts.ts';

/** Of whoever has no account yet. */
export const keepRegistration = doorCallable<'keepRegistration'>(
  keepRegistrationInput,
  async (input, { now, from }) => {
    switch (input.action) {
      case 'mail':
        return mailKeptRegistration(firestore(), { ...input, id: newId(), from, now });
      case 'save':
        return saveKeptRegistration(firestore(), { ...input, from, now });
      case 'forget':
        return forgetKeptRegistration(firestore(), { ...input, from, now });
      default:
        return readKeptRegistration(firestore(), { ...input, from, now });
    }
  },
);

export const workDraft = callable<'workDraft'>(workDraftInput, (input, { actor, now }) =>
  workOnDraft(firestore(), { actor, input, now }),
);

const previews = { name: 'work-preview', most: 120, windowMs: HOUR } as const;
const tooManyPreviews = refuse(
  'too-many-documents',
  'Vous avez regardé l’aperçu un très grand nombre de fois en une heure : réessayez plus tard. Votre texte est gardé.',
);

/** The engine is loaded here alone. */
export const previewWork = callable<'previewWork'>(previewWorkInput, async (input, { actor, now }) => {
  if (!(await withinLimit(firestore(), previews, actor.uid, now))) return tooManyPreviews;
  const { previewWork: preview } = await import('../preview-work.ts');
  return preview(firestore(), { actor, input, origin: origin.value(), now });
});
