import * as z from 'zod';
import { type Frequency, frequencies } from '../../domain/notifications/frequencies.ts';
import { mailNames } from '../../domain/notifications/mails.ts';
import type { Preferences } from '../../domain/notifications/preferences.ts';
import { collection } from '../collection.ts';

const frequency = z.custom<Frequency>((value) => typeof value === 'string' && Object.hasOwn(frequencies, value));
const schema: z.ZodType<{ readonly choices: Preferences }> = z.object({
  choices: z.partialRecord(z.enum(mailNames), frequency),
});

/** What a person chose of its mails, and nothing else: absent while it has chosen nothing. */
export const mailPreferences = collection((uid: string) => `accounts/${uid}/preferences/mails`, schema);
