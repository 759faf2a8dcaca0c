import * as z from 'zod';
import type { Invoice } from '../../domain/subsidy/invoice.ts';
import { collection } from '../collection.ts';
import { cents, day, id, instant, shortText } from '../fields.ts';

const recorded = { at: instant, by: id, byName: shortText };
const reason = z.string().max(2_000);

const schema: z.ZodType<Invoice> = z.object({
  id,
  missionId: id,
  laureateId: id,
  laureateName: shortText,
  expertId: id,
  fileId: id,
  number: shortText,
  numberKey: shortText,
  date: day,
  amountCents: cents,
  status: z.enum(['deposited', 'paid', 'unpaid']),
  records: z
    .array(
      z.discriminatedUnion('kind', [
        z.object({ ...recorded, kind: z.literal('deposited') }),
        z.object({ ...recorded, kind: z.literal('paid'), day, paidCents: cents, subsidyCents: cents }),
        z.object({ ...recorded, kind: z.enum(['unpaid', 'cancelled']), reason }),
        z.object({ ...recorded, kind: z.literal('carried'), fromId: id, fromName: shortText }),
      ]),
    )
    .min(1),
});

/** `invoices/{id}`: read through the functions alone, since the one document is of an expert and of one laureate of a mission. */
export const invoices = collection((invoiceId: string) => `invoices/${invoiceId}`, schema);
export const INVOICES = 'invoices';
