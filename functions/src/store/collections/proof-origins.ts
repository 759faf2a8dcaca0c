import * as z from 'zod';
import { collection } from '../collection.ts';
import { id, instant } from '../fields.ts';

const schema = z.object({
  proofId: id,
  /** As Hosting tells it, which whoever goes around Hosting can forge; `relay` is who reached Google. */
  address: z.string().max(100),
  relay: z.string().max(100),
  userAgent: z.string().max(500),
  at: instant,
  /** A setting's days after the decision; the sweep then deletes it. */
  deleteAfter: instant,
});

/**
 * `proofOrigins/{proofId}`: where a decision came from. Apart from its proof, since it lives less long: for an inquiry into a contested decision, read
 * by no page, no export and no archive.
 */
export const proofOrigins = collection((proofId: string) => `proofOrigins/${proofId}`, schema);
export const PROOF_ORIGINS = 'proofOrigins';
