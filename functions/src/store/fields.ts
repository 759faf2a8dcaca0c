import * as z from 'zod';
import { type FundedBase, WHOLE } from '../domain/subsidy/funded.ts';

/** Field types that several collections share. */
export const instant = z.int().min(0);
export const day = z.iso.date();
export const cents = z.int();
export const id = z.string().min(1).max(200);
export const shortText = z.string().max(300);
export const longText = z.string().max(10_000);
export const author = z.object({ uid: id, name: shortText });
export const answers = z.record(z.string().max(60), longText);
export const delegation = z.object({ from: day, until: day, byName: shortText });
export const fundedBase: z.ZodType<FundedBase> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('excludingVat') }),
  z.object({ kind: z.literal('includingVat') }),
  z.object({ kind: z.literal('coefficient'), deductibleTenThousandths: z.int().min(0).max(WHOLE) }),
]);
export const centsByLaureate = z.record(id, cents);
