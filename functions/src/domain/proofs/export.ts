import type { Proof, ProofKind } from '../missions/outcome.ts';
import type { AuthorityStamp } from './day-stamp.ts';
import type { ProofLink } from './link.ts';

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
  /** Its place among its laureate's; absent from those made before there was a chain. */
  readonly chain?: ProofLink | undefined;
  /** Absent until an authority has stamped its day, and for ever where there is none. */
  readonly timeStamp?: ExportedStamp | undefined;
}

/** What was stamped together, one of which is the proof's, and the authority's token (RFC 3161) in base64. */
export type ExportedStamp = Pick<AuthorityStamp, 'day' | 'hashes' | 'token'>;

const ATTESTATION = '-attestation';

/** The file of a proof's attestation: its id is known before it is made, so that making it twice makes it once. */
export function attestationOf(proofId: string): string {
  return `${proofId}${ATTESTATION}`;
}

/** The proof that a file is the attestation of; null when it is no attestation. */
export function attestedBy({ fileId, piece }: { readonly fileId: string; readonly piece: string }): string | null {
  return piece === 'attestation' && fileId.endsWith(ATTESTATION) ? fileId.slice(0, -ATTESTATION.length) : null;
}

/** What each proof is of, for who reads a list of them. `attested`: whether it gets a paper of its own, which says the rest. */
export const proofKindRows = {
  validation: { label: 'Validation du diagnostic et du devis', attested: true },
  handSigned: { label: 'Devis signé à la main', attested: true },
  outside: { label: 'Validation donnée hors de ce service', attested: true },
  service: { label: 'Service confirmé', attested: false },
  amendment: { label: 'Avenant validé', attested: false },
  ending: { label: 'Mission arrêtée avant son terme', attested: false },
} as const satisfies Record<ProofKind, { readonly label: string; readonly attested: boolean }>;
