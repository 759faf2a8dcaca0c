import { logger } from 'firebase-functions';
import { type CallableRequest, HttpsError, onCall } from 'firebase-functions/https';
import type { z } from 'zod';
import type { Actor, SignedInActor } from '../domain/actor.ts';
import type { ApiContract, ApiName } from '../domain/api.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import { brokenLedger } from '../domain/subsidy/ledger.ts';
import { actorOf } from '../store/people.ts';
import { firestore } from './firebase.ts';

/** What a handler is given: the clock and the actor enter here and nowhere else. */
export interface Call<Who> {
  readonly actor: Who;
  readonly now: number;
  readonly ip: string;
}

type Input<Name extends ApiName> = ApiContract[Name]['input'];
type Output<Name extends ApiName> = ApiContract[Name]['output'];
type Handler<Name extends ApiName, Who> = (input: Input<Name>, call: Call<Who>) => Promise<Output<Name> | Refusal>;

/** Also for what no shape can say. */
export const invalid = refuse(
  'invalid-input',
  'La demande n’a pas la forme attendue. Rien n’a été changé : rechargez la page et recommencez.',
);
// What failed may have been written before: « rien n’a été changé » could be false.
const failed = refuse(
  'internal',
  'Nous ne savons pas si votre demande est enregistrée : réessayez, rien ne sera fait deux fois.',
);
const signInFirst = refuse('not-signed-in', 'Connectez-vous d’abord : un lien vous est envoyé par mail.');

/** The largest body of a call: texts only, files go to Storage. */
const LARGEST_INPUT = 3_000_000;

/** A callable open to anyone: a living account when a token is sent, then the size and shape of the input, then the handler. */
export function publicCallable<Name extends ApiName>(schema: z.ZodType<Input<Name>>, handler: Handler<Name, Actor>) {
  return onCall(async (request: CallableRequest<unknown>) => answer(request, schema, handler));
}

/** A callable for people with a living account. Nobody else is answered anything but a refusal: of the input if it has no shape, else of them. */
export function callable<Name extends ApiName>(schema: z.ZodType<Input<Name>>, handler: Handler<Name, SignedInActor>) {
  return publicCallable<Name>(schema, async (input, call) => {
    const { actor } = call;
    return actor.kind === 'anonymous' ? signInFirst : handler(input, { ...call, actor });
  });
}

async function answer<Value, Result>(
  request: CallableRequest<unknown>,
  schema: z.ZodType<Value>,
  handler: (input: Value, call: Call<Actor>) => Promise<Result | Refusal>,
): Promise<Result> {
  const now = Date.now();
  const result = await decided(request, schema, handler, now).catch((error: unknown) => {
    // Only what nobody foresaw reaches the logs as an error, without any of the caller's words.
    logger.error('callable failed', {
      name: error instanceof Error ? error.name : 'unknown',
      stack: error instanceof Error ? error.stack : null,
    });
    throw new HttpsError('internal', failed.message, { code: failed.code });
  });
  if (!isRefusal(result)) return result;
  // The one refusal that is a fault of ours: somebody must look, whether or not the caller calls.
  if (result.code === brokenLedger.code) logger.error('a ledger does not hold', { code: result.code });
  throw new HttpsError(statusOf(result.code), result.message, { code: result.code });
}

async function decided<Value, Result>(
  request: CallableRequest<unknown>,
  schema: z.ZodType<Value>,
  handler: (input: Value, call: Call<Actor>) => Promise<Result | Refusal>,
  now: number,
): Promise<Result | Refusal> {
  const signIn = request.auth ? { uid: request.auth.uid, signedInAt: request.auth.token.auth_time * 1_000 } : null;
  const actor = await actorOf(firestore(), signIn, now);
  if (isRefusal(actor)) return actor;
  if (Number(request.rawRequest.headers['content-length'] ?? 0) > LARGEST_INPUT) return invalid;
  const parsed = schema.safeParse(request.data);
  if (!parsed.success) return invalid;
  return handler(parsed.data, { actor, now, ip: request.rawRequest.ip ?? 'unknown' });
}

function statusOf(code: string) {
  switch (code) {
    case 'invalid-input':
      return 'invalid-argument';
    case 'not-signed-in':
    case 'account-unknown':
    case 'account-inactive':
    case 'session-ended':
      return 'unauthenticated';
    case 'not-yours':
    case 'staff-only':
    case 'no-grant':
    case 'grant-ended':
    case 'signatory-only':
    case 'not-your-turn':
    case 'not-your-piece':
      return 'permission-denied';
    case 'too-many-links':
      return 'resource-exhausted';
    case 'busy':
      return 'aborted';
    default:
      return 'failed-precondition';
  }
}
