import * as z from 'zod';
import type { DayStamp } from '../../domain/proofs/day-stamp.ts';
import { collection } from '../collection.ts';
import { day, instant, shortText } from '../fields.ts';

const hashes = z.array(z.string().length(64));

const schema: z.ZodType<DayStamp> = z.discriminatedUnion('state', [
  z.object({
    ...{ day, hashes },
    state: z.literal('waiting'),
    attempts: z.int().min(0),
    triedAt: instant.nullable(),
    problem: shortText.nullable(),
  }),
  z.object({
    ...{ day, hashes },
    state: z.literal('stamped'),
    stampedAt: instant,
    authority: shortText,
    demonstration: z.boolean(),
    serial: shortText,
    token: z.base64().max(200_000),
  }),
]);

/**
 * `timeStamps/{day}`: the proofs of one day and, once an authority answered, its token, which nothing replaces. A document takes some ten
 * thousand hashes; a programme of a hundred laureates makes a few dozen a day.
 */
export const timeStamps = collection((stampedDay: string) => `timeStamps/${stampedDay}`, schema);
export const TIME_STAMPS = 'timeStamps';
