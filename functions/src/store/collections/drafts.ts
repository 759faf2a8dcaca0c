import * as z from 'zod';
import { LONGEST_REGISTRATION } from '../../domain/experts/kept-registration.ts';
import { LONGEST_DRAFT, type WorkDraft } from '../../domain/experts/work-drafts.ts';
import { collection } from '../collection.ts';
import { author, id, instant, shortText } from '../fields.ts';

const text = z.string().max(LONGEST_DRAFT);
const editor = z.object({ name: shortText, since: instant, seenAt: instant });

const workSchema: z.ZodType<WorkDraft> = z.object({
  about: shortText,
  revision: z.int().min(1),
  text,
  by: author,
  savedAt: instant,
  before: z.object({ text, byName: shortText, savedAt: instant }).nullable(),
  editors: z.record(id, editor),
});

/** `experts/{e}/drafts/{key}`: what a company writes and has not handed in. Read by its own people alone, through a function. */
export const workDrafts = collection(
  (expertId: string, key: string) => `experts/${expertId}/drafts/${key}`,
  workSchema,
);

/** Those of companies and those that people keep in their own account, as one group; `savedAt` is of the first, `updatedAt` of the others. */
export const DRAFTS = 'drafts';

const keptSchema = z.object({
  text: z.string().max(LONGEST_REGISTRATION),
  emailHash: z.string().length(64),
  savedAt: instant,
  expiresAt: instant,
});

/**
 * `keptRegistrations/{sha256 of the link}`: begun by somebody who has no account yet. Nothing else is known of that person here. Until its mail
 * leaves, when the link is made, it waits under the name of that mail, which is no hash: no link leads there.
 */
export const keptRegistrations = collection((hash: string) => `keptRegistrations/${hash}`, keptSchema);
export const KEPT_REGISTRATIONS = 'keptRegistrations';
