import * as z from 'zod';
import { type Frequency, frequencies } from '../../domain/notifications/frequencies.ts';
import { type MailName, mailNames } from '../../domain/notifications/mails.ts';
import type { Preferences } from '../../domain/notifications/preferences.ts';
import { collection } from '../collection.ts';

export interface MailPreferences {
  readonly choices: Preferences;
}

const known: ReadonlySet<string> = new Set(mailNames);
const isMailName = (name: string): name is MailName => known.has(name);
const isFrequency = (value: unknown): value is Frequency =>
  typeof value === 'string' && Object.hasOwn(frequencies, value);

/** A choice about a mail that exists no more, or by a word that means nothing now, is the default again: no mail may die of one. */
const choices = z
  .record(z.string(), z.unknown())
  .catch({})
  .transform(
    (stored): Preferences =>
      Object.fromEntries(
        Object.entries(stored).filter((choice): choice is [MailName, Frequency] => {
          const [name, value] = choice;
          return isMailName(name) && isFrequency(value);
        }),
      ),
  );

const schema: z.ZodType<MailPreferences> = z.object({ choices });

/** `accounts/{uid}/preferences/mails`: what a person chose of the mails it gets. */
export const preferences = collection((uid: string) => `accounts/${uid}/preferences/mails`, schema);
