import type { DocumentData } from 'firebase-admin/firestore';
import * as z from 'zod';
import { type Laureate, type LegalForm, legalForms, type Member } from '../../domain/laureates/laureate.ts';
import { regions } from '../../domain/programme/territories.ts';
import { wholeBase } from '../../domain/subsidy/funded.ts';
import { changedNow } from '../changed-at.ts';
import { collection } from '../collection.ts';
import { cents, day, delegation, fundedBase, id, instant, shortText } from '../fields.ts';

export const balanceSchema = z.object({
  awardedCents: cents,
  committedCents: cents,
  settledCents: cents,
  paidCents: cents,
  remainingCents: cents,
});

const legalForm = z.custom<LegalForm>((value) => typeof value === 'string' && Object.hasOwn(legalForms, value));

/** Of the entities written before bases were, nothing is known: the subsidy may pay the VAT. */
const legalEntity = z.object({
  from: day,
  siret: z.string().length(14),
  name: shortText,
  legalForm: legalForm.nullish(),
  fundedBase: fundedBase.default(wholeBase),
});

const laureateSchema: z.ZodType<Laureate> = z.object({
  id,
  reference: shortText.nullable(),
  name: shortText,
  status: z.enum(['active', 'suspended', 'withdrawn', 'merged']),
  standing: z.object({ since: instant, byName: shortText, reason: z.string().max(2_000) }).nullish(),
  referent: z.object({ uid: id, phone: z.string().max(40) }).nullish(),
  mergedInto: id.nullish(),
  takeover: z
    .object({ intoId: id, byUid: z.string(), byName: z.string(), at: z.number(), startedAt: z.number().optional() })
    .nullish(),
  legalEntities: z.array(legalEntity).min(1),
  promotion: z.int().min(1).max(6),
  territory: z.enum(['rural', 'town', 'qpv']),
  region: z.enum(regions),
  department: shortText,
  note: z
    .object({
      ...{ version: z.int(), subthemes: z.array(id), accepted: z.boolean(), at: instant },
      answer: z.enum(['accept', 'askForChanges']).nullish(),
    })
    .nullable(),
  // Of the laureates written before there was any opening: nobody had said yes.
  openToSharing: z.object({ at: instant, byName: shortText }).nullable().default(null),
  balance: balanceSchema,
});

const memberSchema: z.ZodType<Member> = z.object({
  uid: id,
  laureateId: id,
  name: shortText,
  email: z.string().max(254),
  role: z.enum(['signatory', 'contributor']),
  active: z.boolean(),
  delegation: delegation.nullish(),
});

const storedLaureates = collection((laureateId: string) => `laureates/${laureateId}`, laureateSchema);

/** `sirens` repeats the first nine digits of each SIRET, for the query that looks for conflicts of interest. */
export const laureates = {
  ...storedLaureates,
  write: (laureate: Laureate): DocumentData => ({
    ...storedLaureates.write(laureate),
    ...changedNow(),
    sirens: laureate.legalEntities.map(({ siret }) => siret.slice(0, 9)),
  }),
};
export const LAUREATES = 'laureates';
/** Those of laureates and of experts' companies alike, as one group. */
export const MEMBERS = 'members';
/** Which of the two a path of that group is in. */
export const isOfLaureate = (path: string) => path.startsWith(`${LAUREATES}/`);
export const members = collection(
  (laureateId: string, uid: string) => `laureates/${laureateId}/members/${uid}`,
  memberSchema,
);
export const membersOf = (laureateId: string) => `laureates/${laureateId}/members`;
