import * as z from 'zod';
import type { NoteActionInput } from '../domain/api.ts';
import type { NoteSubject } from '../domain/notes/note.ts';

/** The shapes of what staff send about their notes. */
const id = z.string().regex(/^[\w.-]{1,120}$/);
const day = z.iso.date();
const call = { operationId: z.uuid() };

export const noteSubjectInput: z.ZodType<NoteSubject> = z.strictObject({
  kind: z.enum(['laureate', 'expert', 'mission']),
  id,
});

export const noteActionInput: z.ZodType<NoteActionInput> = z.discriminatedUnion('action', [
  z.strictObject({
    ...call,
    action: z.literal('write'),
    about: noteSubjectInput,
    kind: z.enum(['note', 'call']),
    text: z.string().max(10_000),
    withWhom: z.string().max(300),
    calledOn: day.nullable(),
    followUpOn: day.nullable(),
    correctsId: id.nullable(),
  }),
  z.strictObject({ ...call, action: z.literal('withdraw'), noteId: id, reason: z.string().max(2_000) }),
]);
