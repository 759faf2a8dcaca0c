import * as z from 'zod';
import type { SubsidyActionInput } from '../domain/api.ts';
import { LARGEST_CENTS } from '../domain/money.ts';

const id = z.string().regex(/^[\w.-]{1,120}$/);
const cents = z.int().min(0).max(LARGEST_CENTS);
const reason = z.string().max(2_000);
const call = { operationId: z.uuid(), laureateId: id };
const answered = z.strictObject({ adjustmentId: id, reason });

export const subsidyActionInput: z.ZodType<SubsidyActionInput> = z.discriminatedUnion('action', [
  z.strictObject({
    ...call,
    action: z.literal('award'),
    input: z.strictObject({
      decision: z.string().max(120),
      date: z.iso.date(),
      ceilingCents: cents,
      amountCents: cents,
      recommendations: z.string().max(10_000),
    }),
  }),
  z.strictObject({
    ...call,
    action: z.literal('adjust'),
    input: z.strictObject({
      kind: z.enum(['correction', 'refund', 'transfer']),
      cents: z.int().min(-LARGEST_CENTS).max(LARGEST_CENTS),
      missionId: id.nullable(),
      otherLaureateId: id.nullable(),
      reason,
    }),
  }),
  z.strictObject({
    ...call,
    action: z.literal('approveAdjustment'),
    input: z.strictObject({ adjustmentId: id }),
  }),
  z.strictObject({ ...call, action: z.literal('rejectAdjustment'), input: answered }),
  z.strictObject({ ...call, action: z.literal('withdrawAdjustment'), input: answered }),
  z.strictObject({ ...call, action: z.literal('reconcile'), laureateId: id.nullable() }),
]);
