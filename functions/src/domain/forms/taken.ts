import { type Refusal, refuse } from '../refusal.ts';
import type { Form } from './form.ts';

/** The forms that answers are taken in. */
export interface TakenForms {
  readonly inForce: Form;
  /** The one it took the place of: whoever had it open when staff published the next loses nothing. Null while staff published none. */
  readonly before: Form | null;
}

const outdated = refuse(
  'form-outdated',
  'Ce formulaire a changé depuis que vous l’avez ouvert. Rien n’est envoyé ; ce que vous avez écrit est gardé sur cet appareil : rechargez la page, vos réponses y seront reprises.',
);

/** The form that was answered, if it is still taken. Pages that name no version show the one in force. */
export function formAnswered({ inForce, before }: TakenForms, version: number | undefined): Form | Refusal {
  if (version === undefined || version === inForce.version) return inForce;
  return before?.version === version ? before : outdated;
}

/** What whoever answered the version before is told, with the rest of what was done. */
export const takenAsBefore =
  'Le formulaire avait changé entre-temps : vos réponses sont gardées avec les questions que vous avez lues.';
