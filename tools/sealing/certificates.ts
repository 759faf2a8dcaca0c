import { generateKeyPairSync, type KeyObject, randomBytes, sign, X509Certificate } from 'node:crypto';
import { der, empty, integer, octets, oid, sequence, setOf, tags } from '../../functions/src/sealing/asn1.ts';
import { demonstrationUnit, partsOf } from '../../functions/src/sealing/certificate.ts';
import { identifiers } from '../../functions/src/sealing/signed-data.ts';
import type { Signer } from '../../functions/src/sealing/signer.ts';

/** Certificates that we make ourselves: the one of a machine's own seal, and those of tests. They prove nothing to anyone else. */

export type KeyKind = 'rsa' | 'p256';

export function makeKeys(kind: KeyKind, rsaBits = 2048): { privateKey: KeyObject; publicKey: KeyObject } {
  return kind === 'rsa'
    ? generateKeyPairSync('rsa', { modulusLength: rsaBits })
    : generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
}

interface Wanted {
  commonName: string;
  fromMs: number;
  toMs: number;
  keys?: ReturnType<typeof makeKeys>;
  kind?: KeyKind;
  /** Who issues it; itself unless said otherwise. */
  issuer?: Signer;
  /** May issue others. */
  authority?: boolean;
  /** Extended uses, for instance time-stamping, marked critical. */
  uses?: readonly string[];
  /** Serial number; drawn unless said otherwise. */
  serial?: bigint;
  /** False for a certificate that does not call itself one of demonstration. */
  demonstration?: boolean;
}

export const timeStamping = '1.3.6.1.5.5.7.3.8';

/** RFC 5280, 4.1: a certificate of version 3 and its key. */
export function makeCertificate(wanted: Wanted): Signer {
  const { commonName, issuer, demonstration = true } = wanted;
  const keys = wanted.keys ?? makeKeys(wanted.kind ?? 'rsa');
  const signingKey = issuer?.key ?? keys.privateKey;
  const subject = sequence(
    ...(demonstration ? [nameAttribute('2.5.4.11', demonstrationUnit)] : []),
    nameAttribute('2.5.4.3', commonName),
  );
  const algorithm =
    signingKey.asymmetricKeyType === 'rsa'
      ? sequence(oid(identifiers.sha256WithRsa), empty)
      : sequence(oid(identifiers.sha256WithEcdsa));
  const body = sequence(
    der(0xa0, integer(2n)),
    integer(wanted.serial ?? BigInt(`0x7f${randomBytes(15).toString('hex')}`)),
    algorithm,
    issuer ? partsOf(issuer.certificate).subject.raw : subject,
    sequence(time(wanted.fromMs), time(wanted.toMs)),
    subject,
    keys.publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(...extensionsOf(wanted))),
  );
  const signature = der(tags.bitString, Buffer.of(0), sign('sha256', body, signingKey));
  const certificate = new X509Certificate(Buffer.from(sequence(body, algorithm, signature)));
  const chain = issuer ? [issuer.certificate, ...issuer.chain] : [];
  return { certificate, chain, key: keys.privateKey };
}

function nameAttribute(type: string, text: string): Uint8Array {
  return setOf(sequence(oid(type), der(tags.utf8, Buffer.from(text))));
}

/** RFC 5280 asks for the short form, with two figures for the year, until 2049. */
function time(instantMs: number): Uint8Array {
  const figures = new Date(instantMs).toISOString().replaceAll(/[-:T]|\.\d+/g, '');
  return figures < '2050' ? der(0x17, Buffer.from(figures.slice(2))) : der(tags.generalizedTime, Buffer.from(figures));
}

function extensionsOf({ authority = false, uses = [] }: Wanted): Uint8Array[] {
  const yes = der(tags.boolean, Buffer.of(0xff));
  const critical = (type: string, value: Uint8Array) => sequence(oid(type), yes, octets(value));
  // Issuing certificates (bits 5 and 6), or signing and committing to content (bits 0 and 1).
  const keyUse = authority ? Buffer.of(1, 0b0000_0110) : Buffer.of(6, 0b1100_0000);
  return [
    critical('2.5.29.19', sequence(...(authority ? [yes] : []))),
    critical('2.5.29.15', der(tags.bitString, keyUse)),
    ...(uses.length > 0 ? [critical('2.5.29.37', sequence(...uses.map(oid)))] : []),
  ];
}
