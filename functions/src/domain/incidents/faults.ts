import { HOUR, type Instant } from '../calendar.ts';

/** What an error means for what was being done. */
export interface Fault {
  /** Short, ours or a library's, never a message: messages quote what people wrote. */
  readonly code: string;
  /** True when trying again later may do: the platform then does. */
  readonly passing: boolean;
}

/** The errors that pass by themselves. All others last until somebody mends something: a document, a right, our code. */
const passing: Readonly<Record<string, string>> = {
  // gRPC's numbers, as Firestore gives them.
  1: 'cancelled',
  2: 'unknown',
  4: 'deadline-exceeded',
  8: 'resource-exhausted',
  10: 'aborted',
  13: 'internal',
  14: 'unavailable',
  16: 'unauthenticated',
  // HTTP's, as Storage gives them.
  408: 'request-timeout',
  429: 'too-many-requests',
  500: 'server-error',
  502: 'bad-gateway',
  503: 'service-unavailable',
  504: 'gateway-timeout',
  // The network's.
  EAI_AGAIN: 'name-not-resolved',
  ECONNREFUSED: 'connection-refused',
  ECONNRESET: 'connection-reset',
  ENOTFOUND: 'name-not-found',
  EPIPE: 'connection-broken',
  ETIMEDOUT: 'timed-out',
};

/** An event is tried again for a day; after six hours it tells of a world that has moved on, and somebody must look. */
const OLDEST_EVENT = 6 * HOUR;
export const tooOld: Fault = { code: 'event-too-old', passing: false };

/** Whether so much may have changed since an event that nothing is done of it before somebody looks. */
export function isTooOld(happenedAt: Instant, now: Instant): boolean {
  return now - happenedAt > OLDEST_EVENT;
}

/** What a failure is known by, and whether it may pass by itself. What is not known does not pass. */
export function faultOf(error: unknown): Fault {
  const code = codeOf(error);
  const known = passing[code];
  return known === undefined ? { code, passing: false } : { code: known, passing: true };
}

const CODE = /^[\w./-]{1,60}$/;

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'not-an-error';
  const code = 'code' in error && error.code !== undefined ? String(error.code) : '';
  if (CODE.test(code)) return code;
  return CODE.test(error.name) ? error.name : 'Error';
}
