import * as z from 'zod';
import { ledgerFaultKinds } from '../../domain/subsidy/ledger-fault.ts';
import type { Reconciliation } from '../../domain/subsidy/reconciliation.ts';
import { collection } from '../collection.ts';
import { id, instant, shortText } from '../fields.ts';

const kind = z.custom<keyof typeof ledgerFaultKinds>((value) => typeof value === 'string' && value in ledgerFaultKinds);

const schema: z.ZodType<Reconciliation> = z.object({
  laureateId: id,
  at: instant,
  byName: shortText,
  lines: z.int().min(0),
  missions: z.int().min(0),
  state: z.enum(['holds', 'late', 'broken']),
  fault: z.object({ kind, sequence: z.int().nullable(), id: z.string().nullable() }).nullable(),
});

/** `reconciliations/{laureateId}`: what the last check of this subsidy found. */
export const reconciliations = collection((laureateId: string) => `reconciliations/${laureateId}`, schema);
export const RECONCILIATIONS = 'reconciliations';
