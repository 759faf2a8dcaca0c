import * as z from 'zod';
import type { ApiContract } from '../domain/api.ts';
import { LONGEST_REASON } from '../domain/reason.ts';
import { type EditableTemplateName, isEditableTemplate, LONGEST_TEMPLATE } from '../domain/templates/templates.ts';

export const templateInput = z.custom<EditableTemplateName>(isEditableTemplate);
/** Twice the longest text there may be: up to there, the sentence is the domain's. */
const source = z.string().max(2 * LONGEST_TEMPLATE);
const instant = z.int().min(0);
const call = { operationId: z.uuid(), template: templateInput };

export const saveTemplateInput: z.ZodType<ApiContract['saveTemplate']['input']> = z.discriminatedUnion('action', [
  z.strictObject({ ...call, action: z.literal('saveDraft'), source, draftSavedAt: instant.nullable() }),
  z.strictObject({ ...call, action: z.literal('discardDraft'), draftSavedAt: instant }),
  z.strictObject({
    ...call,
    action: z.literal('publish'),
    source,
    draftSavedAt: instant.nullable(),
    basedOn: z.int().min(0),
    reason: z.string().max(LONGEST_REASON),
  }),
  z.strictObject({ ...call, action: z.literal('restorePrevious'), inForce: z.int().min(0) }),
]);

export const previewTemplateInput: z.ZodType<ApiContract['previewTemplate']['input']> = z.strictObject({
  template: templateInput,
  source,
  missionId: z
    .string()
    .regex(/^[\w.-]{1,120}$/)
    .nullable(),
});
