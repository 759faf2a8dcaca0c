import * as z from 'zod';
import type { ExpertActionInput } from '../domain/api.ts';

/** The shapes of decisions on experts: who may take which, and what each needs, is in `domain/experts/decisions.ts`. */
const id = z.string().regex(/^[\w.-]{1,120}$/);
const message = z.string().max(2_000);
const line = z.string().max(300);
const interview = z.strictObject({ day: z.iso.date(), withWhom: line, byWhom: line, summary: z.string().max(5_000) });
const remarks = z.record(z.string().regex(/^\w{1,60}$/), message);
const about = { expertId: id, operationId: z.uuid(), submittedAt: z.int().optional() };

export const expertActionInput: z.ZodType<ExpertActionInput> = z.discriminatedUnion('decision', [
  z.strictObject({
    ...about,
    decision: z.enum(['publish', 'admitUnlisted', 'reject']),
    message,
    interview: interview.nullable(),
  }),
  z.strictObject({ ...about, decision: z.literal('return'), message, interview: interview.nullable(), remarks }),
  z.strictObject({ ...about, decision: z.literal('recordInterview'), interview }),
  z.strictObject({ ...about, decision: z.literal('confirmCard') }),
  z.strictObject({ ...about, decision: z.enum(['suspend', 'reinstate', 'withdraw']), message }),
]);
