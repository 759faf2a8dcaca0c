import * as z from 'zod';
import type { StaffNote } from '../../domain/notes/note.ts';
import { collection } from '../collection.ts';
import { author, day, id, instant, longText, shortText } from '../fields.ts';

const schema: z.ZodType<StaffNote> = z.object({
  id,
  about: z.object({ kind: z.enum(['laureate', 'expert', 'mission']), id }),
  kind: z.enum(['note', 'call']),
  at: instant,
  by: author,
  text: longText,
  withWhom: shortText,
  calledOn: day.nullable(),
  followUpOn: day.nullable(),
  correctsId: id.nullable(),
  withdrawn: z.object({ at: instant, reason: z.string().max(2_000) }).nullable(),
});

/** `notes/{id}`: of the team alone. Created once; then only withdrawn. */
export const notes = collection((noteId: string) => `notes/${noteId}`, schema);
export const NOTES = 'notes';
