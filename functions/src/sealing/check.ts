import type { X509Certificate } from 'node:crypto';
import { MalformedAsn1 } from './asn1.ts';
import { isDemonstration, isValidAt, leadsTo, nameOf } from './certificate.ts';
import type { SealFinding } from './findings.ts';
import { type FoundSeal, findSeals } from './found-seals.ts';
import { identifiers, sha256 } from './signed-data.ts';
import { faultsOf, type ReadSignedData, readSignedData, type SignatureFault } from './signed-data-reading.ts';

/** One seal of a file, in the order in which they were added. What it says of itself is true only when nothing was found against it. */
export interface CheckedSeal {
  /** Name in the certificate; null when there is none that can be read. */
  readonly signedBy: string | null;
  readonly issuedBy: string | null;
  /** In hexadecimal, to compare with what the programme publishes. */
  readonly certificateSha256: string | null;
  /** Made by a machine for itself: it proves nothing to a third party. */
  readonly demonstration: boolean;
  /** The instant that the seal announces, in UTC milliseconds; null when it announces none. */
  readonly sealedAtMs: number | null;
  /** SHA-256 of the document before it was sealed, which the engine makes again from the records; null for what is not ours. */
  readonly contentSha256: string | null;
  readonly findings: readonly SealFinding[];
}

export interface SealReport {
  /** True when there is a seal and nothing was found against any. */
  readonly holds: boolean;
  /** Each finding once, the gravest first. */
  readonly findings: readonly SealFinding[];
  readonly seals: readonly CheckedSeal[];
}

/** From what makes the file worthless to what one may look into. */
const gravity = [
  'unsealed',
  'contentChanged',
  'foreignSeal',
  'signatureInvalid',
  'certificateSwapped',
  'certificateMissing',
  'unreadable',
  'addedAfter',
  'unknownSigner',
  'certificateOutOfDate',
  'unsupported',
] as const satisfies readonly SealFinding[];

/**
 * Whether the seals of a PDF hold: each covers everything up to its own end, the last one the whole file, by a certificate that leads to one of `known`
 * (the programme's own, or authorities). Needs neither network nor another program. It does not ask whether a certificate was revoked, and takes the
 * instant that the seal announces: whoever holds the key may announce another, which is what time-stamps are for.
 */
export function checkSeal(bytes: Uint8Array, known: readonly X509Certificate[]): SealReport {
  const found = findSeals(bytes);
  const seals = found.map((one, index) => checked(bytes, one, known, index === found.length - 1));
  const all = new Set<SealFinding>(seals.length === 0 ? ['unsealed'] : seals.flatMap(({ findings }) => findings));
  return { holds: all.size === 0, findings: gravity.filter((finding) => all.has(finding)), seals };
}

function checked(bytes: Uint8Array, found: FoundSeal, known: readonly X509Certificate[], isLast: boolean): CheckedSeal {
  const { sealedAtMs, content } = found;
  const read = found.kind === 'seal' ? readOf(found.contents) : null;
  const certificate = read?.certificate;
  // A later seal vouches for what was added before it.
  const findings: SealFinding[] = isLast && found.end !== bytes.length ? ['addedAfter'] : [];
  if (found.kind === 'other') findings.push('unsupported');
  else if (read === null) findings.push('unreadable');
  else findings.push(...against(bytes, found, read, known));
  return {
    signedBy: certificate ? nameOf(certificate) : null,
    issuedBy: certificate?.issuer.replaceAll('\n', ', ') ?? null,
    certificateSha256: certificate ? sha256(certificate.raw).toString('hex') : null,
    demonstration: certificate !== undefined && isDemonstration(certificate),
    sealedAtMs,
    contentSha256: content?.sha256 ?? null,
    findings,
  };
}

/** Null when it is not the signature of a file: unreadable, or with something hidden in the room that it leaves. */
function readOf(contents: Uint8Array | null): ReadSignedData | null {
  if (contents === null) return null;
  try {
    const read = readSignedData(contents);
    const isPadded = contents.subarray(read.length).every((byte) => byte === 0);
    return isPadded && read.content === null && read.contentType === identifiers.data ? read : null;
  } catch (error) {
    if (error instanceof MalformedAsn1) return null;
    throw error;
  }
}

function against(
  bytes: Uint8Array,
  found: FoundSeal,
  read: ReadSignedData,
  known: readonly X509Certificate[],
): SealFinding[] {
  const covered = [bytes.subarray(0, found.gapStart), bytes.subarray(found.gapEnd, found.end)];
  const faults = faultsOf(read, covered);
  const findings = faults.map((fault) => findingOf(fault, bytes, found));
  const { certificate, certificates } = read;
  if (!certificate) return findings;
  const { sealedAtMs } = found;
  if (sealedAtMs === null || !isValidAt(certificate, sealedAtMs)) findings.push('certificateOutOfDate');
  if (!leadsTo(known, certificate, certificates, sealedAtMs ?? 0)) findings.push('unknownSigner');
  return findings;
}

/** A hash that differs says that seal and file do not go together; the document's own hash says which of them is wrong. */
function findingOf(fault: SignatureFault, bytes: Uint8Array, { content }: FoundSeal): SealFinding {
  if (fault !== 'digestDiffers') return fault;
  if (content === null) return 'contentChanged';
  const actual = sha256(bytes.subarray(0, content.length)).toString('hex');
  return actual === content.sha256 ? 'foreignSeal' : 'contentChanged';
}
