import { createHash } from 'node:crypto';
import { isValidAt, nameOf } from './certificate.ts';
import { EngineFile } from './engine-file.ts';
import { openRevision, type SealDescription } from './revision.ts';
import { identifiers, sha256, signedData } from './signed-data.ts';
import type { Signer } from './signer.ts';

/** A seal that could not be made; the message names no secret. */
export class SealError extends Error {}

/** The signature, its attributes and names, beside the certificates. */
const roomBesideCertificates = 2_048;

/**
 * A document of our engine with the programme's seal: PAdES baseline B, appended, so that the document itself keeps its bytes. With an RSA key the same
 * document, signer and instant give the same bytes; ECDSA draws a number each time.
 * @throws NotAnEngineFile for any other PDF, and for one that is sealed already
 * @throws SealError when the certificate was not valid at that instant
 */
export function seal(
  bytes: Uint8Array,
  signer: Signer,
  { reason, sealedAtMs }: Pick<SealDescription, 'reason' | 'sealedAtMs'>,
): Uint8Array {
  const { certificate, chain } = signer;
  if (!isValidAt(certificate, sealedAtMs)) throw new SealError('the certificate of the seal is not valid at that time');
  const room = roomBesideCertificates + [certificate, ...chain].reduce((sum, { raw }) => sum + raw.length, 0);
  const contentHash = sha256(bytes).toString('hex');
  const signedBy = nameOf(certificate);
  const { before, after } = openRevision(
    new EngineFile(bytes),
    { signedBy, reason, sealedAtMs },
    { contentHash, room },
  );
  const digest = createHash('sha256').update(before).update(after).digest();
  const signature = Buffer.from(signedData({ contentType: identifiers.data, digest }, signer));
  if (signature.length > room) throw new SealError('the signature is longer than the room kept for it');
  const contents = `<${signature.toString('hex').padEnd(room * 2, '0')}>`;
  return Buffer.concat([before, Buffer.from(contents), after]);
}
