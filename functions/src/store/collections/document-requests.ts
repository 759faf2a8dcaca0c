import * as z from 'zod';
import { collection } from '../collection.ts';
import { id, instant } from '../fields.ts';

/**
 * `documentRequests/{fileId}`: a PDF to make, asked for in the business commit. The trigger is the fast path; the sweeper finds what stayed
 * `pending`. The file's id is known beforehand, so that making it twice makes it once.
 */
const schema = z.object({
  fileId: id,
  missionId: id,
  document: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('diagnostic'), version: z.int() }),
    z.object({ kind: z.literal('report'), number: z.int() }),
    z.object({ kind: z.literal('attestation'), proofId: id }),
  ]),
  at: instant,
  ownerUid: id,
  /** `superseded`: a newer report replaced this one before it was made, and its words are gone. */
  state: z.enum(['pending', 'made', 'superseded']),
});

export type DocumentRequest = z.infer<typeof schema>;
export const documentRequests = collection((fileId: string) => `documentRequests/${fileId}`, schema);
export const DOCUMENT_REQUESTS = 'documentRequests';
