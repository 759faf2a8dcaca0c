import { X509Certificate } from 'node:crypto';
import { type Asn1, childOf, readAsn1, tags } from './asn1.ts';

/** What Node does not say of a certificate: how its issuer, number and subject are written, and its extensions. */
interface CertificateParts {
  readonly serial: Asn1;
  readonly issuer: Asn1;
  readonly subject: Asn1;
  /** Each one `SEQUENCE { OID, [critical], value }`. */
  readonly extensions: readonly Asn1[];
}

const versionTag = 0xa0;
const extensionsTag = 0xa3;

/** RFC 5280, 4.1. */
export function partsOf(certificate: X509Certificate): CertificateParts {
  const body = childOf(readAsn1(certificate.raw), 0, tags.sequence);
  const first = body.children[0]?.tag === versionTag ? 1 : 0;
  const extensions = body.children.find(({ tag }) => tag === extensionsTag);
  return {
    serial: childOf(body, first, tags.integer),
    issuer: childOf(body, first + 2, tags.sequence),
    subject: childOf(body, first + 4, tags.sequence),
    extensions: extensions ? childOf(extensions, 0).children : [],
  };
}

/**
 * The certificates of a PEM text, in its order; none when there is none. Some tools keep a secret on one line, with `\n` written out.
 * @throws Error when one is damaged
 */
export function certificatesIn(text: string): X509Certificate[] {
  const blocks = text.replaceAll('\\n', '\n').match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  return blocks.map((one) => new X509Certificate(one));
}

/** « France Tiers-Lieux »: the common name, else the whole subject on one line. */
export function nameOf({ subject }: X509Certificate): string {
  const commonName = /^CN=(.+)$/m.exec(subject)?.[1];
  return commonName ?? subject.replaceAll('\n', ', ');
}

/** In the subject of what `npm start` and the tests make for themselves. */
export const demonstrationUnit = 'Certificat de démonstration';

/** A certificate that proves nothing to a third party, and that documents and checks call so. */
export function isDemonstration({ subject }: X509Certificate): boolean {
  return subject.split('\n').includes(`OU=${demonstrationUnit}`);
}

export function isValidAt({ validFromDate, validToDate }: X509Certificate, atMs: number): boolean {
  return validFromDate.getTime() <= atMs && atMs <= validToDate.getTime();
}

const longestChain = 6;

/**
 * Whether `certificate` is one of `known` or was issued, directly or through `others`, by one of them, all valid at that time. Revocation is not
 * asked for: it needs the network, and a list that may no longer exist when an old file is checked.
 */
export function leadsTo(
  known: readonly X509Certificate[],
  certificate: X509Certificate,
  others: readonly X509Certificate[],
  atMs: number,
): boolean {
  let current = certificate;
  for (let step = 0; step < longestChain; step += 1) {
    const { fingerprint256 } = current;
    if (known.some((one) => one.fingerprint256 === fingerprint256)) return true;
    const issuer = [...known, ...others].find((candidate) => issued(candidate, current));
    if (!issuer || issuer.fingerprint256 === fingerprint256 || !isValidAt(issuer, atMs)) return false;
    current = issuer;
  }
  return false;
}

/** Whoever holds any certificate must not be able to issue others with it. */
function issued(issuer: X509Certificate, certificate: X509Certificate): boolean {
  try {
    return issuer.ca && certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
  } catch {
    // OpenSSL throws on keys that it can't make sense of.
    return false;
  }
}
