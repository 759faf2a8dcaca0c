import * as z from 'zod';
import { allStates } from '../../domain/missions/states.ts';
import type { Cents } from '../../domain/money.ts';
import { wholeBase } from '../../domain/subsidy/funded.ts';
import type { Share } from '../../domain/subsidy/share.ts';
import { collection } from '../collection.ts';
import { cents, day, fundedBase, id, instant, longText, shortText } from '../fields.ts';

const amounts = { shareCents: cents, fundedCents: cents.optional(), subsidyCents: cents, ownCents: cents };
const amendment = z.object({
  number: z.int(),
  shareCents: cents,
  fundedCents: cents.optional(),
  before: z.object(amounts).transform(wholeFunded).nullable(),
});

const schema: z.ZodType<Share> = z
  .object({
    missionId: id,
    laureateId: id,
    expertId: id,
    expertName: z.string(),
    needId: id.optional(),
    need: longText,
    subthemes: z.array(id),
    missionState: z.enum(allStates),
    since: instant,
    version: z.int(),
    status: z.enum(['none', 'proposed', 'committed', 'settled', 'void']),
    base: fundedBase.default(wholeBase),
    ...amounts,
    finalCents: cents,
    amendment: amendment.transform(wholeFunded).nullable(),
    outside: z.object({ on: day, by: shortText }).optional(),
  })
  .transform(withNeed)
  .transform(wholeFunded);

/** The shares written before needs were name none: each mission is then shown as a need of its own. */
function withNeed<Read extends { readonly missionId: string; readonly needId?: string | undefined }>(
  read: Read,
): Read & { readonly needId: string } {
  return { ...read, needId: read.needId ?? read.missionId };
}

/** Of the shares written before bases were, the subsidy might pay all. */
function wholeFunded<Amounts extends { readonly shareCents: Cents; readonly fundedCents?: Cents | undefined }>(
  read: Amounts,
): Amounts & { readonly fundedCents: Cents } {
  return { ...read, fundedCents: read.fundedCents ?? read.shareCents };
}

/** `laureates/{l}/shares/{missionId}`: a laureate's own amounts, and its list of missions. */
export const shares = collection(
  (laureateId: string, missionId: string) => `laureates/${laureateId}/shares/${missionId}`,
  schema,
);
export const sharesOf = (laureateId: string) => `laureates/${laureateId}/shares`;
