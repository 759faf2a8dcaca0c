import * as z from 'zod';
import { MOST_ASKED } from '../domain/experts/views.ts';
import { formNames } from '../domain/forms/form.ts';
import type { ViewRequest } from '../domain/views.ts';
import { subthemes } from './inputs.ts';
import { archiveScopeInput } from './inputs-archives.ts';
import {
  expertFiltersInput,
  expertPageInput,
  laureateFiltersInput,
  laureatePageInput,
  ledgerMark,
  missionFiltersInput,
  missionPageInput,
  tasksPageInput,
} from './inputs-lists.ts';
import { noteSubjectInput } from './inputs-notes.ts';
import { organisationInput } from './inputs-people.ts';
import { templateInput } from './inputs-templates.ts';

const id = z.string().regex(/^[\w.-]{1,120}$/);
const line = z.string().max(300);

/** What a page asks to read; who may is in `domain/access/policy.ts`. */
export const viewInput: z.ZodType<ViewRequest> = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('expertInvitation'), invitation: id }),
  z.strictObject({ name: z.literal('me') }),
  z.strictObject({ name: z.literal('laureate'), laureateId: id.nullable() }),
  z.strictObject({ name: z.literal('mission'), missionId: id, laureateId: id.nullable() }),
  z.strictObject({ name: z.literal('dossier'), laureateId: id }),
  z.strictObject({ name: z.literal('proof'), proofId: id }),
  z.strictObject({ name: z.literal('partners'), laureateId: id }),
  z.strictObject({ name: z.literal('sharedNeeds'), laureateId: id }),
  z.strictObject({ name: z.literal('sharers'), laureateId: id, subtheme: id }),
  z.strictObject({
    ...{ name: z.literal('expertsForNeed'), laureateId: id, words: line, subthemes },
    ...{ chosenIds: z.array(id).max(MOST_ASKED), page: z.int().min(0).max(10_000) },
  }),
  z.strictObject({ name: z.literal('scopingNotes'), laureateId: id }),
  z.strictObject({ name: z.literal('expert') }),
  z.strictObject({ name: z.literal('staff'), ...tasksPageInput }),
  z.strictObject({ name: z.literal('missions'), filters: missionFiltersInput, page: missionPageInput }),
  z.strictObject({ name: z.literal('laureates'), filters: laureateFiltersInput, page: laureatePageInput }),
  z.strictObject({ name: z.literal('experts'), filters: expertFiltersInput, page: expertPageInput }),
  z.strictObject({ name: z.literal('missionBoard'), filters: missionFiltersInput }),
  z.strictObject({ name: z.literal('savedViews') }),
  z.strictObject({ name: z.literal('laureateChoices') }),
  z.strictObject({ name: z.literal('laureateHeader'), laureateId: id }),
  z.strictObject({ name: z.literal('laureateMails'), laureateId: id, before: z.int().min(0).nullable() }),
  z.strictObject({ name: z.literal('programmeLedger'), after: ledgerMark.nullable() }),
  z.strictObject({ name: z.literal('expertFile'), expertId: id }),
  z.strictObject({ name: z.literal('subsidy'), laureateId: id.nullable() }),
  z.strictObject({ name: z.literal('laureateFile'), laureateId: id }),
  z.strictObject({ name: z.literal('transferPlan'), laureateId: id, intoId: id }),
  z.strictObject({ name: z.literal('notes'), about: noteSubjectInput }),
  z.strictObject({ name: z.literal('myData') }),
  z.strictObject({ name: z.literal('erasures') }),
  z.strictObject({ name: z.literal('incidents') }),
  z.strictObject({ name: z.literal('health') }),
  z.strictObject({ name: z.literal('summaries') }),
  z.strictObject({ name: z.literal('summary'), period: id }),
  z.strictObject({ name: z.literal('settings') }),
  z.strictObject({ name: z.literal('figures') }),
  z.strictObject({ name: z.literal('apiTokens') }),
  z.strictObject({ name: z.literal('registrationForm') }),
  z.strictObject({ name: z.literal('contact') }),
  z.strictObject({ name: z.literal('forms') }),
  z.strictObject({ name: z.literal('formFile'), form: z.enum(formNames), version: z.int().min(1).nullable() }),
  z.strictObject({ name: z.literal('archive'), scope: archiveScopeInput }),
  z.strictObject({ name: z.literal('templates') }),
  z.strictObject({ name: z.literal('template'), template: templateInput }),
  z.strictObject({ name: z.literal('messages'), missionId: id }),
  z.strictObject({ name: z.literal('subsidyFile'), laureateId: id }),
  z.strictObject({ name: z.literal('people'), organisation: organisationInput }),
  z.strictObject({ name: z.literal('accesses'), laureateId: id, before: z.int().nullable() }),
]);
