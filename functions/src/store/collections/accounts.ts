import * as z from 'zod';
import { collection } from '../collection.ts';
import { id, instant, shortText } from '../fields.ts';

/**
 * `accounts/{uid}`: the authority on who a person is. Custom claims steer the page at most. `laureateIds` repeats the memberships for the rules,
 * which can't look inside a list of maps.
 */
const schema = z.object({
  uid: id,
  kind: z.enum(['laureate', 'expert', 'staff', 'observer']),
  active: z.boolean(),
  name: shortText,
  email: z.string().max(254),
  verifiedEmail: z.boolean(),
  /** Sign-ins older than this second are refused: moved forward when an account is switched off or its e-mail changes. */
  validAfterSec: z.int().min(0),
  memberships: z.array(z.object({ laureateId: id, role: z.enum(['signatory', 'contributor']) })),
  laureateIds: z.array(id),
  expertId: id.nullable(),
  /** Observers are invited for a limited time. */
  until: instant.nullable(),
});

export type Account = z.infer<typeof schema>;
export const accounts = collection((uid: string) => `accounts/${uid}`, schema);
