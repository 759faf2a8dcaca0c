import * as z from 'zod';
import { collection } from '../collection.ts';
import { id } from '../fields.ts';

/** `documentHashes/{sha256}`: the proofs that name these bytes. Derived from proofs and their attestations: it can be made again. */
export const documentHashes = collection(
  (sha256: string) => `documentHashes/${sha256}`,
  z.object({ proofIds: z.array(id) }),
);
