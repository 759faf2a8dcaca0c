import * as z from 'zod';
import type { ApiContract } from '../domain/api.ts';
import { blankFormNames } from '../domain/forms/blank.ts';
import {
  LONGEST_HELP,
  LONGEST_LABEL,
  LONGEST_TITLE,
  MOST_CHOICES,
  MOST_QUESTIONS,
  MOST_SECTIONS,
} from '../domain/forms/faults.ts';
import { formNames } from '../domain/forms/form.ts';
import { LONGEST_REASON } from '../domain/reason.ts';

/** The shapes of a form that is published: what it must say is in `domain/forms/faults.ts`, which names what is too many. */
const question = z.strictObject({
  id: z
    .string()
    .regex(/^\w{1,60}$/)
    .nullable(),
  label: z.string().max(LONGEST_LABEL),
  help: z.string().max(LONGEST_HELP),
  kind: z.enum(['text', 'long', 'choice']),
  choices: z.array(z.string().max(LONGEST_LABEL)).max(MOST_CHOICES),
  required: z.boolean(),
});
const section = z.strictObject({
  title: z.string().max(LONGEST_TITLE),
  questions: z.array(question).max(2 * MOST_QUESTIONS),
});

export const publishFormInput: z.ZodType<ApiContract['publishForm']['input']> = z.strictObject({
  operationId: z.uuid(),
  name: z.enum(formNames),
  basedOn: z.int().min(1),
  startedFrom: z.int().min(1),
  reason: z.string().max(LONGEST_REASON),
  content: z.strictObject({
    title: z.string().max(LONGEST_TITLE),
    sections: z.array(section).max(2 * MOST_SECTIONS),
  }),
});

export const blankFormInput: z.ZodType<ApiContract['blankForm']['input']> = z.strictObject({
  form: z.enum(blankFormNames),
  format: z.enum(['docx', 'odt']),
});
