import type { Proof } from '../missions/outcome.ts';

/** The place of a record among its laureate's: `hash` covers the record and the hash before it, so that one changed byte breaks every link after. */
export interface ProofLink {
  /** From 1, without a gap. */
  readonly sequence: number;
  readonly previousHash: string;
  readonly hash: string;
}

/** A record as it is stored. Those made before there was a chain have no place in it. */
export type LinkedProof = Proof & { readonly chain?: ProofLink | undefined };

/** The record alone: what is hashed, printed and exported. */
export function recordOf({ chain: _chain, ...proof }: LinkedProof): Proof {
  return proof;
}
