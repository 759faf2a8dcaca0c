import * as z from 'zod';
import {
  LONGEST_SEARCH,
  MOST_VIEWS,
  type SavedList,
  type SavedView,
  savedLists,
} from '../../domain/lists/saved-views.ts';
import { collection } from '../collection.ts';
import { author, id, instant, shortText } from '../fields.ts';

const list = z.custom<SavedList>((value) => typeof value === 'string' && Object.hasOwn(savedLists, value));
const view: z.ZodType<SavedView> = z.object({
  ...{ id, list, name: shortText, search: z.string().max(LONGEST_SEARCH) },
  ...{ by: author, changedBy: author, changedAt: instant, revision: z.int().min(1), removedAt: instant.nullable() },
});
const schema = z.object({ views: z.array(view).max(2 * MOST_VIEWS) });

/** `accounts/{uid}/preferences/listViews`: what a person of the team keeps for itself. One document, so that all are one read and one race. */
export const ownViews = collection((uid: string) => `accounts/${uid}/preferences/listViews`, schema);

/** `sharedViews/team`: what the team keeps together. */
export const sharedViews = collection((name: 'team') => `sharedViews/${name}`, schema);
