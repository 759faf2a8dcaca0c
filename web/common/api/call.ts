import type { Author } from '@sur-mesure/functions/domain/actor';
import type { ApiContract, ApiName } from '@sur-mesure/functions/domain/api';
import { isRefusal, type Refusal } from '@sur-mesure/functions/domain/refusal';
import type { View, ViewRequest, Views } from '@sur-mesure/functions/domain/views';
import { tellDates } from '../calendar-file/programme-dates.ts';
import { isCut, whenBack } from '../network/network.ts';
import { tellWord } from '../team-word/team-word.ts';
import { tellThemes } from '../themes/themes.ts';
import { tellUnreached } from '../unreached/unreached.ts';
import { abandoned, connectionLost, refusalFrom, takenBack, unexpected } from './refusals.ts';

/** Who the calls are made by. Public pages never set it, and so never load the sign-in code. */
let bearer: () => Promise<string | undefined> = async () => undefined;
/** Told who read each view, by the name of today. */
let tellReader: (reader: Author) => void = () => undefined;

export function authorizeCallsWith(
  idToken: () => Promise<string | undefined>,
  heard: (reader: Author) => void = () => undefined,
): void {
  bearer = idToken;
  tellReader = heard;
}

/** What a call that waits for the network knows of itself: that it never left, or that it may have arrived before the cut. */
export type NetworkWait = 'unsent' | 'unknown';

export interface CallOptions {
  readonly signal?: AbortSignal;
  /** Told when the call begins to wait for the network, and with undefined when it waits no more. */
  readonly onWait?: (wait: NetworkWait | undefined) => void;
}

/** One id per intention of the person, kept over retries: the server answers a repeated call with its first answer. */
export function newOperationId(): string {
  return crypto.randomUUID();
}

/**
 * Calls a function of the programme through Hosting (`/api/…`, the callable protocol) and gives its result, or the refusal to show.
 * A lost connection is a refusal like another: expected on the networks our people have. What carries an `operationId` waits for the network to
 * come back, and leaves by itself; the rest is refused at once, and asked for again by a press.
 */
export function call<Name extends ApiName>(
  name: Name,
  input: ApiContract[Name]['input'],
  options: CallOptions = {},
): Promise<ApiContract[Name]['output'] | Refusal> {
  return attempt(name, input, options, 'unsent');
}

async function attempt<Name extends ApiName>(
  name: Name,
  input: ApiContract[Name]['input'],
  options: CallOptions,
  known: NetworkWait,
): Promise<ApiContract[Name]['output'] | Refusal> {
  const { signal } = options;
  const mayRepeat = 'operationId' in input;
  if (mayRepeat && isCut() && !(await waited(options, known))) return notSent(signal, known);
  try {
    return await send(name, input, signal);
  } catch {
    // Cut on the way: whether it arrived is unknown, and the same operation asked again gives its first answer.
    if (!mayRepeat || !isCut() || signal?.aborted === true) return notSent(signal, 'unknown');
    return attempt(name, input, options, 'unknown');
  }
}

async function waited({ signal, onWait }: CallOptions, known: NetworkWait): Promise<boolean> {
  onWait?.(known);
  const back = await whenBack(signal);
  onWait?.(undefined);
  return back && signal?.aborted !== true;
}

function notSent(signal: AbortSignal | undefined, known: NetworkWait): Refusal {
  if (signal?.aborted !== true) return connectionLost;
  return known === 'unsent' ? takenBack : abandoned;
}

/** @throws TypeError when the network is cut */
async function send<Name extends ApiName>(
  name: Name,
  input: ApiContract[Name]['input'],
  signal: AbortSignal | undefined,
): Promise<ApiContract[Name]['output'] | Refusal> {
  const token = await bearer();
  const response = await fetch(`/api/${name}`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ data: input }),
    ...(signal === undefined ? {} : { signal }),
  });
  const body: unknown = await response.json().catch(() => undefined);
  return isResult<Name>(response.ok, body) ? body.result : refusalFrom(response.status, body);
}

/** The one place where an answer gets its type: both sides compile against the same contract, and the server validates what it sends. */
function isResult<Name extends ApiName>(
  accepted: boolean,
  body: unknown,
): body is { readonly result: ApiContract[Name]['output'] } {
  return accepted && typeof body === 'object' && body !== null && 'result' in body;
}

/** Everything a page shows, in one request (see `Views`), or the refusal to show instead. */
export async function view<Name extends keyof Views>(
  request: Extract<ViewRequest, { readonly name: Name }>,
  options: CallOptions = {},
): Promise<Extract<View, { readonly name: Name }> | Refusal> {
  const answer = await call('view', request, options);
  if (isRefusal(answer)) return answer;
  if (answer.readBy !== undefined) tellReader(answer.readBy);
  tellUnreached(answer.unreached);
  tellThemes(answer.themes);
  tellWord(answer.word);
  tellDates(answer.dates);
  return isNamed(answer, request.name) ? answer : unexpected;
}

function isNamed<Name extends keyof Views>(answer: View, name: Name): answer is Extract<View, { readonly name: Name }> {
  return answer.name === name;
}
