import * as z from 'zod';
import { type ErasureRequest, type ErasureState, erasureStates } from '../../domain/my-data/request.ts';
import { type InactivityNotice, warnings } from '../../domain/retention/inactivity.ts';
import { collection } from '../collection.ts';
import { day, id, instant, shortText } from '../fields.ts';

/** How far the walk of an erasure is; `person`: as the service knew it, forgotten with the last step. */
export interface KeptErasure extends ErasureRequest {
  readonly person: {
    readonly name: string;
    readonly email: string;
    readonly phone: string | null;
    /** Found as it begins, before the walk takes what says them. */
    readonly earlierEmails?: readonly string[] | undefined;
    readonly earlierNames?: readonly string[] | undefined;
  } | null;
  readonly expertId: string | null;
  /** Which group of collections, and the last document read there; null before the first. */
  readonly walk: { readonly group: number; readonly after: string | null };
}

const address = z.string().max(254);

const schema: z.ZodType<KeptErasure> = z.object({
  uid: id,
  cause: z.enum(['asked', 'inactive']),
  askedAt: instant,
  state: z.custom<ErasureState>((value) => typeof value === 'string' && Object.hasOwn(erasureStates, value)),
  decidedAt: instant.nullable(),
  decidedBy: shortText.nullable(),
  reason: z.string().max(2_000),
  doneAt: instant.nullable(),
  person: z
    .object({
      name: shortText,
      email: address,
      phone: z.string().max(40).nullable(),
      earlierEmails: z.array(address).optional(),
      earlierNames: z.array(shortText).optional(),
    })
    .nullable(),
  expertId: id.nullable(),
  walk: z.object({ group: z.int().min(0), after: z.string().nullable() }),
});

/** `erasureRequests/{uid}`: asked for by a person, decided by staff, done by night. Kept without the name: who asks later can be answered. */
export const erasureRequests = collection((uid: string) => `erasureRequests/${uid}`, schema);
export const ERASURE_REQUESTS = 'erasureRequests';

const noticeSchema: z.ZodType<InactivityNotice> = z.object({
  expertId: id,
  dueOn: day,
  warned: z.array(z.union(warnings.map((before) => z.literal(before)))),
});

/** `retentionNotices/{expertId}`: what its people were told before their company is made anonymous. */
export const retentionNotices = collection((expertId: string) => `retentionNotices/${expertId}`, noticeSchema);

/** `retentionProgress/{row}`: where the daily job is among documents that it passes without deleting them all. */
export const retentionProgress = collection(
  (row: string) => `retentionProgress/${row}`,
  z.object({ at: instant, after: id }),
);
