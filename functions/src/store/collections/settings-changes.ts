import type { Firestore } from 'firebase-admin/firestore';
import * as z from 'zod';
import { LONGEST_REASON, type SettingsChange } from '../../domain/settings/change.ts';
import { isSettingKey } from '../../domain/settings/rows.ts';
import type { SettingKey } from '../../domain/settings/values.ts';
import { collection } from '../collection.ts';
import { id, instant, longText, shortText } from '../fields.ts';

const schema: z.ZodType<SettingsChange> = z.object({
  version: z.int().min(2),
  at: instant,
  by: z.object({ uid: id, name: shortText }),
  reason: z.string().max(LONGEST_REASON),
  changed: z.array(z.object({ key: z.custom<SettingKey>(isSettingKey), before: longText, after: longText })),
});

/** `settings/programme/changes/{version}`: who made that version, when, why, and what changed. Created with it, never changed. */
export const settingsChanges = collection((version: string) => `settings/programme/changes/${version}`, schema);
const CHANGES = 'settings/programme/changes';
const MOST_CHANGES = 50;

/** Newest first (1 query). */
export async function newestChanges(firestore: Firestore): Promise<SettingsChange[]> {
  const found = await firestore.collection(CHANGES).orderBy('version', 'desc').limit(MOST_CHANGES).get();
  return settingsChanges.list(found.docs);
}
