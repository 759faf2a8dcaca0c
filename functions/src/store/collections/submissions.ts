import * as z from 'zod';
import type { AmendmentRecord } from '../../domain/missions/outcome.ts';
import { WHOLE } from '../../domain/subsidy/funded.ts';
import { type DevisAmounts, type SubmittedAmounts, totalsOnly } from '../../domain/subsidy/share.ts';
import { collection } from '../collection.ts';
import { cents, centsByLaureate, id, shortText } from '../fields.ts';
import { submissionSchema } from './missions.ts';

const rate = z.int().min(0).max(WHOLE);
const vat = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({
    kind: z.literal('rates'),
    rates: z.array(z.object({ ratePerTenThousand: rate, baseCents: cents, vatCents: cents })),
  }),
]);

/** Of the devis written before rates and lines were, only the totals are known. */
const amounts: z.ZodType<DevisAmounts> = z
  .object({
    excludingVatCents: cents,
    vatCents: cents,
    includingVatCents: cents,
    vat: vat.optional(),
    lines: z.array(z.object({ label: shortText, excludingVatCents: cents, ratePerTenThousand: rate })).default([]),
  })
  .transform((read) => ({ ...read, vat: read.vat ?? totalsOnly(read.excludingVatCents, read.vatCents).vat }));

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

export const submissionsOf = (missionId: string) => `missions/${missionId}/submissions`;

const feedbackSchema = z.object({
  missionId: id,
  laureateId: id,
  expertId: id,
  at: z.int(),
  // Feedback given before forms had versions answers the first.
  formVersion: z.int().min(1).default(1),
  answers: z.record(z.string(), z.string().max(10_000)),
});

/** `feedback/{missionId_laureateId}`: read by FTL alone. */
export const feedback = collection(
  (missionId: string, laureateId: string) => `feedback/${missionId}_${laureateId}`,
  feedbackSchema,
);
export const FEEDBACK = 'feedback';
