import * as z from 'zod';
import type { Instant } from '../../domain/calendar.ts';
import { type DeadMailCause, deadMailCauses } from '../../domain/incidents/dead-mails.ts';
import { allStates, waitingStates } from '../../domain/missions/states.ts';
import { type Frequency, frequencies, type Period } from '../../domain/notifications/frequencies.ts';
import { type MailPart, mailNames, type OutboxItem } from '../../domain/notifications/mails.ts';
import { collection } from '../collection.ts';
import { day, id, instant } from '../fields.ts';
import { storedExpertState } from './experts.ts';

const text = z.string().max(10_000);
const happening = z.object({ at: instant, happened: text, byName: text, reason: text });

const part: z.ZodType<MailPart> = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('lines'),
    title: text,
    lines: z.array(z.object({ text, detail: text, path: z.string().startsWith('/').nullable() })),
  }),
  z.object({
    kind: z.literal('figures'),
    title: text,
    rows: z.array(z.object({ label: text, value: text, share: z.number().min(0).max(1).nullable() })),
  }),
]);

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
    earlier: z.array(happening).optional(),
  }),
  replyTo: z.object({ email: z.string().max(254), name: z.string().max(300) }).nullish(),
  path: z.string().startsWith('/'),
  // Mails from before these were kept left at once, and told of no mission.
  when: z.custom<Frequency>((value) => typeof value === 'string' && Object.hasOwn(frequencies, value)).default('now'),
  mission: z
    .object({ id, event: z.int().min(0) })
    .nullable()
    .default(null),
  parts: z.array(part).default([]),
  reminds: z
    .array(
      z.object({
        ...{
          missionId: id,
          event: z.int().min(0),
          state: z.enum(waitingStates),
          since: instant,
          laureateId: id.nullable(),
        },
        ...{ laureateName: text, expertName: text, need: text, expectedBefore: day.nullable() },
        path: z.string().startsWith('/'),
      }),
    )
    .min(1)
    .nullish(),
  createdAt: instant,
  state: z.enum(['pending', 'leased', 'retry', 'sent', 'dead', 'discarded', 'held', 'gathered', 'superseded']),
  attempt: z.int().min(0),
  /** When a lease runs out, or a retry is due. */
  nextMs: instant,
  attemptedAt: instant.nullable().default(null),
  problem: z.string().nullable(),
  // Those that died before causes were told apart have none.
  cause: z
    .custom<DeadMailCause>((value) => typeof value === 'string' && Object.hasOwn(deadMailCauses, value))
    .nullish(),
  heldFor: z.enum(['daily', 'weekly']).nullable().default(null),
  into: id.nullable().default(null),
  cleared: z.object({ at: instant, sha256: z.string().length(64) }).optional(),
});

export interface OutboxProgress {
  /**
   * `held` waits to be gathered in the mail of a day or a week, `gathered` was; `superseded` tells of what has moved since, or is told by
   * a later mail.
   */
  readonly state: 'pending' | 'leased' | 'retry' | 'sent' | 'dead' | 'discarded' | 'held' | 'gathered' | 'superseded';
  /** Of a mail that is held: by which mail it is gathered. */
  readonly heldFor: Period | null;
  /** The id of the mail that gathered it, or took its place. */
  readonly into: string | null;
  readonly attempt: number;
  readonly nextMs: number;
  /** When it was last handed to the mail server, or is about to be; null while it never was. Minutes and weeks are counted by it. */
  readonly attemptedAt: Instant | null;
  readonly problem: string | null;
  /** Of a dead mail: why; absent from any other. */
  readonly cause?: DeadMailCause | null | undefined;
  /** When its content was forgotten, and the hash of what it was; absent while it is kept. */
  readonly cleared?: { readonly at: Instant; readonly sha256: string } | undefined;
}

export type QueuedMail = OutboxItem & OutboxProgress;
export const outbox = collection((itemId: string) => `outbox/${itemId}`, schema);
export const OUTBOX = 'outbox';

/** A mail as it begins to wait. */
export function queued(item: OutboxItem): QueuedMail {
  const start = { state: 'pending', attempt: 0, attemptedAt: null, problem: null, heldFor: null, into: null } as const;
  return { ...item, ...start, nextMs: item.createdAt };
}
