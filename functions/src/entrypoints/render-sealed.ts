import { createHash } from 'node:crypto';
import { isDemonstration, nameOf } from '../sealing/certificate.ts';
import { seal } from '../sealing/seal.ts';
import type { Source } from '../store/missions/documents.ts';
import type { Press } from './make-document.ts';
import { type Making, type Rendered, renderSource } from './render-source.ts';

/**
 * An attestation with the programme's seal, which it names. The seal announces when the file is made, within the minute of the decision that it
 * prints. @throws SealError when the certificate is out of date: the document waits, as a dead letter that staff see, and is never left unsealed.
 */
export async function renderSealed(
  source: Source,
  { now, signer }: Pick<Press, 'now' | 'signer'>,
  making: Making,
): Promise<Rendered> {
  const by = await signer();
  const { certificate } = by;
  const described = {
    signedBy: nameOf(certificate),
    certificateSha256: createHash('sha256').update(certificate.raw).digest('hex'),
    demonstration: isDemonstration(certificate),
  };
  const rendered = renderSource(source, { ...making, seal: described });
  return { ...rendered, bytes: seal(rendered.bytes, by, { reason: 'Attestation de validation', sealedAtMs: now }) };
}
