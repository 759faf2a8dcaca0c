import * as z from 'zod';
import type { MissionActionResult } from '../../domain/api.ts';
import { allStates } from '../../domain/missions/states.ts';
import { collection } from '../collection.ts';
import { id, instant } from '../fields.ts';
import { balanceSchema } from './laureates.ts';

/** `signInTokens/{sha256 of the token}`: the token itself exists only in the mail. Once used it stays, to offer a new one to its owner. */
const tokenSchema = z.object({
  uid: id,
  next: z.string().startsWith('/'),
  createdAt: instant,
  expiresAt: instant,
  usedAt: instant.nullable(),
});
export const signInTokens = collection((hash: string) => `signInTokens/${hash}`, tokenSchema);

/** `rateLimits/{key}`: a fixed window. */
const limitSchema = z.object({ count: z.int(), resetsAt: instant });
export const rateLimits = collection((key: string) => `rateLimits/${key}`, limitSchema);

/** `operations/{uid_operationId}`: the first answer to a call, returned again to its repetition. */
const resultSchema: z.ZodType<MissionActionResult> = z.object({
  missionId: id,
  state: z.enum(allStates),
  done: z.string(),
  balance: balanceSchema.nullable(),
});
const operationSchema = z.object({ requestHash: z.string(), at: instant, result: resultSchema });
export const operations = collection(
  (uid: string, operationId: string) => `operations/${uid}_${operationId}`,
  operationSchema,
);
