import * as z from 'zod';
import type { IncidentActionInput } from '../domain/api.ts';
import { type IncidentAction, incidentActions } from '../domain/incidents/dead-letters.ts';

/** The shape of what staff send about an incident. The id of a mail holds an address's hash, and dots. */
const documentId = z.string().regex(/^[\w.@-]{1,200}$/);

export const incidentActionInput: z.ZodType<IncidentActionInput> = z.strictObject({
  operationId: z.uuid(),
  action: z.custom<IncidentAction>((value) => typeof value === 'string' && Object.hasOwn(incidentActions, value)),
  incident: z.strictObject({ kind: z.enum(['letter', 'mail']), id: documentId }),
  reason: z.string().max(2_000),
});
