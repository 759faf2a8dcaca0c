import { deflateSync, inflateSync } from 'node:zlib';
import type { DocumentData } from 'firebase-admin/firestore';
import * as z from 'zod';
import { periodNamed, type SummaryKind } from '../../domain/summaries/periods.ts';
import type { ProgrammeMoney, Summary } from '../../domain/summaries/summary.ts';
import { type Collection, collection } from '../collection.ts';
import { cents, day, id, instant, longText } from '../fields.ts';
import { balanceSchema } from './laureates.ts';

const text = longText;
const count = z.int().min(0);
const waiting = z.array(z.object({ what: text, who: text, since: instant, path: z.string().startsWith('/') }));
const counted = z.array(z.object({ label: text, count }));
const spending = z.object({ committedCents: cents, settledCents: cents, paidCents: cents });
const move = { before: balanceSchema, after: balanceSchema };
const groups = z.array(z.object({ label: text, laureates: count, ...move }));

/** The money of the programme, its four divisions included: figures have it too. */
export const programmeMoney: z.ZodType<ProgrammeMoney> = z.object({
  total: z.object(move),
  // Rows that were kept before themes were told apart by number have none.
  themes: z.array(z.object({ id: text.default(''), label: text, missions: count, before: spending, after: spending })),
  regions: groups,
  promotions: groups,
  territories: groups,
  unreadableLines: count,
});

const schema: z.ZodType<Summary> = z.object({
  period: z
    .object({ id, kind: z.enum(['week', 'month']), from: day, to: day })
    .refine((period) => periodNamed(period.id)?.from === period.from),
  at: instant,
  programme: text,
  unreadableDocuments: count.default(0),
  awaited: z.array(z.object({ whom: text, rows: waiting })),
  blocked: waiting,
  lateReports: waiting,
  lowSubsidies: z.array(
    z.object({ laureate: text, awardedCents: cents, remainingCents: cents, path: z.string().startsWith('/') }),
  ),
  opened: z.array(z.object({ at: instant, person: text, laureates: z.array(text) })),
  // Those that were kept before cuts were told have none.
  ending: z.array(z.object({ at: instant, person: text, laureate: text, cut: z.boolean().default(false) })),
  uncovered: z.array(z.object({ theme: text, subtheme: text, laureates: count, missions: count })),
  money: programmeMoney,
  states: counted,
  counts: counted,
  happened: z.array(z.object({ at: instant, what: text, who: text })),
  ended: z.array(z.object({ day, laureates: z.array(text), expert: text, how: text, finalCents: cents })),
});

/**
 * Deflated JSON, but for what they are listed by. As fields, each row of what waits would be indexed for queries that nobody makes, and a document has
 * room for 40 000 entries of indexes: some thousand missions. Those that were kept before are read as they are.
 */
const kept = z.object({ period: z.unknown(), content: z.instanceof(Uint8Array) });
const stored = kept
  .transform(({ content }, context): unknown => {
    try {
      return JSON.parse(inflateSync(content).toString());
    } catch (error) {
      // Thrown, it would go past `readable`: one that is damaged would stop whoever reads them all.
      context.addIssue(`content can't be inflated: ${String(error)}`);
      return z.NEVER;
    }
  })
  .pipe(schema);

function packed<Ids extends string[]>(from: Collection<Summary, Ids>): Collection<Summary, Ids> {
  return { ...from, write: written };
}

/** What is kept of it, once it is seen to be a summary: of one shape, whichever of the two it is kept among. */
export function written(summary: unknown): DocumentData {
  const whole = schema.parse(summary);
  return { period: whole.period, at: whole.at, content: deflateSync(JSON.stringify(whole)), schema: summaries.schema };
}

/** `summaries/{period}`: what a week or a month said, once it was over. Created once, never changed; pages read it through the functions. */
export const summaries = packed(collection((periodId: string) => `summaries/${periodId}`, stored.or(schema)));
export const SUMMARIES = 'summaries';
/** `currentSummaries/{kind}`: what the week and the month that go on said when they were last looked at. Written over. */
export const currentSummaries = packed(
  collection((kind: SummaryKind) => `currentSummaries/${kind}`, stored.or(schema)),
);
