import * as z from 'zod';
import type { AmendmentRecord } from '../../domain/missions/outcome.ts';
import type { SubmittedAmounts } from '../../domain/subsidy/share.ts';
import { collection } from '../collection.ts';
import { cents, centsByLaureate, id } from '../fields.ts';
import { submissionSchema } from './missions.ts';

const amounts = z.object({ excludingVatCents: cents, vatCents: cents, includingVatCents: cents });

const schema: z.ZodType<SubmittedAmounts> = z.object({
  version: z.int().min(1),
  submission: submissionSchema,
  amounts,
  split: centsByLaureate,
});

const amendmentSchema: z.ZodType<AmendmentRecord> = z.object({
  number: z.int().min(1),
  reason: z.string(),
  amounts,
  split: centsByLaureate,
});

/** `missions/{m}/submissions/{version}`: every amount of a version, for the expert and staff. One document a version, never changed. */
export const submissions = collection(
  (missionId: string, version: string) => `missions/${missionId}/submissions/${version}`,
  schema,
);
export const amendments = collection(
  (missionId: string, number: string) => `missions/${missionId}/amendments/${number}`,
  amendmentSchema,
);

const feedbackSchema = z.object({
  missionId: id,
  laureateId: id,
  expertId: id,
  at: z.int(),
  answers: z.record(z.string(), z.string().max(10_000)),
});

/** `feedback/{missionId_laureateId}`: read by FTL alone. */
export const feedback = collection(
  (missionId: string, laureateId: string) => `feedback/${missionId}_${laureateId}`,
  feedbackSchema,
);
