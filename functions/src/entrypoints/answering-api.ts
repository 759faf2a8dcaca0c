import type { Firestore } from 'firebase-admin/firestore';
import {
  type ApiErrorCode,
  apiErrors,
  apiRefusal,
  isApiErrorCode,
  type TooManyRequests,
} from '../domain/api-access/errors.ts';
import type { Json } from '../domain/api-access/fields.ts';
import { openApi } from '../domain/api-access/openapi.ts';
import { type ApiAnswer, apiPageAsked } from '../domain/api-access/pages.ts';
import { API_DESCRIPTION, scopeAt } from '../domain/api-access/scopes.ts';
import { bearerToken } from '../domain/api-access/tokens.ts';
import type { Instant } from '../domain/calendar.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { apiDoor } from '../store/api-access/door.ts';
import { readApi } from '../store/api-access/reading.ts';
import { pageHeaders } from './page-headers.ts';

/** What a program asks for. */
export interface ApiRequest {
  readonly method: string;
  readonly path: string;
  readonly parameters: URLSearchParams;
  readonly authorization: string | undefined;
}

export interface ApiResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

interface Place {
  readonly firestore: Firestore;
  /** Of the site, without a final slash. */
  readonly origin: string;
  readonly now: Instant;
}

/** For one token alone: no cache keeps it, and no page of another site reads it, since nothing here allows one. */
const sent = {
  ...pageHeaders,
  'Content-Type': 'application/json; charset=utf-8',
  'Cache-Control': 'private, no-store',
  Vary: 'Authorization',
} as const;
const kept = { ...sent, 'Cache-Control': 'public, max-age=300, s-maxage=3600' } as const;

const besides: Partial<Record<ApiErrorCode, Readonly<Record<string, string>>>> = {
  'method-refused': { Allow: 'GET, HEAD' },
};

/** The data API, asked for over HTTP: the description, for anybody, or a page of what a token reads. */
export async function answerApi(request: ApiRequest, place: Place): Promise<ApiResponse> {
  const { method, path } = request;
  if (method !== 'GET' && method !== 'HEAD') return refused(apiRefusal('method-refused'));
  if (path === API_DESCRIPTION) return { status: 200, headers: kept, body: JSON.stringify(openApi(place.origin)) };
  const answer = await dataFor(request, place);
  return isRefusal(answer) ? refused(answer) : { status: 200, headers: sent, body: JSON.stringify(answer) };
}

/** The door before the parameters: who has no key learns nothing of what they may be. */
async function dataFor(
  { path, parameters, authorization }: ApiRequest,
  place: Place,
): Promise<ApiAnswer | Refusal | TooManyRequests> {
  const { firestore, now } = place;
  const scope = scopeAt(path);
  if (scope === undefined) return apiRefusal('address-unknown');
  const token = bearerToken(authorization);
  if (token === null) return apiRefusal('token-missing');
  const refusal = await apiDoor(firestore, { token, scope, now });
  if (refusal) return refusal;
  const page = apiPageAsked(parameters);
  return isRefusal(page) ? page : readApi(firestore, scope, { page, now });
}

/** As JSON; what nobody foresaw, too. */
export function refused(refusal: Refusal | TooManyRequests): ApiResponse {
  const { code, message } = refusal;
  const known: ApiErrorCode = isApiErrorCode(code) ? code : 'internal';
  const { status } = apiErrors[known];
  const challenge = status === 401 ? { 'WWW-Authenticate': 'Bearer realm="donnees"' } : {};
  const later = 'retryAfterSeconds' in refusal ? { 'Retry-After': `${refusal.retryAfterSeconds}` } : {};
  const body: Json = { erreur: { code: known, message } };
  return { status, headers: { ...sent, ...besides[known], ...challenge, ...later }, body: JSON.stringify(body) };
}
