import * as z from 'zod';
import type { LaureateActionInput } from '../domain/api.ts';
import { type LegalForm, legalForms } from '../domain/laureates/laureate.ts';
import { WHOLE } from '../domain/subsidy/funded.ts';

/** The shapes of what staff send about a laureate, or its own people: what may be done, and when, is in `domain/laureates/actions.ts`. */
const id = z.string().regex(/^[\w.-]{1,120}$/);
const reason = z.string().max(2_000);
const legalForm = z.custom<LegalForm>((value) => typeof value === 'string' && Object.hasOwn(legalForms, value));

const about = { operationId: z.uuid(), laureateId: id };
const entity = {
  from: z.iso.date(),
  siret: z.string().max(20),
  name: z.string().max(300),
  legalForm: legalForm.nullable(),
  reason,
};

const fundedBase = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['includingVat', 'excludingVat']) }),
  z.strictObject({ kind: z.literal('coefficient'), deductibleTenThousandths: z.int().min(0).max(WHOLE) }),
]);

export const laureateActionInput: z.ZodType<LaureateActionInput> = z.discriminatedUnion('action', [
  z.strictObject({ ...about, action: z.literal('changeLegalEntity'), ...entity }),
  z.strictObject({
    ...about,
    action: z.literal('correctLegalEntity'),
    position: z.int().min(0).max(100),
    ...entity,
  }),
  z.strictObject({ ...about, action: z.literal('setFundedBase'), fundedBase, reason }),
  z.strictObject({ ...about, action: z.literal('assignReferent'), uid: id.nullable(), phone: z.string().max(30) }),
  z.strictObject({
    ...about,
    action: z.enum(['suspend', 'resume', 'withdrawLabel', 'restoreLabel', 'withdrawTransfer']),
    reason,
  }),
  z.strictObject({
    ...about,
    action: z.literal('transferEntity'),
    intoId: id,
    typedName: z.string().max(300),
    reason,
  }),
  z.strictObject({ ...about, action: z.enum(['openToSharing', 'closeToSharing']) }),
]);
