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
/** A view of a list that exists no more goes with it, and hides no other. */
const views = z
  .array(z.unknown())
  .max(2 * MOST_VIEWS)
  .transform((stored): SavedView[] => stored.flatMap((one) => view.safeParse(one).data ?? []));
const schema: z.ZodType<{ views: SavedView[] }> = z.object({ views });

/** `accounts/{uid}/preferences/listViews`: what a person of the team keeps for itself. One document, so that all are one read and one race. */
export const ownViews = collection((uid: string) => `accounts/${uid}/preferences/listViews`, schema);

/** `sharedViews/team`: what the team keeps together. */
export const sharedViews = collection((name: 'team') => `sharedViews/${name}`, schema);
