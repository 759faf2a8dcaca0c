import * as z from 'zod';
import { collection } from '../collection.ts';
import { instant } from '../fields.ts';

const headSchema = z.object({
  /** Every change before this instant of Firestore's clock is in the chunks. */
  upTo: instant,
  chunks: z.int().min(0),
});
export type ListHead = z.infer<typeof headSchema>;

/** `lists/{name}`: the lines of a whole collection, gathered in a few documents (decision 046). Read and written by functions alone. */
export const listHeads = collection((name: string) => `lists/${name}`, headSchema);

/** `rows`: deflated JSON, so that 500 lines are some 60 kB and no field of theirs is indexed. */
export const listChunks = collection(
  (name: string, chunk: string) => `lists/${name}/chunks/${chunk}`,
  z.object({ rows: z.instanceof(Uint8Array) }),
);
