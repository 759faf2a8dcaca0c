import * as z from 'zod';
import { allStates } from '../../domain/missions/states.ts';
import { mailNames, type OutboxItem } from '../../domain/notifications/subscriptions.ts';
import { collection } from '../collection.ts';
import { day, id, instant } from '../fields.ts';
import { storedExpertState } from './experts.ts';

const text = z.string().max(10_000);

const schema: z.ZodType<OutboxItem & OutboxProgress> = z.object({
  id,
  mail: z.enum(mailNames),
  to: z.object({ email: z.string().max(254), name: z.string().max(300), uid: id.nullable() }),
  facts: z.object({
    recipientName: text,
    reader: z.enum(['laureate', 'expert', 'staff']),
    laureateName: text,
    expertName: text,
    happened: text,
    byName: text,
    reason: text,
    state: z.enum(allStates).or(storedExpertState).nullable(),
    need: text,
    expectedBefore: day.nullish(),
  }),
  path: z.string().startsWith('/'),
  createdAt: instant,
  state: z.enum(['pending', 'leased', 'retry', 'sent', 'dead', 'discarded']),
  attempt: z.int().min(0),
  /** When a lease runs out, or a retry is due. */
  nextMs: instant,
  problem: z.string().nullable(),
});

export interface OutboxProgress {
  readonly state: 'pending' | 'leased' | 'retry' | 'sent' | 'dead' | 'discarded';
  readonly attempt: number;
  readonly nextMs: number;
  readonly problem: string | null;
}

export type QueuedMail = OutboxItem & OutboxProgress;
export const outbox = collection((itemId: string) => `outbox/${itemId}`, schema);
export const OUTBOX = 'outbox';

export function queued(item: OutboxItem): QueuedMail {
  return { ...item, state: 'pending', attempt: 0, nextMs: item.createdAt, problem: null };
}
