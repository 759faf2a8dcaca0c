import type { QueryDocumentSnapshot } from 'firebase-admin/firestore';
import * as z from 'zod';
import { type Proof, proofKinds } from '../../domain/missions/outcome.ts';
import type { LinkedProof } from '../../domain/proofs/link.ts';
import { collection } from '../collection.ts';
import { cents, day, fundedBase, id, instant, shortText } from '../fields.ts';

const fields = {
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
    email: shortText.optional(),
    function: shortText.optional(),
    siret: shortText.optional(),
    role: z.enum(['signatory', 'staff']).optional(),
    roleGiven: z.object({ byName: shortText, at: instant }).optional(),
  }),
  signedInAt: instant,
  authentication: z
    .object({
      by: z.enum(['code', 'link']),
      askedAt: instant.nullable(),
      sentAt: instant.nullable(),
      usedAt: instant,
      wrongCodes: z.int().min(0),
    })
    .optional(),
  consentVersion: z.int(),
  consentText: z.string().max(2_000).optional(),
  documents: z.array(
    z.object({
      fileId: id,
      sha256: z.string().length(64),
      size: z.int().min(0).optional(),
      generation: shortText.optional(),
    }),
  ),
  opened: z
    .array(z.object({ fileId: id, as: z.enum(['file', 'preview']), firstAt: instant, lastAt: instant }))
    .optional(),
  template: z.object({ name: shortText, version: z.int() }).optional(),
  reason: z.string().max(10_000).optional(),
  time: z.object({ utc: shortText, paris: shortText }).optional(),
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
};
const schema: z.ZodType<Proof> = z.object(fields);

const hash = z.string().length(64);
/** A record in its place. What hangs it is beside it, never in it: the hash that its attestation prints is of the record alone. */
const linked = {
  ...fields,
  // Records made before there was a chain have no place in it.
  chain: z.object({ sequence: z.int().min(1), previousHash: hash, hash }).optional(),
};
const linkedSchema: z.ZodType<LinkedProof> = z.object(linked);
const storedLinked = z.object({ ...linked, schema: z.literal(1) });

export const PROOFS = 'proofs';
/** `proofs/{id}`: created with the decision, never changed, by nobody. */
export const proofs = collection((proofId: string) => `proofs/${proofId}`, schema);
/** The same documents, with the place of each among its laureate's. */
export const linkedProofs = collection((proofId: string) => `proofs/${proofId}`, linkedSchema);

/** The records that can be read, and the names of the documents that can't, which a check must be able to say. */
export function readableProofs(documents: readonly QueryDocumentSnapshot[]): {
  readonly records: LinkedProof[];
  readonly unreadable: string[];
} {
  const parsed = documents.map((document) => ({ id: document.id, ...storedLinked.safeParse(document.data()) }));
  return {
    records: parsed.flatMap(({ data }) => {
      if (data === undefined) return [];
      const { schema: _schema, ...record } = data;
      return [record];
    }),
    unreadable: parsed.filter(({ success }) => !success).map(({ id: name }) => name),
  };
}
