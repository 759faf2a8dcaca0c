import { logger } from 'firebase-functions';
import {
  type CallableOptions,
  type CallableRequest,
  type FunctionsErrorCode,
  HttpsError,
  onCall,
} from 'firebase-functions/https';
import type { z } from 'zod';
import { signInFirst } from '../domain/access/policy.ts';
import type { Actor, SignedInActor } from '../domain/actor.ts';
import type { ApiContract, ApiName } from '../domain/api.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import { brokenLedger } from '../domain/subsidy/ledger-fault.ts';
import { actorOf, type SignIn } from '../store/people/actor.ts';
import { SIGN_IN_CLAIM, signInRequest } from '../store/proofs/circumstances.ts';
import type { Caller } from '../store/sign-in/sign-in.ts';
import { callerOf } from './caller.ts';
import { firestore } from './firebase.ts';

/** What a handler is given: the clock and the actor enter here and nowhere else. */
export interface Call<Who> {
  readonly actor: Who;
  readonly now: number;
  readonly from: Caller;
}

/** A call at the door: nobody's account was read. */
export interface DoorCall {
  /** Of the token, when one is sent: whose session the page holds, whether or not it still opens anything. */
  readonly signedInUid: string | null;
  readonly now: number;
  readonly from: Caller;
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

/** The largest body of a call: texts only, files go to Storage. */
const LARGEST_INPUT = 3_000_000;

/** A callable open to anyone: a living account when a token is sent, then the size and shape of the input, then the handler. */
export function publicCallable<Name extends ApiName>(
  schema: z.ZodType<Input<Name>>,
  handler: Handler<Name, Actor>,
  options: CallableOptions = {},
) {
  return onCall(options, async (request: CallableRequest<unknown>) =>
    answer(async (now) => {
      const actor = await actorOf(firestore(), signInOf(request), now);
      if (isRefusal(actor)) return actor;
      const input = inputOf(request, schema);
      return isRefusal(input) ? input : handler(input.value, { actor, now, from: fromOf(request) });
    }),
  );
}

/** A callable for whoever comes, of the sign-in above all: an ended session, which the page may still send, must not keep its owner outside. */
export function doorCallable<Name extends ApiName>(
  schema: z.ZodType<Input<Name>>,
  handler: (input: Input<Name>, call: DoorCall) => Promise<Output<Name> | Refusal>,
) {
  return onCall(async (request: CallableRequest<unknown>) =>
    answer(async (now) => {
      const input = inputOf(request, schema);
      const signedInUid = request.auth?.uid ?? null;
      return isRefusal(input) ? input : handler(input.value, { signedInUid, now, from: fromOf(request) });
    }),
  );
}

/** A callable for people with a living account. Nobody else is answered anything but a refusal: of the input if it has no shape, else of them. */
export function callable<Name extends ApiName>(
  schema: z.ZodType<Input<Name>>,
  handler: Handler<Name, SignedInActor>,
  options: CallableOptions = {},
) {
  const signedIn: Handler<Name, Actor> = async (input, call) => {
    const { actor } = call;
    return actor.kind === 'anonymous' ? signInFirst : handler(input, { ...call, actor });
  };
  return publicCallable<Name>(schema, signedIn, options);
}

async function answer<Result>(decide: (now: number) => Promise<Result | Refusal>): Promise<Result> {
  const result = await decide(Date.now()).catch((error: unknown) => {
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

/** The input, if it has the size and shape of one. */
function inputOf<Value>(request: CallableRequest<unknown>, schema: z.ZodType<Value>): { value: Value } | Refusal {
  // As it came: a body sent in pieces has no length to declare.
  if (request.rawRequest.rawBody.byteLength > LARGEST_INPUT) return invalid;
  const parsed = schema.safeParse(request.data);
  return parsed.success ? { value: parsed.data } : invalid;
}

function signInOf({ auth }: CallableRequest<unknown>): SignIn | null {
  if (!auth) return null;
  return { uid: auth.uid, signedInAt: auth.token.auth_time * 1_000, request: signInRequest(auth.token[SIGN_IN_CLAIM]) };
}

function fromOf({ rawRequest }: CallableRequest<unknown>): Caller {
  return callerOf(rawRequest.headers, rawRequest.socket.remoteAddress);
}

/** The status of each refusal, as HTTP and the client of Firebase know it. Any other is one that the state of things explains. */
const statuses: ReadonlyMap<string, FunctionsErrorCode> = new Map([
  ...answeredAs('invalid-argument', 'invalid-input'),
  ...answeredAs('unauthenticated', 'not-signed-in', 'account-unknown', 'account-inactive', 'session-ended'),
  ...answeredAs(
    'permission-denied',
    ...['not-yours', 'staff-only', 'no-grant', 'grant-ended', 'signatory-only', 'contact-only'],
    ...['not-your-turn', 'not-your-piece', 'not-your-file', 'not-your-link', 'not-your-note'],
    ...['not-your-message', 'not-your-adjustment', 'four-eyes'],
  ),
  ...answeredAs(
    'resource-exhausted',
    ...['too-many-choices', 'too-many-comparisons', 'too-many-links', 'too-many-invitations'],
    ...['too-many-uploads', 'too-many-messages', 'too-many-statements', 'too-many-documents'],
    ...['too-many-archives', 'too-many-saves', 'too-many-updates'],
  ),
  ...answeredAs('aborted', 'busy'),
]);

function answeredAs(status: FunctionsErrorCode, ...codes: string[]) {
  return codes.map((code) => [code, status] as const);
}

function statusOf(code: string): FunctionsErrorCode {
  return statuses.get(code) ?? 'failed-precondition';
}
