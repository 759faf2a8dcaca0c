import * as z from 'zod';
import type { ApiContract } from '../domain/api.ts';
import { type Frequency, frequencies } from '../domain/notifications/frequencies.ts';
import { mailNames } from '../domain/notifications/mails.ts';

const frequency = z.custom<Frequency>((value) => typeof value === 'string' && Object.hasOwn(frequencies, value));

/** Of a link: two parts of base64url. What it says is not read before its signature holds. */
export const linkToken = z.string().max(1_000);
export const mailName = z.enum(mailNames);

export const mailPreferencesInput: z.ZodType<ApiContract['mailPreferences']['input']> = z.strictObject({
  link: linkToken.nullable(),
  changes: z.partialRecord(mailName, frequency.nullable()),
});
