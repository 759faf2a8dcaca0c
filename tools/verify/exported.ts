import * as z from 'zod';
import { canonicalJson, sha256 } from '../../functions/src/store/hash.ts';
import { linkHash, stampedHash } from '../../functions/src/store/proofs/chain.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** Loose: a record is hashed as it was written, with what later versions may have added to it. */
const record = z.looseObject({
  id: z.string(),
  at: z.number(),
  laureateId: z.string(),
  person: z.looseObject({ name: z.string(), organisation: z.string() }),
  documents: z.array(z.looseObject({ fileId: z.string(), sha256: hash })),
});

/** A proof as it leaves the service, in JSON. What surrounds the record came later than it, and may be missing. */
const exportedSchema = z.object({
  proof: record,
  /** As printed in the attestation. */
  recordHash: hash,
  /** The PDF made from the record: told apart from a copy of it by its seal alone, since nothing covers this line. */
  attestation: z.object({ fileId: z.string(), sha256: hash }).optional(),
  /** Its place among the laureate's records, as for the lines of a subsidy. */
  chain: z.object({ sequence: z.int().min(1), previousHash: z.string(), hash }).optional(),
  /** The hashes that were stamped together, and the authority's token, in base64. */
  timeStamp: z.object({ day: z.iso.date(), hashes: z.array(hash), token: z.base64() }).optional(),
});

export type ExportedProof = z.infer<typeof exportedSchema>;

/** Null when the text is not a proof. */
export function readExported(text: string): ExportedProof | null {
  try {
    return exportedSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

export function recordHashOf({ proof }: Pick<ExportedProof, 'proof'>): string {
  return sha256(canonicalJson(proof));
}

/** Covers the record and the hash before it. */
export function chainHashOf(
  { proof }: Pick<ExportedProof, 'proof'>,
  { sequence, previousHash }: { sequence: number; previousHash: string },
): string {
  return linkHash({ sequence, previousHash }, proof);
}

/** What the authority was asked to stamp. */
export function stampedHashOf({ day, hashes }: { day: string; hashes: readonly string[] }): string {
  return stampedHash(day, hashes);
}
