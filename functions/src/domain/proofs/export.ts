import type { Proof } from '../missions/outcome.ts';

/**
 * A proof as it leaves the service, for a check that needs the service no longer (`docs/proof.md`). The record is whole, or its hash would not
 * hold; it is one laureate's, and what is restricted (address, browser) is not in it.
 */
export interface ExportedProof {
  readonly proof: Proof;
  /** SHA-256 of the record's canonical JSON, as the attestation prints it. */
  readonly recordHash: string;
  /** The PDF made from it, which carries the seal; absent until it is made, and of a proof that has none. */
  readonly attestation?:
    | {
        readonly fileId: string;
        readonly sha256: string;
        /** Version of the template that printed it, 0 for ours; absent of those made before staff wrote any. */
        readonly templateVersion?: number | undefined;
      }
    | undefined;
}

const ATTESTATION = '-attestation';

/** The file of a proof's attestation: its id is known before it is made, so that making it twice makes it once. */
export function attestationOf(proofId: string): string {
  return `${proofId}${ATTESTATION}`;
}

/** The proof that a file is the attestation of; null when it is no attestation. */
export function attestedBy({ fileId, piece }: { readonly fileId: string; readonly piece: string }): string | null {
  return piece === 'attestation' && fileId.endsWith(ATTESTATION) ? fileId.slice(0, -ATTESTATION.length) : null;
}
