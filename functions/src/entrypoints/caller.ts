import type { IncomingHttpHeaders } from 'node:http';
import type { Caller } from '../store/sign-in/sign-in.ts';

/**
 * Where a call came from, for limits and for what is kept of a decision.
 *
 * `relay` is the last element of `X-Forwarded-For`: Google's front end appends the address that reached it, so nobody can choose it. Every
 * element before it is the caller's to write, the first one included; believing that one let each request choose a bucket of its own.
 * Through Hosting the relay is a server of its CDN, which many people share; the browser's address is then in `Fastly-Client-IP`. Who calls a
 * function directly, past Hosting, can write that header too: hence two limits, a narrow one on `address` and a wide one on `relay`, which
 * bounds what forging gains. Without a CDN (a direct call, the emulators) both are the same.
 */
export function callerOf(headers: IncomingHttpHeaders, socketAddress: string | undefined): Caller {
  const relay = lastOf(headers['x-forwarded-for']) ?? socketAddress ?? 'unknown';
  return { address: lastOf(headers['fastly-client-ip']) ?? relay, relay, userAgent: headers['user-agent'] };
}

/** Node joins repeated headers with commas, save a few that stay lists. */
function lastOf(header: string | readonly string[] | undefined): string | undefined {
  const joined = typeof header === 'string' ? header : (header ?? []).join(',');
  return joined.split(',').at(-1)?.trim() || undefined;
}
