import * as z from 'zod';
import type { Recommendation, ScopingNote } from '../../domain/scoping-notes/note.ts';
import { collection } from '../collection.ts';
import { answers, cents, day, id, instant, longText, shortText } from '../fields.ts';

const needSchema = z.object({
  need: z.string().max(2_000),
  priority: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  expected: z.string().max(2_000),
  estimatedCents: cents.nullable(),
});

/** `laureates/{l}/scopingNotes/{version}`: every version stays; a mission names the one it was asked under. */
const schema: z.ZodType<ScopingNote> = z.object({
  laureateId: id,
  version: z.int().min(1),
  at: instant,
  by: id,
  byName: shortText.default(''),
  subthemes: z.array(id).min(1),
  content: z.discriminatedUnion('kind', [
    // Notes handed in before needs were told by sub-theme have none.
    z.object({ kind: z.literal('form'), formVersion: z.int(), answers, needs: z.record(id, needSchema).default({}) }),
    z.object({ kind: z.literal('file'), fileId: id }),
  ]),
  answer: z
    .object({ kind: z.enum(['accept', 'askForChanges']), at: instant, byName: shortText, message: longText })
    .nullable()
    .default(null),
});

export const scopingNotes = collection(
  (laureateId: string, version: string) => `laureates/${laureateId}/scopingNotes/${version}`,
  schema,
);
/** Of every laureate: an import compares them all. */
export const SCOPING_NOTES = 'scopingNotes';
export const scopingNotesOf = (laureateId: string) => `laureates/${laureateId}/scopingNotes`;

const recommendationSchema: z.ZodType<Recommendation> = z.object({
  id,
  laureateId: id,
  source: z.enum(['committee', 'trainers']),
  day,
  subthemes: z.array(id),
  text: longText,
  fileId: id.nullable(),
  at: instant,
  byName: shortText,
});

/** `laureates/{l}/recommendations/{id}`: added, never changed. */
export const recommendations = collection(
  (laureateId: string, recommendationId: string) => `laureates/${laureateId}/recommendations/${recommendationId}`,
  recommendationSchema,
);
/** Of every laureate: an import compares them all. */
export const RECOMMENDATIONS = 'recommendations';
export const recommendationsOf = (laureateId: string) => `laureates/${laureateId}/recommendations`;
