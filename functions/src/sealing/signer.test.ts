import { describe, expect, it } from 'vitest';
import { makeCertificate, makeKeys } from '../../../tools/sealing/certificates.ts';
import { readSigner, type Signer } from './signer.ts';

const valid = { fromMs: Date.UTC(2024, 0, 1), toMs: Date.UTC(2034, 0, 1) };
const authority = makeCertificate({ ...valid, commonName: 'Autorité', authority: true });
const signer = makeCertificate({ ...valid, commonName: 'France Tiers-Lieux', issuer: authority });
const stranger = makeCertificate({ ...valid, commonName: 'Une autre', kind: 'p256' });

const certificateOf = (...of: Signer[]) => of.map(({ certificate }) => certificate.toString()).join('\n');
const keyOf = ({ key }: Signer) => key.export({ type: 'pkcs8', format: 'pem' }).toString();

describe('the secrets of the seal', () => {
  it('are a certificate, its authorities and its key', () => {
    const read = readSigner({ SEAL_CERTIFICATE: certificateOf(signer, authority), SEAL_KEY: keyOf(signer) });
    expect(read.certificate.fingerprint256).toBe(signer.certificate.fingerprint256);
    expect(read.chain.map(({ fingerprint256 }) => fingerprint256)).toEqual([authority.certificate.fingerprint256]);
  });

  it('may be P-256, and be kept on one line', () => {
    const onOneLine = (text: string) => text.replaceAll('\n', '\\n');
    const environment = { SEAL_CERTIFICATE: certificateOf(stranger), SEAL_KEY: keyOf(stranger) };
    const read = readSigner({
      SEAL_CERTIFICATE: onOneLine(environment.SEAL_CERTIFICATE),
      SEAL_KEY: onOneLine(environment.SEAL_KEY),
    });
    expect(read.certificate.fingerprint256).toBe(readSigner(environment).certificate.fingerprint256);
  });

  const small = { ...signer, key: makeKeys('rsa', 1024).privateKey };
  const good = { SEAL_CERTIFICATE: certificateOf(signer, authority), SEAL_KEY: keyOf(signer) };
  const faults = {
    'nothing at all': [{}, /SEAL_CERTIFICATE.*SEAL_KEY/s],
    'no certificate': [{ ...good, SEAL_CERTIFICATE: 'rien' }, /must be PEM certificates/],
    'a certificate that is damaged': [
      { ...good, SEAL_CERTIFICATE: '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----' },
      /must be PEM certificates/,
    ],
    'a key that is none': [{ ...good, SEAL_KEY: 'secret-that-leaks' }, /must be a PEM private key/],
    'the key of another certificate': [{ ...good, SEAL_KEY: keyOf(stranger) }, /is not the key of SEAL_CERTIFICATE/],
    'a key too short to be trusted': [{ ...good, SEAL_KEY: keyOf(small) }, /must be RSA \(2 048 bits\) or P-256/],
    'authorities that are not its own': [
      { ...good, SEAL_CERTIFICATE: certificateOf(signer, stranger) },
      /must go from the one that seals up to its authority/,
    ],
  } as const;

  it.each(Object.entries(faults))(
    'are refused with %s, by a message that does not repeat them',
    (_name, [secrets, said]) => {
      expect(() => readSigner(secrets)).toThrow(said);
      expect(() => readSigner(secrets)).not.toThrow(/leaks|BEGIN|AAAA/);
    },
  );
});
