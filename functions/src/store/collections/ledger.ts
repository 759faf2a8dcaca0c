import type { QueryDocumentSnapshot } from 'firebase-admin/firestore';
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
  // Lines of before have none of what is optional here, and must be read without it: their hashes are of what they say.
  byName: z.string().max(300).optional(),
  proofId: id.nullable().optional(),
  reason: z.string().max(2_000).nullable(),
  settingsVersion: z.int(),
};

const version = z.int().optional();

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
  z.object({ ...base, type: z.literal('settle'), missionId: id, version, committedCents: cents, finalCents: cents }),
  z.object({ ...base, type: z.literal('void'), missionId: id, version, committedCents: cents }),
  z.object({
    ...base,
    type: z.literal('adjust'),
    kind: z.enum(['correction', 'refund', 'transfer']).optional(),
    missionId: id.nullable().optional(),
    version,
    paidCents: cents.optional(),
    otherLaureateId: id.optional(),
  }),
  z.object({ ...base, type: z.literal('pay'), missionId: id, version, paidCents: cents, invoiceId: id.optional() }),
]);

/** A line in its place: `hash` covers the line and the hash before it, so that one changed byte breaks every line after. */
export const lineSchema = z.object({
  sequence: z.int().min(1),
  previousHash: z.string(),
  hash: z.string(),
  entry: entrySchema,
});

const storedLine = lineSchema.extend({ schema: z.literal(1) });

export type LedgerLine = z.infer<typeof lineSchema>;
export const ledger = collection(
  (laureateId: string, entryId: string) => `laureates/${laureateId}/ledger/${entryId}`,
  lineSchema,
);
/**
 * The lines that can be read, and the names of the documents that can't: a byte changed by hand may leave something that is no line at all, and
 * that must stop decisions like any other change, not the page that would say so.
 */
export function readableLines(documents: readonly QueryDocumentSnapshot[]): {
  readonly lines: LedgerLine[];
  readonly unreadable: string[];
} {
  const lines: LedgerLine[] = [];
  const unreadable: string[] = [];
  for (const document of documents) {
    const parsed = storedLine.safeParse(document.data());
    if (!parsed.success) {
      unreadable.push(document.id);
      continue;
    }
    const { schema: _schema, ...line } = parsed.data;
    lines.push(line);
  }
  return { lines, unreadable };
}
export const LEDGER = 'ledger';
export const ledgerOf = (laureateId: string) => `laureates/${laureateId}/ledger`;

/** The only place where decisions on one subsidy meet: its update time is the precondition of every commit that moves money or makes a proof. */
export const ledgerHeadSchema = z.object({
  laureateId: id,
  // 0 of a ledger that has no line yet, where a proof came first.
  sequence: z.int().min(0),
  hash: z.string(),
  at: instant,
  balance: balanceSchema,
  /** The last of the laureate's proofs, where the next one hangs: here, no decision reads one document more. Absent before there was a chain. */
  proofs: z.object({ sequence: z.int().min(1), hash: z.string() }).optional(),
});

export type LedgerHead = z.infer<typeof ledgerHeadSchema>;
export const LEDGER_HEAD = 'ledgerHead';
export const ledgerHeads = collection(
  (laureateId: string) => `laureates/${laureateId}/ledgerHead/head`,
  ledgerHeadSchema,
);
