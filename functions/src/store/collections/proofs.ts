import * as z from 'zod';
import { type Proof, proofKinds } from '../../domain/missions/outcome.ts';
import { collection } from '../collection.ts';
import { cents, day, fundedBase, id, instant, shortText } from '../fields.ts';

const schema: z.ZodType<Proof> = z.object({
  id,
  kind: z.enum(proofKinds),
  missionId: id,
  laureateId: id,
  version: z.int(),
  at: instant,
  person: z.object({
    uid: id,
    name: shortText,
    organisation: shortText,
    delegatedBy: shortText.optional(),
  }),
  signedInAt: instant,
  consentVersion: z.int(),
  documents: z.array(z.object({ fileId: id, sha256: z.string().length(64) })),
  shareCents: cents,
  subsidyCents: cents,
  fundedCents: cents.optional(),
  base: fundedBase.optional(),
  devisExpiredOn: day.optional(),
  remainingBeforeCents: cents,
  remainingAfterCents: cents,
  settingsVersion: z.int(),
  paper: z
    .object({
      fileId: id.nullable(),
      signedBy: shortText,
      signedOn: day,
      recordedBy: z.enum(['laureate', 'staff']),
      reason: z.string().max(2_000),
    })
    .optional(),
});

export const PROOFS = 'proofs';
/** `proofs/{id}`: created with the decision, never changed, by nobody. */
export const proofs = collection((proofId: string) => `proofs/${proofId}`, schema);
