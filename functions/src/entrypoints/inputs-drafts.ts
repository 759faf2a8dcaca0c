import * as z from 'zod';
import type { ApiContract } from '../domain/api.ts';
import type { KeptRegistrationInput, PreviewWorkInput, WorkDraftInput } from '../domain/experts/draft-contract.ts';
import { LONGEST_REGISTRATION } from '../domain/experts/kept-registration.ts';
import { draftedTasks, LONGEST_DRAFT } from '../domain/experts/work-drafts.ts';
import { LARGEST_CENTS } from '../domain/money.ts';
import { answers, availability, devis, formVersion } from './inputs.ts';

/** The shapes of what is being written: it may be incomplete, never of another kind. */
const id = z.string().regex(/^[\w.-]{1,120}$/);
const link = z.string().min(20).max(100);
const registration = z.string().max(LONGEST_REGISTRATION);
const about = z.string().regex(/^\w{1,40}$/);
const subject = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('registration') }),
  z.strictObject({ kind: z.literal('mission'), missionId: id, task: z.enum(draftedTasks) }),
]);

export const sayAvailabilityInput: z.ZodType<ApiContract['sayAvailability']['input']> = z.strictObject({
  availability,
  operationId: z.uuid(),
});

export const keepRegistrationInput: z.ZodType<KeptRegistrationInput> = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('mail'), email: z.email().max(254), text: registration }),
  z.strictObject({ action: z.enum(['read', 'forget']), link }),
  z.strictObject({ action: z.literal('save'), link, text: registration, basedOn: z.int().min(0) }),
]);

export const workDraftInput: z.ZodType<WorkDraftInput> = z.discriminatedUnion('action', [
  z.strictObject({ action: z.enum(['look', 'forget']), subject, about }),
  z.strictObject({
    ...{ action: z.literal('save'), subject, about },
    ...{ text: z.string().max(LONGEST_DRAFT), basedOn: z.int().min(0) },
  }),
]);

const written = { missionId: id, answers, formVersion };
const day = z.iso.date().nullable();
export const previewWorkInput: z.ZodType<PreviewWorkInput> = z.discriminatedUnion('piece', [
  z.strictObject({
    ...{ ...written, piece: z.literal('diagnostic'), devis: devis.nullable() },
    ...{ plannedStart: day, plannedEnd: day },
  }),
  z.strictObject({
    ...{ ...written, piece: z.literal('report') },
    finals: z.record(id, z.int().min(0).max(LARGEST_CENTS)),
  }),
]);
