import { createHash, sign, type X509Certificate } from 'node:crypto';
import { der, empty, integer, octets, oid, sequence, setOf } from './asn1.ts';
import { partsOf } from './certificate.ts';
import type { Signer } from './signer.ts';

/** Object identifiers of CMS (RFC 5652), ESS (RFC 5035) and time-stamps (RFC 3161). */
export const identifiers = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  timeStampInformation: '1.2.840.113549.1.9.16.1.4',
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  sha256: '2.16.840.1.101.3.4.2.1',
  sha256WithRsa: '1.2.840.113549.1.1.11',
  sha256WithEcdsa: '1.2.840.10045.4.3.2',
} as const;

export function sha256(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

export const sha256Algorithm = sequence(oid(identifiers.sha256));

interface Signed {
  contentType: string;
  /** SHA-256 of the content. */
  digest: Uint8Array;
  /** The content itself; absent from a detached signature, whose content is the file around it. */
  content?: Uint8Array;
}

function attribute(type: string, value: Uint8Array): Uint8Array {
  return sequence(oid(type), setOf(value));
}

/** ESSCertIDv2: the hash is SHA-256 unless said otherwise, and the issuer may be left out, as it is in the SignerInfo. */
function namedByHash({ raw }: X509Certificate): Uint8Array {
  return sequence(octets(sha256(raw)));
}

/**
 * A CMS signature as PAdES baseline B asks (ETSI EN 319 142-1, 6.3): SHA-256, the hash of each certificate among what is signed so that no other can
 * take its place, and no signing time, which is in the PDF's dictionary. With an RSA key the same content gives the same bytes.
 */
export function signedData({ contentType, digest, content }: Signed, { certificate, chain, key }: Signer): Uint8Array {
  const attributes = [
    attribute(identifiers.contentType, oid(contentType)),
    attribute(identifiers.messageDigest, octets(digest)),
    attribute(identifiers.signingCertificateV2, sequence(sequence(...[certificate, ...chain].map(namedByHash)))),
  ];
  const signed = setOf(...attributes);
  const signature = sign('sha256', signed, key);
  const { issuer, serial } = partsOf(certificate);
  const algorithm =
    key.asymmetricKeyType === 'rsa'
      ? sequence(oid(identifiers.sha256WithRsa), empty)
      : sequence(oid(identifiers.sha256WithEcdsa));
  const signer = sequence(
    integer(1n),
    sequence(issuer.raw, serial.raw),
    sha256Algorithm,
    // Signed as a SET, kept as [0] (RFC 5652, 5.4).
    Buffer.concat([Buffer.of(0xa0), signed.subarray(1)]),
    algorithm,
    octets(signature),
  );
  const encapsulated = content ? [der(0xa0, octets(content))] : [];
  const certificates = [certificate, ...chain].map(({ raw }) => raw).sort(Buffer.compare);
  return sequence(
    oid(identifiers.signedData),
    der(
      0xa0,
      sequence(
        integer(contentType === identifiers.data ? 1n : 3n),
        setOf(sha256Algorithm),
        sequence(oid(contentType), ...encapsulated),
        der(0xa0, ...certificates),
        setOf(signer),
      ),
    ),
  );
}
