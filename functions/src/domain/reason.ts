import { type Refusal, refuse } from './refusal.ts';

/** In characters: of what somebody writes to say why. */
export const LONGEST_REASON = 2_000;

/** Why these words are no reason; null when they are. `missing`: what is said where there are none, null where none are asked for. */
export function reasonRefusal(reason: string, missing: string | null): Refusal | null {
  if (missing !== null && reason.trim() === '') return refuse('reason-missing', missing);
  return reason.length > LONGEST_REASON
    ? refuse('reason-too-long', `Votre explication dépasse ${LONGEST_REASON} caractères.`)
    : null;
}
