import { type Refusal, refuse } from '@sur-mesure/functions/domain/refusal';

/** What the page says when the server's answer carries no sentence of its own: by status of the callable protocol. */
const byStatus: Record<string, Refusal> = {
  UNAUTHENTICATED: refuse(
    'signed_out',
    'Votre connexion a expiré. Votre texte est enregistré. Reconnectez-vous, puis réessayez.',
  ),
  PERMISSION_DENIED: refuse(
    'not_allowed',
    'Vous n’avez pas accès à cette action. Si c’est une erreur, écrivez à l’équipe du programme.',
  ),
  NOT_FOUND: refuse('not_found', 'Ce que vous cherchez n’existe pas ou n’est plus disponible.'),
  INVALID_ARGUMENT: refuse('invalid', 'Une réponse n’a pas la forme attendue. Vérifiez les champs, puis réessayez.'),
  ABORTED: refuse('changed_meanwhile', 'Quelqu’un vient de modifier cette page. Rechargez-la, puis réessayez.'),
  RESOURCE_EXHAUSTED: refuse('too_many', 'Trop d’essais en peu de temps. Attendez quelques minutes, puis réessayez.'),
  DEADLINE_EXCEEDED: refuse(
    'too_slow',
    'Le serveur met trop de temps à répondre. Votre texte est enregistré. Réessayez.',
  ),
  UNAVAILABLE: refuse(
    'unavailable',
    'Le service est indisponible pour un moment. Votre texte est enregistré. Réessayez dans quelques minutes.',
  ),
};

export const unexpected = refuse(
  'unexpected',
  'Une erreur est survenue de notre côté. Votre texte est enregistré. Réessayez dans quelques minutes.',
);

/** The request never got an answer. Whether the server did the work is unknown: repeating with the same `operationId` is safe. */
export const connectionLost = refuse(
  'connection_lost',
  'La connexion a été coupée. Votre texte est enregistré. Réessayez.',
);

/** The person or the page gave up waiting for an answer: a page that reads shows nothing, one that acts says that it does not know. */
export const abandoned = refuse(
  'abandoned',
  'Vous avez cessé d’attendre la réponse. L’envoi est peut-être déjà arrivé : rechargez la page pour le savoir. Votre texte est enregistré.',
);

/** Taken back while it waited for the network: it never left. */
export const takenBack = refuse('taken_back', 'Rien n’est parti. Votre texte est enregistré.');

/** Whether one must sign in again: the server no longer takes the session that the page holds. */
export function endsSession({ code }: Refusal): boolean {
  return code === 'session-ended' || code === 'not-signed-in' || code === 'signed_out';
}

const unknownOutcomes = new Set([
  ...['connection_lost', 'abandoned', 'unavailable', 'too_slow', 'unexpected'],
  // Of this press nothing left, but an earlier one of the same operation may have.
  'taken_back',
]);

/** Whether the server may have done the work without our knowing: asking again must then be the same operation. */
export function outcomeIsUnknown({ code }: Refusal): boolean {
  return unknownOutcomes.has(code);
}

function text(value: unknown, key: string): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const found: unknown = Reflect.get(value, key);
  return typeof found === 'string' && found !== '' ? found : undefined;
}

function part(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

/**
 * The refusal a page shows for an answer that is not a result. Only a domain refusal (one with `details.code`) has a sentence meant for people:
 * any other message is the platform's English and is replaced.
 */
export function refusalFrom(httpStatus: number, body: unknown): Refusal {
  const error = part(body, 'error');
  const message = text(error, 'message');
  const code = text(part(error, 'details'), 'code');
  if (code !== undefined && message !== undefined) return refuse(code, message);
  return byStatus[text(error, 'status') ?? statusOfHttp(httpStatus)] ?? unexpected;
}

/** An answer made by Hosting or a proxy is HTML: only its number says something. */
function statusOfHttp(httpStatus: number): string {
  if (httpStatus === 429) return 'RESOURCE_EXHAUSTED';
  if (httpStatus === 504) return 'DEADLINE_EXCEEDED';
  return httpStatus === 502 || httpStatus === 503 ? 'UNAVAILABLE' : 'INTERNAL';
}
