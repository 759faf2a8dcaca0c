import type { X509Certificate } from 'node:crypto';
import { childOf, MalformedAsn1, oidOf, readAsn1, tags } from '../asn1.ts';
import { isDemonstration, isValidAt, leadsTo, nameOf, partsOf } from '../certificate.ts';
import { identifiers } from '../signed-data.ts';
import { faultsOf, type ReadSignedData, readSignedData } from '../signed-data-reading.ts';
import { notStamped, type TimeStampFailure, type TimeStampFailureCode } from './failures.ts';
import { readInformation, type StampedInformation } from './messages.ts';

/** A time-stamp that holds: at `atMs`, by the authority's clock, these bytes existed. */
export interface TimeStamp {
  readonly stamped: true;
  readonly atMs: number;
  readonly authority: string;
  readonly demonstration: boolean;
  /** Of the authority: with its name, it designates this time-stamp. */
  readonly serial: string;
  readonly policy: string;
  /** What is kept, and checked again later with `checkTimeStamp`. */
  readonly token: Uint8Array;
}

interface Expected {
  /** Of what was to be stamped. */
  readonly sha256: Uint8Array;
  /** As asked; null when a kept token is checked again, whose question is long gone. */
  readonly nonce: bigint | null;
  /** Certificates of authorities that are relied on. */
  readonly known: readonly X509Certificate[];
}

const timeStamping = '1.3.6.1.5.5.7.3.8';
const extendedKeyUsage = '2.5.29.37';

/** Whether a token (RFC 3161, 2.4.2) stamps these bytes, by an authority that is known. Needs no network: a token is checked again years later. */
export function checkTimeStamp(token: Uint8Array, expected: Expected): TimeStamp | TimeStampFailure {
  try {
    const read = readSignedData(token);
    const { content, certificate } = read;
    if (read.contentType !== identifiers.timeStampInformation || content === null) return notStamped('unreadable');
    const information = readInformation(content);
    const fault = faultIn(read, content, information, expected);
    if (fault !== null || !certificate) return notStamped(fault ?? 'signatureInvalid');
    return {
      stamped: true,
      atMs: information.atMs,
      authority: nameOf(certificate),
      demonstration: isDemonstration(certificate),
      serial: information.serial.toString(16),
      policy: information.policy,
      token,
    };
  } catch (error) {
    if (error instanceof MalformedAsn1) return notStamped('unreadable', error.message);
    throw error;
  }
}

/** The first thing that is wrong, from what was stamped to who did. */
function faultIn(
  read: ReadSignedData,
  content: Uint8Array,
  information: StampedInformation,
  { sha256, nonce, known }: Expected,
): TimeStampFailureCode | null {
  const { certificate, certificates } = read;
  const isSame = Buffer.compare(information.hash, sha256) === 0;
  if (information.hashAlgorithm !== identifiers.sha256 || !isSame) return 'otherContent';
  if (nonce !== null && information.nonce !== nonce) return 'otherRequest';
  if (!certificate || faultsOf(read, [content]).length > 0) return 'signatureInvalid';
  if (!stampsTime(certificate)) return 'notAnAuthority';
  if (!isValidAt(certificate, information.atMs)) return 'certificateOutOfDate';
  return leadsTo(known, certificate, certificates, information.atMs) ? null : 'unknownAuthority';
}

/** Made for time-stamps and nothing else, and says that this matters (RFC 3161, 2.3). */
function stampsTime(certificate: X509Certificate): boolean {
  const usage = partsOf(certificate).extensions.find((one) => oidOf(childOf(one, 0)) === extendedKeyUsage);
  if (usage?.children[1]?.tag !== tags.boolean) return false;
  const uses = readAsn1(childOf(usage, 2, tags.octets).content).children.map(oidOf);
  return uses.length === 1 && uses[0] === timeStamping;
}
