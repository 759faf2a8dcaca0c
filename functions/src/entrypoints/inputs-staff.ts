import * as z from 'zod';
import type { ApiContract } from '../domain/api.ts';
import { MOST_ITEMS } from '../domain/staff/actions.ts';

const id = z.string().regex(/^[\w.-]{1,200}$/);
const selection = { operationId: z.uuid(), ids: z.array(id).min(1).max(MOST_ITEMS) };

/** What staff do to a selection of tasks or missions. */
export const staffActionInput: z.ZodType<ApiContract['staffAction']['input']> = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('assign'), ...selection, assigneeUid: id.nullable() }),
  z.strictObject({ action: z.literal('snooze'), ...selection, until: z.iso.date().nullable() }),
  z.strictObject({ action: z.literal('close'), ...selection }),
  z.strictObject({ action: z.literal('remind'), ...selection }),
  z.strictObject({ action: z.literal('extend'), ...selection, days: z.int(), reason: z.string().max(2_000) }),
]);
