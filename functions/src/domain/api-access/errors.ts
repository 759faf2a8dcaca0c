import { HOUR, type Instant, MINUTE } from '../calendar.ts';
import { type Refusal, refuse } from '../refusal.ts';

/** Every answer of the data API that is not what was asked: its stable code, its HTTP status, and its sentence. */
export const apiErrors = {
  'parameter-invalid': {
    status: 400,
    message: 'Seuls « apres » et « nombre » se demandent ici, chacun une fois et dans sa forme.',
  },
  'token-missing': {
    status: 401,
    message:
      'Cette adresse se lit avec un jeton, dans l’en-tête « Authorization », après le mot « Bearer », jamais dans l’adresse.',
  },
  'token-unknown': { status: 401, message: 'Ce jeton n’existe pas.' },
  'token-revoked': { status: 401, message: 'Ce jeton a été révoqué.' },
  'token-expired': { status: 401, message: 'Ce jeton a expiré : l’équipe du programme peut en créer un autre.' },
  'token-orphaned': {
    status: 401,
    message: 'La personne qui a créé ce jeton n’est plus dans l’équipe du programme : il ne sert plus.',
  },
  'scope-missing': { status: 403, message: 'Ce jeton ne permet pas de lire ces données.' },
  'address-unknown': { status: 404, message: 'Il n’y a rien à cette adresse.' },
  'method-refused': { status: 405, message: 'Cette adresse ne fait que se lire.' },
  'too-many-requests': {
    status: 429,
    message: 'Trop de demandes avec ce jeton : l’en-tête « Retry-After » dit dans combien de secondes réessayer.',
  },
  internal: { status: 500, message: 'Une erreur est survenue de notre côté. Réessayez plus tard.' },
} as const satisfies Record<string, { status: number; message: string }>;
export type ApiErrorCode = keyof typeof apiErrors;

export const apiErrorCodes = Object.keys(apiErrors).filter(isApiErrorCode);

/** Whether a code is one of the table: any other is answered as `internal`. */
export function isApiErrorCode(code: string): code is ApiErrorCode {
  return Object.hasOwn(apiErrors, code);
}

/** The refusal of that code, with the sentence of the table. */
export function apiRefusal(code: ApiErrorCode): Refusal {
  return refuse(code, apiErrors[code].message);
}

export interface TooManyRequests extends Refusal {
  readonly retryAfterSeconds: number;
}

/** Until the window that is full starts again: of the minute, or of the day. Never sooner than in a second. */
export function tooManyRequests(until: Instant, now: Instant): TooManyRequests {
  const wait = Math.max(1_000, until - now);
  const message = `Trop de demandes avec ce jeton : réessayez dans ${waitWords(wait)}.`;
  return { ...refuse('too-many-requests', message), retryAfterSeconds: Math.ceil(wait / 1_000) };
}

function waitWords(wait: number): string {
  const minutes = Math.ceil(wait / MINUTE);
  if (minutes === 1) return 'une minute';
  return minutes <= 60 ? `${minutes} minutes` : `${Math.ceil(wait / HOUR)} heures`;
}
