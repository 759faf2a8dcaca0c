import type { Firestore } from 'firebase-admin/firestore';
import * as z from 'zod';
import {
  defaultSettings,
  LEAST_FEEDBACK,
  LEAST_UNUSUAL,
  type ProgrammeSettings,
} from '../../domain/programme/settings.ts';
import { LONGEST_WORDS } from '../../domain/settings/kinds.ts';
import { LONGEST_DETAIL } from '../../domain/settings/themes-setting.ts';
import { isQuietPeriod } from '../../domain/working-days.ts';
import { collection } from '../collection.ts';
import { cents, day, id, instant, shortText } from '../fields.ts';

const monthDay = z.string().regex(/^\d{2}-\d{2}$/);
const workingDays = z.int().min(1).max(250);

const former = z
  .array(z.object({ label: shortText, until: instant }))
  .readonly()
  .optional();
const subtheme = z.object({
  ...{ id, label: shortText, former },
  detail: z.string().max(LONGEST_DETAIL).optional(),
  retired: z.boolean().optional(),
});

const schema: z.ZodType<ProgrammeSettings> = z.object({
  version: z.int().min(1),
  programmeName: shortText,
  contact: z.object({ name: shortText, email: z.string(), phone: z.string() }),
  dates: z.object({
    opening: day,
    lastRequest: day,
    lastValidation: day,
    endOfServices: day,
    lastReport: day,
    lastSettlement: day,
  }),
  texts: z
    .object({ laureates: z.string().max(LONGEST_WORDS), experts: z.string().max(LONGEST_WORDS) })
    .default(defaultSettings.texts),
  // Settings saved before themes were among them have those of the source.
  themes: z
    .array(z.object({ id, label: shortText, former, subthemes: z.array(subtheme).readonly() }))
    .readonly()
    .default(defaultSettings.themes),
  ceilings: z.array(cents),
  adjustFourEyes: z
    .discriminatedUnion('mode', [
      z.object({ mode: z.enum(['always', 'never']) }),
      z.object({ mode: z.literal('above'), cents }),
    ])
    .default(defaultSettings.adjustFourEyes),
  noteMustBeAccepted: z.boolean(),
  dossierClosesAfterDays: z.int().min(0),
  longestExtensionDays: z.int().min(1).max(365).default(defaultSettings.longestExtensionDays),
  unusualOpeningsAnHour: z.int().min(LEAST_UNUSUAL).default(defaultSettings.unusualOpeningsAnHour),
  invoiceTaskDays: z.int().min(0).max(365).default(defaultSettings.invoiceTaskDays),
  contestHours: z.int().min(0),
  freshSignInMinutes: z.int().min(1),
  // Settings saved before there were timers have the default ones.
  waitingDays: z
    .object({
      awaiting_expert: workingDays,
      awaiting_diagnostic: workingDays,
      awaiting_validation: workingDays,
      awaiting_correction: workingDays,
      awaiting_report: workingDays,
      awaiting_confirmation: workingDays,
    })
    .default(defaultSettings.waitingDays),
  reminderDays: z.array(workingDays).default([...defaultSettings.reminderDays]),
  expiresAfterDays: workingDays.default(defaultSettings.expiresAfterDays),
  quietPeriod: z
    .object({ from: monthDay, to: monthDay })
    .refine(isQuietPeriod)
    .nullable()
    .default(defaultSettings.quietPeriod),
  closedDays: z.array(day).default([...defaultSettings.closedDays]),
  messageDaysAfterEnd: z.int().min(0).default(defaultSettings.messageDaysAfterEnd),
  mailsMergeMinutes: z.int().min(0).max(60).default(defaultSettings.mailsMergeMinutes),
  mostMailsAWeek: z.int().min(1).max(50).default(defaultSettings.mostMailsAWeek),
  feedbackLeast: z.int().min(LEAST_FEEDBACK).max(50).default(defaultSettings.feedbackLeast),
  archiveDays: z.int().min(1).max(30).default(defaultSettings.archiveDays),
  proofOriginDays: z.int().min(0).default(defaultSettings.proofOriginDays),
  largestFile: z.int(),
  largestBindingFile: z.int(),
  // Settings saved before there were limits have the default ones.
  filesPerMission: z.int().default(defaultSettings.filesPerMission),
  bytesPerLaureate: z.int().default(defaultSettings.bytesPerLaureate),
  uploadsPerHour: z.int().default(defaultSettings.uploadsPerHour),
  staffUploadsPerHour: z.int().default(defaultSettings.staffUploadsPerHour),
});

export const settings = collection((version: string) => `settings/programme/versions/${version}`, schema);
const VERSIONS = 'settings/programme/versions';

/** The version in force (1 read); the source's defaults before any was saved. */
export async function settingsInForce(firestore: Firestore): Promise<ProgrammeSettings> {
  return (await savedSettings(firestore)) ?? defaultSettings;
}

/** Null before any version was saved. */
export async function savedSettings(firestore: Firestore): Promise<ProgrammeSettings | null> {
  const newest = await firestore.collection(VERSIONS).orderBy('version', 'desc').limit(1).get();
  return settings.list(newest.docs)[0] ?? null;
}
