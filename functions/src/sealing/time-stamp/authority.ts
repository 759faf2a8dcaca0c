import type { X509Certificate } from 'node:crypto';
import { MalformedAsn1 } from '../asn1.ts';
import { notStamped, type TimeStampFailure } from './failures.ts';
import { readResponse, timeStampRequest } from './messages.ts';
import { checkTimeStamp, type TimeStamp } from './token.ts';

export interface TimeStampAuthority {
  /** Never throws: a failure is an answer, to be shown and tried again. `nonce`: drawn by the caller, positive, never twice the same. */
  stamp(sha256: Uint8Array, nonce: bigint): Promise<TimeStamp | TimeStampFailure>;
}

interface AuthoritySettings {
  readonly url: string;
  /** Certificates that are relied on: the authority's own or those that issued it. */
  readonly known: readonly X509Certificate[];
  /** Longest wait for the whole answer, in milliseconds. */
  readonly timeoutMs: number;
}

/** A token with its certificates takes some kB. */
const longestAnswer = 100_000;

/** A time-stamp authority over HTTP (RFC 3161, 3.4). What comes back is checked before it is believed: TLS would say less. */
export function timeStampAuthority({ url, known, timeoutMs }: AuthoritySettings): TimeStampAuthority {
  return {
    async stamp(sha256, nonce) {
      const answer = await asked(url, timeStampRequest(sha256, nonce), timeoutMs);
      if (!(answer instanceof Uint8Array)) return answer;
      try {
        const response = readResponse(answer);
        if (response.granted) return checkTimeStamp(response.token, { sha256, nonce, known });
        return notStamped(response.later ? 'troubled' : 'refused', response.said);
      } catch (error) {
        if (error instanceof MalformedAsn1) return notStamped('unreadable', error.message);
        throw error;
      }
    },
  };
}

async function asked(url: string, request: Uint8Array, timeoutMs: number): Promise<Uint8Array | TimeStampFailure> {
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const headers = { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' };
    // The body is a copy: Node's types want memory that no other thread shares.
    const body = Uint8Array.from(request);
    const response = await fetch(url, { method: 'POST', headers, body, redirect: 'error', signal });
    if (!response.ok) return httpFailure(response.status);
    return (await readBody(response)) ?? notStamped('unreadable', 'longer than any time-stamp');
  } catch (error) {
    const detail = error instanceof Error ? error.name : '';
    return signal.aborted ? notStamped('silent', detail) : notStamped('unreachable', detail);
  }
}

/** 408 and 429 ask to come back, as all 5xx do; the others say that the request, its address or its account is wrong. */
function httpFailure(status: number): TimeStampFailure {
  const passes = status >= 500 || status === 408 || status === 429;
  return notStamped(passes ? 'troubled' : 'refused', `HTTP ${status}`);
}

/** Null beyond what a time-stamp can be: nothing is kept of an endless answer. */
async function readBody(response: Response): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of response.body ?? []) {
    length += part.length;
    if (length > longestAnswer) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}
