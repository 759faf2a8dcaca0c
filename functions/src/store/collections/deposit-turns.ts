import * as z from 'zod';
import { collection } from '../collection.ts';
import { id, instant } from '../fields.ts';

/**
 * `depositTurns/{laureate or mission}`: the last announcement of a deposit there. Each rewrites it, so that two at once cannot both take the last
 * place: what is counted is as it was counted when the announcement is written.
 */
const schema = z.object({ uploadId: id, at: instant });

export const depositTurns = collection((place: string) => `depositTurns/${place}`, schema);
