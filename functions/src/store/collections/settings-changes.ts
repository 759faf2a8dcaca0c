import type { Firestore } from 'firebase-admin/firestore';
import * as z from 'zod';
import { LONGEST_CHANGE, type SettingsChange } from '../../domain/settings/change.ts';
import { isSettingKey } from '../../domain/settings/rows.ts';
import type { SettingKey } from '../../domain/settings/values.ts';
import { collection } from '../collection.ts';
import { changeFields, newestLines } from '../version-changes.ts';

const words = z.string().max(LONGEST_CHANGE);

const schema: z.ZodType<SettingsChange> = z.object({
  version: z.int().min(2),
  ...changeFields,
  changed: z.array(z.object({ key: z.custom<SettingKey>(isSettingKey), before: words, after: words })),
});

/** `settings/programme/changes/{version}`: who made that version, when, why, and what changed. Created with it, never changed. */
export const settingsChanges = collection((version: string) => `settings/programme/changes/${version}`, schema);
const CHANGES = 'settings/programme/changes';

/** Newest first (1 query). */
export function newestChanges(firestore: Firestore): Promise<SettingsChange[]> {
  return newestLines(settingsChanges, firestore.collection(CHANGES).orderBy('version', 'desc'));
}
