import {
  type Asn1,
  childOf,
  der,
  instantOf,
  integer,
  integerOf,
  MalformedAsn1,
  octets,
  oidOf,
  readAsn1,
  sequence,
  tags,
} from '../asn1.ts';
import { sha256Algorithm } from '../signed-data.ts';

/** What goes to a time-stamp authority and comes back (RFC 3161, 2.4), as it is written; what it is worth is checked in `token.ts`. */

/** Asks for the instant of a SHA-256, and for the authority's certificate with it. `nonce` is drawn by the caller, positive. */
export function timeStampRequest(sha256: Uint8Array, nonce: bigint): Uint8Array {
  const wantsCertificate = der(tags.boolean, Buffer.of(0xff));
  return sequence(integer(1n), sequence(sha256Algorithm, octets(sha256)), integer(nonce), wantsCertificate);
}

export type TimeStampResponse =
  | { readonly granted: true; readonly token: Uint8Array }
  /** `later`: the authority's own trouble, of which it says that it passes. */
  | { readonly granted: false; readonly later: boolean; readonly said: string };

/** Bits of PKIFailureInfo that say nothing of the request: no time at hand, trouble of the system. */
const passing = [14, 25];

/** @throws MalformedAsn1 */
export function readResponse(bytes: Uint8Array): TimeStampResponse {
  const response = readAsn1(bytes);
  const status = childOf(response, 0, tags.sequence);
  const value = integerOf(childOf(status, 0));
  const token = response.children[1];
  // « Granted », with or without modifications of ours that the token shows.
  if (value === 0n || value === 1n) {
    if (!token) throw new MalformedAsn1('granted without a token');
    return { granted: true, token: token.raw };
  }
  const failure = status.children.find(({ tag }) => tag === tags.bitString);
  return { granted: false, later: passing.some((bit) => isSet(failure, bit)), said: wordsOf(status) };
}

/** Bits are counted from the left, after a byte that says how many of the last ones are unused. */
function isSet(bits: Asn1 | undefined, bit: number): boolean {
  const byte = bits?.content[1 + Math.floor(bit / 8)] ?? 0;
  return (byte & (0x80 >> (bit % 8))) !== 0;
}

/** The authority's own words, short enough for a log. */
function wordsOf(status: Asn1): string {
  const texts = status.children.find(({ tag }) => tag === tags.sequence)?.children ?? [];
  return texts
    .map(({ content }) => Buffer.from(content).toString('utf8'))
    .join(' ')
    .slice(0, 200);
}

/** What a token states, once its signature is known to be good. */
export interface StampedInformation {
  readonly policy: string;
  readonly hashAlgorithm: string;
  readonly hash: Uint8Array;
  readonly serial: bigint;
  /** UTC milliseconds. */
  readonly atMs: number;
  readonly nonce: bigint | null;
}

/** @throws MalformedAsn1 */
export function readInformation(bytes: Uint8Array): StampedInformation {
  const information = readAsn1(bytes);
  const imprint = childOf(information, 2, tags.sequence);
  // Accuracy, ordering, nonce, name: all may be left out; the nonce is the only integer among them.
  const nonce = information.children.slice(5).find(({ tag }) => tag === tags.integer);
  return {
    policy: oidOf(childOf(information, 1)),
    hashAlgorithm: oidOf(childOf(childOf(imprint, 0), 0)),
    hash: childOf(imprint, 1, tags.octets).content,
    serial: integerOf(childOf(information, 3)),
    atMs: instantOf(childOf(information, 4)),
    nonce: nonce ? integerOf(nonce) : null,
  };
}
