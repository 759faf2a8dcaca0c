import * as z from 'zod';
import type { Adjustment } from '../../domain/subsidy/adjustment.ts';
import { collection } from '../collection.ts';
import { author, cents, id, instant } from '../fields.ts';

const reason = z.string().max(2_000);

const schema: z.ZodType<Adjustment> = z.object({
  id,
  laureateId: id,
  kind: z.enum(['correction', 'refund', 'transfer']),
  cents,
  missionId: id.nullable(),
  otherLaureateId: id.nullable(),
  reason,
  proposedBy: author,
  proposedAt: instant,
  state: z.enum(['proposed', 'approved', 'rejected', 'withdrawn']),
  decidedBy: author.nullable(),
  decidedAt: instant.nullable(),
  decisionReason: reason.nullable(),
});

/** `adjustments/{operation}`: a correction that a second person must approve. Only its answer changes it, once. */
export const adjustments = collection((adjustmentId: string) => `adjustments/${adjustmentId}`, schema);
export const ADJUSTMENTS = 'adjustments';
