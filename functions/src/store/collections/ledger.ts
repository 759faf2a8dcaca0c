import * as z from 'zod';
import type { LedgerEntry } from '../../domain/subsidy/ledger.ts';
import { collection } from '../collection.ts';
import { cents, day, id, instant } from '../fields.ts';
import { balanceSchema } from './laureates.ts';

const base = {
  id,
  cents,
  at: instant,
  by: id,
  reason: z.string().max(2_000).nullable(),
  settingsVersion: z.int(),
};

const entrySchema: z.ZodType<LedgerEntry> = z.discriminatedUnion('type', [
  z.object({
    ...base,
    type: z.literal('award'),
    decision: z.object({
      reference: z.string().max(300),
      date: day,
      ceilingCents: cents,
      recommendations: z.string().max(10_000),
    }),
  }),
  z.object({ ...base, type: z.literal('commit'), missionId: id, version: z.int() }),
  z.object({ ...base, type: z.literal('settle'), missionId: id, committedCents: cents, finalCents: cents }),
  z.object({ ...base, type: z.literal('void'), missionId: id, committedCents: cents }),
  z.object({ ...base, type: z.literal('adjust') }),
  z.object({ ...base, type: z.literal('pay'), missionId: id, paidCents: cents }),
]);

/** A line in its place: `hash` covers the line and the hash before it, so that one changed byte breaks every line after. */
const lineSchema = z.object({
  sequence: z.int().min(1),
  previousHash: z.string(),
  hash: z.string(),
  entry: entrySchema,
});

export type LedgerLine = z.infer<typeof lineSchema>;
export const ledger = collection(
  (laureateId: string, entryId: string) => `laureates/${laureateId}/ledger/${entryId}`,
  lineSchema,
);
export const LEDGER = 'ledger';
export const ledgerOf = (laureateId: string) => `laureates/${laureateId}/ledger`;

/** The only place where decisions on one subsidy meet: its update time is the precondition of every commit that moves money. */
const headSchema = z.object({
  laureateId: id,
  sequence: z.int().min(1),
  hash: z.string(),
  at: instant,
  balance: balanceSchema,
});

export type LedgerHead = z.infer<typeof headSchema>;
export const LEDGER_HEAD = 'ledgerHead';
export const ledgerHeads = collection((laureateId: string) => `laureates/${laureateId}/ledgerHead/head`, headSchema);
