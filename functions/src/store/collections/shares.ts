import * as z from 'zod';
import { allStates } from '../../domain/missions/states.ts';
import type { Share } from '../../domain/subsidy/share.ts';
import { collection } from '../collection.ts';
import { cents, id, instant, longText } from '../fields.ts';

const schema: z.ZodType<Share> = z.object({
  missionId: id,
  laureateId: id,
  expertId: id,
  expertName: z.string(),
  need: longText,
  subthemes: z.array(id),
  missionState: z.enum(allStates),
  since: instant,
  version: z.int(),
  status: z.enum(['none', 'proposed', 'committed', 'settled', 'void']),
  shareCents: cents,
  subsidyCents: cents,
  ownCents: cents,
  finalCents: cents,
  amendment: z
    .object({
      number: z.int(),
      shareCents: cents,
      before: z.object({ shareCents: cents, subsidyCents: cents, ownCents: cents }).nullable(),
    })
    .nullable(),
});

/** `laureates/{l}/shares/{missionId}`: a laureate's own amounts, and its list of missions. */
export const shares = collection(
  (laureateId: string, missionId: string) => `laureates/${laureateId}/shares/${missionId}`,
  schema,
);
export const sharesOf = (laureateId: string) => `laureates/${laureateId}/shares`;
