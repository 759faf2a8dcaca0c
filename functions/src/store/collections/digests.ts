import * as z from 'zod';
import type { Instant } from '../../domain/calendar.ts';
import type { Period } from '../../domain/notifications/frequencies.ts';
import { collection } from '../collection.ts';
import { id, instant } from '../fields.ts';

/** That a person was told of a period, and by which mail. */
export interface DigestRecord {
  readonly id: string;
  readonly period: Period;
  /** « 2026-11-30 » of a day, « 2026-W49 » of a week. */
  readonly name: string;
  /** Null of an address without an account. */
  readonly uid: string | null;
  readonly mailId: string;
  readonly actions: number;
  readonly news: number;
  readonly at: Instant;
}

const schema: z.ZodType<DigestRecord> = z.object({
  id,
  period: z.enum(['daily', 'weekly']),
  name: z.string().regex(/^\d{4}-(\d{2}-\d{2}|W\d{2})$/),
  uid: id.nullable(),
  mailId: id,
  actions: z.int().min(0),
  news: z.int().min(0),
  at: instant,
});

/** `digests/{period.person}`: created once, with the mail and with what it gathers, so that a period is never told twice. */
export const digests = collection((digestId: string) => `digests/${digestId}`, schema);
export const DIGESTS = 'digests';
