import * as z from 'zod';
import { collection } from '../collection.ts';
import { delegation, id, instant, shortText } from '../fields.ts';

/**
 * `accounts/{uid}`: the authority on who a person is. Custom claims steer the page at most. `laureateIds` repeats the memberships for the rules,
 * which can't look inside a list of maps.
 */
const schema = z.object({
  uid: id,
  kind: z.enum(['laureate', 'expert', 'staff', 'observer']),
  active: z.boolean(),
  name: shortText,
  /** Those that were corrected since: what was done then bears them. Absent while none was. */
  earlierNames: z.array(shortText).optional(),
  email: z.string().max(254),
  verifiedEmail: z.boolean(),
  /** Sign-ins older than this second are refused: moved forward when an account is switched off or its e-mail changes. */
  validAfterSec: z.int().min(0),
  memberships: z.array(
    z.object({
      laureateId: id,
      role: z.enum(['signatory', 'contributor']),
      /** Days during which this contributor signs, by a signatory's word; documents from before delegations have none. */
      delegation: delegation.nullable().default(null),
      /** Who gave this role, and when; absent from those given before it was kept. */
      given: z.object({ byName: shortText, at: instant }).optional(),
    }),
  ),
  laureateIds: z.array(id),
  expertId: id.nullable(),
  /** Observers are invited for a limited time. */
  until: instant.nullable(),
  /** When staff ended everything this person had: only staff give it back. Absent while nobody did. */
  switchedOffAt: instant.nullish(),
  /** Where staff, or colleagues, may call the person. */
  phone: z.string().max(40).nullish(),
  /** « Adresse en erreur »; absent while mails reach it. */
  addressProblem: z.object({ at: instant, reason: z.string().max(2_000), byName: shortText }).nullish(),
});

export type Account = z.infer<typeof schema>;
export const accounts = collection((uid: string) => `accounts/${uid}`, schema);

/**
 * `emails/{sha256 of the address}`: whose it is. Created with the account, so that two registrations of one address at the same moment can't
 * make two accounts: the second fails, reads again and meets the first.
 */
export const emails = collection((hash: string) => `emails/${hash}`, z.object({ uid: id }));
export const ACCOUNTS = 'accounts';
