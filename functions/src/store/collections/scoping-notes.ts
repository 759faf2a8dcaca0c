import * as z from 'zod';
import { collection } from '../collection.ts';
import { answers, id, instant } from '../fields.ts';

/** `laureates/{l}/scopingNotes/{version}`: every version stays; a mission names the one it was asked under. */
const schema = z.object({
  laureateId: id,
  version: z.int().min(1),
  at: instant,
  by: id,
  subthemes: z.array(id).min(1),
  content: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('form'), formVersion: z.int(), answers }),
    z.object({ kind: z.literal('file'), fileId: id }),
  ]),
});

export const scopingNotes = collection(
  (laureateId: string, version: string) => `laureates/${laureateId}/scopingNotes/${version}`,
  schema,
);
