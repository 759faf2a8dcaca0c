import * as z from 'zod';
import type { EditableTemplateName } from '../../domain/templates/templates.ts';
import { collection } from '../collection.ts';
import { id, instant } from '../fields.ts';

const asked = {
  fileId: id,
  at: instant,
  ownerUid: id,
  /** `superseded`: a newer report replaced this one before it was made, and its words are gone. */
  state: z.enum(['pending', 'made', 'superseded']),
};

const ofMission = z.object({
  ...asked,
  missionId: id,
  document: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('diagnostic'), version: z.int() }),
    z.object({ kind: z.literal('report'), number: z.int() }),
    z.object({ kind: z.literal('attestation'), proofId: id }),
    z.object({ kind: z.literal('feedback'), laureateId: id }),
    /** `laureateId`: for whose eyes; null for the expert and staff. */
    z.object({ kind: z.literal('devisSummary'), version: z.int(), laureateId: id.nullable() }),
  ]),
});

const ofLaureate = z.object({
  ...asked,
  laureateId: id,
  document: z.discriminatedUnion('kind', [
    /** `until`: the last line of the ledger then, so that the PDF says what was so when it was asked for. */
    z.object({
      kind: z.literal('statement'),
      statement: z.enum(['running', 'closing']),
      until: z.int().min(0),
    }),
    z.object({ kind: z.literal('scopingNote'), version: z.int().min(1) }),
  ]),
});

const ofProgramme = z.object({
  ...asked,
  /** Of the period. */
  summaryId: id,
  document: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('weeklySummary') }),
    z.object({ kind: z.literal('monthlySummary') }),
  ]),
});

/**
 * `documentRequests/{fileId}`: a PDF to make, of a mission, of a laureate or of the programme, asked for in the business commit. The trigger is the fast path; the
 * sweeper finds what stayed `pending`. The file's id is known beforehand, so that making it twice makes it once.
 */
export type MissionDocument = z.infer<typeof ofMission>;
export type LaureateDocument = z.infer<typeof ofLaureate>;
export type ProgrammeDocument = z.infer<typeof ofProgramme>;
export type DocumentRequest = MissionDocument | LaureateDocument | ProgrammeDocument;
const schema: z.ZodType<DocumentRequest> = z.union([ofMission, ofLaureate, ofProgramme]);
export const documentRequests = collection((fileId: string) => `documentRequests/${fileId}`, schema);
export const DOCUMENT_REQUESTS = 'documentRequests';

/** The text that prints each kind of document. A statement is one text, while the subsidy runs and once it is closed. */
export const templateOf = {
  diagnostic: 'diagnostic',
  report: 'report',
  attestation: 'attestation',
  feedback: 'feedback',
  devisSummary: 'devis-summary',
  statement: 'statement',
  scopingNote: 'scoping-note',
  weeklySummary: 'weekly-summary',
  monthlySummary: 'monthly-summary',
} as const satisfies Record<DocumentRequest['document']['kind'], EditableTemplateName>;
