import { createHash, timingSafeEqual, verify, X509Certificate } from 'node:crypto';
import { type Asn1, childOf, MalformedAsn1, oidOf, readAsn1, tags } from './asn1.ts';
import { partsOf } from './certificate.ts';
import { identifiers } from './signed-data.ts';

/** Hashes that may be relied on; SHA-1 is not one of them. */
const digests: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

/** Key and hash of each signature algorithm; null where the algorithm leaves it to the hash of the content. */
const signatures: Readonly<Record<string, { key: 'rsa' | 'ec'; hash: string | null }>> = {
  '1.2.840.113549.1.1.1': { key: 'rsa', hash: null },
  '1.2.840.113549.1.1.11': { key: 'rsa', hash: 'sha256' },
  '1.2.840.113549.1.1.12': { key: 'rsa', hash: 'sha384' },
  '1.2.840.113549.1.1.13': { key: 'rsa', hash: 'sha512' },
  '1.2.840.10045.4.3.2': { key: 'ec', hash: 'sha256' },
  '1.2.840.10045.4.3.3': { key: 'ec', hash: 'sha384' },
  '1.2.840.10045.4.3.4': { key: 'ec', hash: 'sha512' },
};

/** A CMS signature as it says it is; nothing of it is checked yet. */
export interface ReadSignedData {
  readonly contentType: string;
  /** Null when the signature is detached. */
  readonly content: Uint8Array | null;
  readonly certificates: readonly X509Certificate[];
  /** The certificate that the signer names, when it is there. */
  readonly certificate: X509Certificate | undefined;
  readonly digestAlgorithm: string;
  readonly signatureAlgorithm: string;
  readonly signature: Uint8Array;
  readonly attributes: ReadonlyMap<string, Asn1>;
  /** As they were signed. */
  readonly attributesDer: Uint8Array;
  /** Length of the whole in bytes. */
  readonly length: number;
}

const explicit = 0xa0;

/**
 * Reads a signature by one signer: two of them would say two things.
 * @throws MalformedAsn1
 */
export function readSignedData(bytes: Uint8Array): ReadSignedData {
  const outer = readAsn1(bytes);
  if (oidOf(childOf(outer, 0)) !== identifiers.signedData) throw new MalformedAsn1('no signed data');
  const body = childOf(childOf(outer, 1, explicit), 0, tags.sequence);
  const encapsulated = childOf(body, 2, tags.sequence);
  const signers = body.children.at(-1);
  if (signers?.tag !== tags.set || signers.children.length !== 1) throw new MalformedAsn1('not one signer');
  const signer = childOf(signers, 0, tags.sequence);
  const attributes = childOf(signer, 3, explicit);
  const kept = body.children.slice(3, -1).find(({ tag }) => tag === explicit);
  const certificates = (kept?.children ?? []).map(({ raw }) => certificateOf(raw));
  const content = encapsulated.children[1];
  return {
    contentType: oidOf(childOf(encapsulated, 0)),
    content: content ? childOf(content, 0).content : null,
    certificates,
    certificate: named(certificates, childOf(signer, 1)),
    digestAlgorithm: oidOf(childOf(childOf(signer, 2), 0)),
    signatureAlgorithm: oidOf(childOf(childOf(signer, 4), 0)),
    signature: childOf(signer, 5, tags.octets).content,
    attributes: attributesOf(attributes),
    attributesDer: Buffer.concat([Buffer.of(tags.set), attributes.raw.subarray(1)]),
    length: outer.raw.length,
  };
}

function certificateOf(raw: Uint8Array): X509Certificate {
  try {
    return new X509Certificate(raw);
  } catch {
    throw new MalformedAsn1('no certificate');
  }
}

/** By issuer and number, or by the identifier of its key (RFC 5652, 5.3). */
function named(certificates: readonly X509Certificate[], name: Asn1): X509Certificate | undefined {
  const same = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0;
  if (name.tag !== tags.sequence) {
    const identifier = Buffer.from(name.content);
    return certificates.find(({ raw }) => raw.includes(identifier));
  }
  return certificates.find((certificate) => {
    const { issuer, serial } = partsOf(certificate);
    return same(issuer.raw, childOf(name, 0).raw) && same(serial.raw, childOf(name, 1).raw);
  });
}

/** Each attribute once, with one value: those that matter here have no more. @throws MalformedAsn1 */
function attributesOf(list: Asn1): Map<string, Asn1> {
  const found = new Map<string, Asn1>();
  for (const one of list.children) {
    const type = oidOf(childOf(one, 0));
    if (found.has(type)) throw new MalformedAsn1(`attribute ${type} twice`);
    found.set(type, childOf(childOf(one, 1, tags.set), 0));
  }
  return found;
}

export type SignatureFault =
  | 'unsupported'
  | 'unreadable'
  | 'digestDiffers'
  | 'certificateMissing'
  | 'certificateSwapped'
  | 'signatureInvalid';

/** Everything that is wrong with a signature over this content. That its certificate is one that we trust is another question (`leadsTo`). */
export function faultsOf(read: ReadSignedData, content: readonly Uint8Array[]): SignatureFault[] {
  try {
    return faultsFound(read, content);
  } catch (error) {
    if (error instanceof MalformedAsn1) return ['unreadable'];
    throw error;
  }
}

function faultsFound(read: ReadSignedData, content: readonly Uint8Array[]): SignatureFault[] {
  const digest = digests[read.digestAlgorithm];
  const signature = signatures[read.signatureAlgorithm];
  if (!digest || !signature) return ['unsupported'];
  const faults: SignatureFault[] = [];
  const type = read.attributes.get(identifiers.contentType);
  if (!type || oidOf(type) !== read.contentType) faults.push('unreadable');
  const hash = createHash(digest);
  for (const part of content) hash.update(part);
  if (!equal(hash.digest(), read.attributes.get(identifiers.messageDigest)?.content)) faults.push('digestDiffers');
  const { certificate } = read;
  if (!certificate) return [...faults, 'certificateMissing'];
  // A certificate other than the one that was signed explains a signature that fails: it is the fault to tell.
  if (!namesItsCertificates(read, certificate)) return [...faults, 'certificateSwapped'];
  if (!isSignedBy(certificate, signature.key, signature.hash ?? digest, read)) faults.push('signatureInvalid');
  return faults;
}

function isSignedBy(certificate: X509Certificate, kind: string, hash: string, read: ReadSignedData): boolean {
  try {
    const { publicKey } = certificate;
    return publicKey.asymmetricKeyType === kind && verify(hash, read.attributesDer, publicKey, read.signature);
  } catch {
    // OpenSSL throws on keys and points that it can't make sense of.
    return false;
  }
}

function equal(expected: Buffer, found: Uint8Array | undefined): boolean {
  return found?.length === expected.length && timingSafeEqual(expected, found);
}

/**
 * RFC 5035: the first certificate named is the signer's; where others are named too, they are the only ones that may come with it. Version 1 hashes
 * with SHA-1, which is what many time-stamp authorities still do.
 */
function namesItsCertificates({ attributes, certificates }: ReadSignedData, certificate: X509Certificate): boolean {
  const second = attributes.get(identifiers.signingCertificateV2);
  const attribute = second ?? attributes.get(identifiers.signingCertificate);
  if (!attribute) return false;
  const isNamed = (one: Asn1, { raw }: X509Certificate) => {
    const [first, next] = one.children;
    const algorithm = first?.tag === tags.sequence ? digests[oidOf(childOf(first, 0))] : second ? 'sha256' : 'sha1';
    const hash = first?.tag === tags.sequence ? next : first;
    return algorithm !== undefined && equal(createHash(algorithm).update(raw).digest(), hash?.content);
  };
  const [own, ...others] = childOf(attribute, 0).children;
  if (!own || !isNamed(own, certificate)) return false;
  return others.length === 0 || certificates.every((one) => [own, ...others].some((name) => isNamed(name, one)));
}
