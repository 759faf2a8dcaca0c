import * as z from 'zod';
import { collection } from '../collection.ts';

/**
 * The whole directory in one document, so that a search is one read whatever the number of experts. `cards` is compressed JSON: as fields, 2 000
 * cards would be over the megabyte of a document, and each would be indexed for queries that nobody makes.
 */
const schema = z.object({
  /** Another number means that what is stored is of another shape: it is made again from the cards. */
  shape: z.int(),
  count: z.int().min(0),
  cards: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
});

export const directoryIndex = collection((name: string) => `directoryIndex/${name}`, schema);
export const CURRENT_INDEX = 'current';
