import * as z from 'zod';
import type { ScopingNoteActionInput, ScopingNoteInput } from '../domain/api.ts';
import { LARGEST_CENTS } from '../domain/money.ts';
import { LONGEST_NEED } from '../domain/scoping-notes/note.ts';
import { MOST_SUBTHEMES } from '../domain/settings/themes-setting.ts';

/** The shapes of scoping notes and of what staff do about them: what a note must say is in `domain/notes`. */
const id = z.string().regex(/^[\w.-]{1,120}$/);
const text = z.string().max(10_000);
const subthemes = z.array(id).max(MOST_SUBTHEMES);
const about = { operationId: z.uuid(), laureateId: id };

const need = z.strictObject({
  need: z.string().max(LONGEST_NEED),
  priority: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  expected: z.string().max(LONGEST_NEED),
  estimatedCents: z.int().min(0).max(LARGEST_CENTS).nullable(),
});

export const scopingNoteInput: z.ZodType<ScopingNoteInput> = z.strictObject({
  ...about,
  subthemes,
  content: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('form'),
      formVersion: z.int().min(1).optional(),
      answers: z.record(z.string().regex(/^\w{1,60}$/), text),
      needs: z.record(id, need),
    }),
    z.strictObject({ kind: z.literal('file'), fileId: id }),
  ]),
  basedOn: z.int().min(0).optional(),
});

export const scopingNoteActionInput: z.ZodType<ScopingNoteActionInput> = z.discriminatedUnion('action', [
  z.strictObject({
    ...about,
    action: z.enum(['accept', 'askForChanges']),
    version: z.int().min(1),
    message: z.string().max(2_000),
  }),
  z.strictObject({
    ...about,
    action: z.literal('recommend'),
    day: z.iso.date(),
    source: z.enum(['committee', 'trainers']),
    subthemes,
    text,
    fileId: id.nullable(),
  }),
]);
