import * as z from 'zod';
import type { ApiContract } from '../domain/api.ts';

const uid = z.string().regex(/^[\w.-]{1,120}$/);
const call = { operationId: z.uuid() };

/** What a person asks about its own data, and what staff answer. */
export const erasureActionInput: z.ZodType<ApiContract['erasureAction']['input']> = z.discriminatedUnion('action', [
  z.strictObject({ ...call, action: z.literal('ask') }),
  z.strictObject({ ...call, action: z.literal('withdraw') }),
  z.strictObject({ ...call, action: z.literal('approve'), uid }),
  z.strictObject({ ...call, action: z.literal('refuse'), uid, reason: z.string().max(2_000) }),
]);
