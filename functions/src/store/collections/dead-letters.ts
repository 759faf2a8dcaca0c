import * as z from 'zod';
import type { DeadLetter } from '../../domain/incidents/dead-letters.ts';
import { type TriggerName, triggers } from '../../domain/incidents/triggers.ts';
import { collection } from '../collection.ts';
import { id, instant, shortText } from '../fields.ts';

const schema: z.ZodType<DeadLetter> = z.object({
  id,
  trigger: z.custom<TriggerName>((value) => typeof value === 'string' && value in triggers),
  subject: z.string().max(1_000),
  eventId: shortText,
  code: shortText,
  firstSeenAt: instant,
  lastSeenAt: instant,
  attempts: z.int().min(1),
  state: z.enum(['open', 'replaying', 'replayed', 'discarded']),
  claimedAt: instant.nullable(),
  closedAt: instant.nullable(),
  closedBy: shortText.nullable(),
  reason: z.string().max(2_000).nullable(),
});

/** `deadLetters/{trigger.hash of the subject}`: what a function could not do, until somebody does it again or sets it aside. */
export const deadLetters = collection((letterId: string) => `deadLetters/${letterId}`, schema);
export const DEAD_LETTERS = 'deadLetters';
