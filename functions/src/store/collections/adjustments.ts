import * as z from 'zod';
import type { Adjustment } from '../../domain/subsidy/adjustment.ts';
import { collection } from '../collection.ts';
import { cents, id, instant, shortText } from '../fields.ts';

const named = z.object({ uid: id, name: shortText });
const reason = z.string().max(2_000);

const schema: z.ZodType<Adjustment> = z.object({
  id,
  laureateId: id,
  kind: z.enum(['correction', 'refund', 'transfer']),
  cents,
  missionId: id.nullable(),
  otherLaureateId: id.nullable(),
  reason,
  proposedBy: named,
  proposedAt: instant,
  state: z.enum(['proposed', 'approved', 'rejected', 'withdrawn']),
  decidedBy: named.nullable(),
  decidedAt: instant.nullable(),
  decisionReason: reason.nullable(),
});

/** `adjustments/{operation}`: a correction that a second person must approve. Only its answer changes it, once. */
export const adjustments = collection((adjustmentId: string) => `adjustments/${adjustmentId}`, schema);
export const ADJUSTMENTS = 'adjustments';
