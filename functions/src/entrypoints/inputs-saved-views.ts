import * as z from 'zod';
import type { ViewActionInput } from '../domain/api.ts';
import { isSearch, LONGEST_SEARCH, type SavedList, savedLists, type ViewKeeper } from '../domain/lists/saved-views.ts';

/** The shapes of what is sent about saved views. */
const call = { operationId: z.uuid() };
const keeper = z.enum(['own', 'team'] as const satisfies readonly ViewKeeper[]);
const list = z.custom<SavedList>((value) => typeof value === 'string' && Object.hasOwn(savedLists, value));
/** Longer than a name may be: the rule says so in its own words. */
const name = z.string().max(300);
const search = z.string().max(LONGEST_SEARCH).refine(isSearch);
const ofView = { ...call, keeper, viewId: z.string().regex(/^[\w.-]{1,120}$/), revision: z.int().min(1) };

export const viewActionInput: z.ZodType<ViewActionInput> = z.discriminatedUnion('action', [
  z.strictObject({ ...call, action: z.literal('keep'), keeper, list, name, search }),
  z.strictObject({ ...ofView, action: z.literal('rename'), name }),
  z.strictObject({ ...ofView, action: z.literal('replace'), search }),
  z.strictObject({ ...ofView, action: z.literal('remove') }),
  z.strictObject({ ...ofView, action: z.literal('restore') }),
]);
