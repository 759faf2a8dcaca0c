import { createPrivateKey, type KeyObject, type X509Certificate } from 'node:crypto';
import * as z from 'zod';
import { certificatesIn } from './certificate.ts';

/** What seals: a certificate, those that issued it, nearest first, and its private key. */
export interface Signer {
  readonly certificate: X509Certificate;
  readonly chain: readonly X509Certificate[];
  readonly key: KeyObject;
}

const shortestRsaBits = 2048;

/** Null rather than what OpenSSL says of it, which may quote the secret. */
function attempted<Value>(reading: () => Value): Value | null {
  try {
    return reading();
  } catch {
    return null;
  }
}

const certificates = z.string().transform((text, context) => {
  const [certificate, ...chain] = attempted(() => certificatesIn(text)) ?? [];
  if (certificate) return { certificate, chain };
  context.addIssue({ code: 'custom', message: 'must be PEM certificates' });
  return z.NEVER;
});

const privateKey = z.string().transform((text, context) => {
  const found = attempted(() => createPrivateKey(text.replaceAll('\\n', '\n')));
  if (found) return found;
  context.addIssue({ code: 'custom', message: 'must be a PEM private key' });
  return z.NEVER;
});

const environmentSchema = z
  .object({ SEAL_CERTIFICATE: certificates, SEAL_KEY: privateKey })
  .refine(({ SEAL_KEY }) => canSeal(SEAL_KEY), { path: ['SEAL_KEY'], message: 'must be RSA (2 048 bits) or P-256' })
  .refine(({ SEAL_CERTIFICATE: { certificate }, SEAL_KEY }) => certificate.checkPrivateKey(SEAL_KEY), {
    path: ['SEAL_KEY'],
    message: 'is not the key of SEAL_CERTIFICATE',
  })
  .refine(({ SEAL_CERTIFICATE: { certificate, chain } }) => followEachOther([certificate, ...chain]), {
    path: ['SEAL_CERTIFICATE'],
    message: 'must go from the one that seals up to its authority',
  });

function canSeal({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): boolean {
  if (asymmetricKeyType === 'rsa') return (asymmetricKeyDetails?.modulusLength ?? 0) >= shortestRsaBits;
  return asymmetricKeyType === 'ec' && asymmetricKeyDetails?.namedCurve === 'prime256v1';
}

function followEachOther(chain: readonly X509Certificate[]): boolean {
  return chain.every((certificate, index) => {
    const issuer = chain[index + 1];
    return issuer === undefined || (certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey));
  });
}

/** @throws Error that names each variable that is wrong, never its value. */
export function readSigner(environment: Readonly<Record<string, string | undefined>>): Signer {
  const parsed = environmentSchema.safeParse(environment);
  if (!parsed.success) throw new Error(`Seal: ${z.prettifyError(parsed.error)}`);
  return { ...parsed.data.SEAL_CERTIFICATE, key: parsed.data.SEAL_KEY };
}
